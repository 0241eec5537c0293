"""A rate limiter for one process, for requests that do not all weigh the same and clients without number."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class _Credit:
    """What a client may still spend, as of a moment; never more than the burst."""

    amount: float
    as_of: float


class RateLimiter:
    """Lets each client spend `rate` a second on average, and up to `burst` at once after a quiet time.

    Refused requests cost nothing. A client is remembered for at most `burst / rate` seconds after its last call: by then
    it has earned its whole burst and is no different from a new one. Not safe to share between threads.
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
        self._credits: OrderedDict[Hashable, _Credit] = OrderedDict()
        """In the order of their last change, the longest quiet first."""

    def allow(self, client: Hashable, cost: float = 1) -> bool:
        """Whether the client may make a request of this cost now; if so, it is spent."""
        self._check(cost)
        now = self._clock()
        self._forget_the_quiet(now)
        credit = self._credit(client, now)
        if credit.amount < cost:
            return False
        self._credits[client] = _Credit(credit.amount - cost, credit.as_of)
        self._credits.move_to_end(client)
        return True

    def __len__(self) -> int:
        """How many clients are remembered."""
        return len(self._credits)

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

    def _forget_the_quiet(self, now: float) -> None:
        """Drop clients from the quiet end; each is dropped once, so this costs nothing over many calls."""
        time_to_full = self._burst / self._rate
        while self._credits:
            quietest = next(iter(self._credits))
            if now - self._credits[quietest].as_of < time_to_full:
                return
            del self._credits[quietest]
