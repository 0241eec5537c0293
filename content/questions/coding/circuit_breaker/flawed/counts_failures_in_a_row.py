import time
from collections.abc import Callable
from typing import Any


class CircuitOpen(Exception):
    def __init__(self, retry_after: float) -> None:
        super().__init__(f"try again in {retry_after} s")
        self.retry_after = retry_after


class Breaker:
    def __init__(
        self,
        threshold: int,
        window: float,
        cooldown: float,
        clock: Callable[[], float] = time.monotonic,
        ignore: tuple[type[BaseException], ...] = (),
    ) -> None:
        if threshold < 1 or window <= 0 or cooldown <= 0:
            raise ValueError(f"threshold {threshold}, window {window} and cooldown {cooldown} must all be positive")
        self._threshold = threshold
        self._window = window
        self._cooldown = cooldown
        self._clock = clock
        self._ignore = tuple(ignore)
        self._failures = 0
        self._tries_at: float | None = None
        self._trial_runs = False
        self._period = 0

    @property
    def state(self) -> str:
        if self._tries_at is None:
            return "closed"
        return "open" if self._clock() < self._tries_at else "half_open"

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
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
        if period != self._period:
            return
        self._failures = 0
        if self._tries_at is not None:
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
        self._failures += 1
        return self._failures >= self._threshold

    def _change(self, tries_at: float | None) -> None:
        self._tries_at = tries_at
        self._trial_runs = False
        self._failures = 0
        self._period += 1
