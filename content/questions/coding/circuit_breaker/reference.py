"""A breaker around a failing service."""

import time
from collections import deque
from collections.abc import Callable
from typing import Any


class CircuitOpen(Exception):
    """The call was refused; the breaker tries again in `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"try again in {retry_after} s")
        self.retry_after = retry_after


class Breaker:
    """Refuses calls from the time of too many failures until one call, after a cooldown, has succeeded.

    It opens with the failure that makes `threshold` of them in the last `window` seconds. A call whose breaker has
    opened or closed since it was let in counts for nothing. Not safe to share between threads.
    """

    def __init__(
        self,
        threshold: int,
        window: float,
        cooldown: float,
        clock: Callable[[], float] = time.monotonic,
        ignore: tuple[type[BaseException], ...] = (),
    ) -> None:
        """`clock` returns seconds and never goes back; exceptions in `ignore` are answers, not failures."""
        if threshold < 1 or window <= 0 or cooldown <= 0:
            raise ValueError(f"threshold {threshold}, window {window} and cooldown {cooldown} must all be positive")
        self._threshold = threshold
        self._window = window
        self._cooldown = cooldown
        self._clock = clock
        self._ignore = tuple(ignore)
        self._failures: deque[float] = deque()
        self._tries_at: float | None = None
        """When a trial is due; None while closed."""
        self._trial_runs = False
        self._period = 0
        """Grows whenever the breaker opens or closes."""

    @property
    def state(self) -> str:
        """"closed", "open" or "half_open"."""
        if self._tries_at is None:
            return "closed"
        return "open" if self._clock() < self._tries_at else "half_open"

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

    def _let_in(self) -> int:
        if self._tries_at is not None:
            wait = self._tries_at - self._clock()
            if wait > 0 or self._trial_runs:
                raise CircuitOpen(max(wait, 0))
            self._trial_runs = True
        return self._period

    def _succeeded(self, period: int) -> None:
        if period == self._period and self._tries_at is not None:
            self._change(tries_at=None)

    def _failed(self, period: int) -> None:
        if period != self._period:
            return
        now = self._clock()
        if self._tries_at is not None or self._is_one_too_many(now):
            self._change(tries_at=now + self._cooldown)

    def _gave_no_answer(self, period: int) -> None:
        if period == self._period:
            self._trial_runs = False

    def _is_one_too_many(self, now: float) -> bool:
        self._failures.append(now)
        while now - self._failures[0] >= self._window:
            self._failures.popleft()
        return len(self._failures) >= self._threshold

    def _change(self, tries_at: float | None) -> None:
        """Open, or close: a new period, in which nothing earlier counts."""
        self._tries_at = tries_at
        self._trial_runs = False
        self._failures.clear()
        self._period += 1
