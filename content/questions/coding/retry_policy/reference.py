"""Calls that may be repeated: with growing waits, a deadline, and a budget that many calls share."""

import math
import random
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any


class Budget:
    """At most `most` repeats in any `window` seconds, over all calls that share it."""

    def __init__(self, most: int, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` returns seconds and never goes back."""
        if most < 0 or window <= 0:
            raise ValueError(f"most {most} must not be negative, and window {window} must be positive")
        self._most = most
        self._window = window
        self._clock = clock
        self._taken: deque[float] = deque()

    def take(self) -> bool:
        """Take one repeat; False, and nothing taken, if none is left."""
        now = self._clock()
        while self._taken and now - self._taken[0] >= self._window:
            self._taken.popleft()
        if len(self._taken) >= self._most:
            return False
        self._taken.append(now)
        return True


class Retrier:
    """Calls a function up to `attempts` times, as long as it raises what `retry_on` names.

    Before each repeat it waits a random part of a time that starts at `base` and doubles up to `cap`. A repeat that
    could not begin before the deadline, or that the budget refuses, is not made, and the last error goes to the caller.
    """

    def __init__(
        self,
        attempts: int,
        base: float,
        cap: float,
        retry_on: type[BaseException] | tuple[type[BaseException], ...],
        deadline: float | None = None,
        budget: Budget | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        draw: Callable[[], float] = random.random,
    ) -> None:
        """`deadline` is counted from the start of each call; it never cuts off an attempt that runs."""
        if attempts < 1:
            raise ValueError(f"attempts must be at least 1, not {attempts}")
        if base <= 0 or cap < base:
            raise ValueError(f"base {base} must be positive, and cap {cap} not below it")
        if deadline is not None and deadline <= 0:
            raise ValueError(f"deadline must be positive, not {deadline}")
        self._attempts = attempts
        self._base = base
        self._cap = cap
        self._retry_on = retry_on
        self._deadline = math.inf if deadline is None else deadline
        self._budget = budget
        self._clock = clock
        self._sleep = sleep
        self._draw = draw

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What the function returns, or the last error it raised."""
        ends_at = self._clock() + self._deadline
        for ceiling in self._ceilings():
            try:
                return function(*args, **kwargs)
            except self._retry_on:
                wait = ceiling * self._draw()
                if not self._may_repeat(wait, ends_at):
                    raise
            self._sleep(wait)
        return function(*args, **kwargs)

    def _ceilings(self) -> Iterator[float]:
        """The longest wait before each repeat."""
        ceiling = self._base
        for _ in range(self._attempts - 1):
            yield ceiling
            ceiling = min(2 * ceiling, self._cap)

    def _may_repeat(self, wait: float, ends_at: float) -> bool:
        """Whether the repeat is in time and paid for. The budget comes last: only a repeat that is made may cost."""
        if self._clock() + wait >= ends_at:
            return False
        return self._budget is None or self._budget.take()
