"""A rate limiter for one process."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class _Credit:
    """What a client may still send, as of a moment; never more than the burst."""

    requests: float
    as_of: float


class RateLimiter:
    """Lets each client make `rate` requests a second on average, and up to `burst` at once after a quiet time.

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

    def allow(self, client: Hashable) -> bool:
        """Whether the client may go ahead now; if so, it has one request less."""
        credit = self._up_to_date(client)
        if credit.requests < 1:
            return False
        credit.requests -= 1
        return True

    def _up_to_date(self, client: Hashable) -> _Credit:
        """The client's credit with what it has earned since it was last looked at."""
        now = self._clock()
        credit = self._credits.setdefault(client, _Credit(self._burst, now))
        if now > credit.as_of:
            earned = (now - credit.as_of) * self._rate
            credit.requests = min(self._burst, credit.requests + earned)
            credit.as_of = now
        return credit
