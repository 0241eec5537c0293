"""A rate limiter for one process, for requests that do not all weigh the same."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class _Credit:
    """What a client may still spend, as of a moment; never more than the burst."""

    amount: float
    as_of: float


class RateLimiter:
    """Lets each client spend `rate` a second on average, and up to `burst` at once after a quiet time.

    Refused requests cost nothing. Remembers every client it has seen. Not safe to share between threads.
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.time) -> None:
        """`clock` returns seconds; where it steps back, no time has passed until it has caught up."""
        if rate <= 0:
            raise ValueError(f"rate must be positive, not {rate}")
        if burst < 1:
            raise ValueError(f"burst must be at least 1, not {burst}")
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._credits: dict[Hashable, _Credit] = {}

    def allow(self, client: Hashable, cost: float = 1) -> bool:
        """Whether the client may make a request of this cost now; if so, it is spent."""
        self._check(cost)
        now = self._clock()
        credit = self._credit(client, now)
        if credit.amount < cost:
            return False
        self._credits[client] = _Credit(credit.amount - cost, credit.as_of)
        return True

    def retry_after(self, client: Hashable, cost: float = 1) -> float:
        """In how many seconds `allow` would say yes; 0 if it would now. Spends nothing."""
        self._check(cost)
        now = self._clock()
        credit = self._credit(client, now)
        missing = cost - credit.amount
        # Where the clock has stepped back it first has to catch up.
        return 0.0 if missing <= 0 else credit.as_of - now + missing / self._rate

    def _check(self, cost: float) -> None:
        if not 0 < cost <= self._burst:
            raise ValueError(f"cost must be above 0 and at most the burst of {self._burst}, not {cost}")

    def _credit(self, client: Hashable, now: float) -> _Credit:
        """The client's credit with what it has earned up to now."""
        known = self._credits.get(client)
        if known is None:
            return _Credit(self._burst, now)
        earned = max(0.0, now - known.as_of) * self._rate
        return _Credit(min(self._burst, known.amount + earned), max(now, known.as_of))
