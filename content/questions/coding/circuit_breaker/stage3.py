"""A breaker around a failing service, shared between threads."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class CircuitOpen(Exception):
    """The call was refused; the breaker tries again in `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"try again in {retry_after} s")
        self.retry_after = retry_after


class Breaker:
    """Refuses calls from the time of too many failures until enough trials, after a cooldown, have succeeded.

    It opens with the failure that makes `threshold` of them in the last `window` seconds. A call whose breaker has
    opened or closed since it was let in counts for nothing. Safe to share between threads: one lock guards the
    state, and neither the function nor `on_change` runs under it.
    """

    def __init__(
        self,
        threshold: int,
        window: float,
        cooldown: float,
        clock: Callable[[], float] = time.monotonic,
        ignore: tuple[type[BaseException], ...] = (),
        trials: int = 1,
        longest: float | None = None,
        on_change: Callable[[str, str], None] | None = None,
    ) -> None:
        """`clock` returns seconds and never goes back; exceptions in `ignore` are answers, not failures.

        `trials` must succeed before it closes; each that fails doubles the cooldown, up to `longest`.
        `on_change` is told the old and the new state, in the thread whose call made or found the change.
        """
        if threshold < 1 or window <= 0 or cooldown <= 0:
            raise ValueError(f"threshold {threshold}, window {window} and cooldown {cooldown} must all be positive")
        if trials < 1:
            raise ValueError(f"trials must be at least 1, not {trials}")
        if longest is not None and longest < cooldown:
            raise ValueError(f"longest is {longest}, and so below the cooldown of {cooldown}")
        self._threshold = threshold
        self._window = window
        self._shortest = self._cooldown = cooldown
        self._longest = cooldown if longest is None else longest
        self._clock = clock
        self._ignore = tuple(ignore)
        self._failures: deque[float] = deque()
        self._tries_at: float | None = None
        """When a trial is due; None while closed."""
        self._trials = trials
        self._trials_free = trials
        """How many more trials may start: those needed, less those that run or have succeeded."""
        self._trials_missing = trials
        """How many more must succeed."""
        self._period = 0
        """Grows whenever the breaker opens or closes."""
        self._lock = threading.Lock()
        self._on_change = on_change
        self._told = "closed"
        """The state that was last reported."""

    @property
    def state(self) -> str:
        """"closed", "open" or "half_open"."""
        with self._lock:
            return self._state()

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What the function returns or raises; CircuitOpen without calling it when refused."""
        period = self._let_in()
        try:
            result = function(*args, **kwargs)
        except self._ignore:
            self._succeeded(period)
            raise
        except Exception:
            self._failed(period)
            raise
        except BaseException:
            self._gave_no_answer(period)
            raise
        self._succeeded(period)
        return result

    def _state(self) -> str:
        if self._tries_at is None:
            return "closed"
        return "open" if self._clock() < self._tries_at else "half_open"

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Holds the lock, and reports the change afterwards, if there was one."""
        with self._lock:
            yield
            before, self._told = self._told, self._state()
            after = self._told
        if self._on_change is not None and before != after:
            self._on_change(before, after)

    def _let_in(self) -> int:
        with self._reporting():
            wait = self._wait()
            if wait is None and self._tries_at is not None:
                self._trials_free -= 1
            period = self._period
        if wait is not None:
            raise CircuitOpen(wait)
        return period

    def _wait(self) -> float | None:
        """The seconds until a trial is due, zero when enough of them run; None when a call may go in."""
        if self._tries_at is None:
            return None
        wait = max(self._tries_at - self._clock(), 0)
        return wait if wait > 0 or self._trials_free == 0 else None

    def _succeeded(self, period: int) -> None:
        with self._reporting():
            if period != self._period or self._tries_at is None:
                return
            self._trials_missing -= 1
            if self._trials_missing == 0:
                self._cooldown = self._shortest
                self._change(tries_at=None)

    def _failed(self, period: int) -> None:
        with self._reporting():
            if period != self._period:
                return
            now = self._clock()
            if self._tries_at is not None:
                self._cooldown = min(2 * self._cooldown, self._longest)
            elif not self._is_one_too_many(now):
                return
            self._change(tries_at=now + self._cooldown)

    def _gave_no_answer(self, period: int) -> None:
        with self._lock:
            if period == self._period and self._tries_at is not None:
                self._trials_free += 1

    def _is_one_too_many(self, now: float) -> bool:
        self._failures.append(now)
        while now - self._failures[0] >= self._window:
            self._failures.popleft()
        return len(self._failures) >= self._threshold

    def _change(self, tries_at: float | None) -> None:
        """Open, or close: a new period, in which nothing earlier counts."""
        self._tries_at = tries_at
        self._trials_free = self._trials_missing = self._trials
        self._failures.clear()
        self._period += 1
