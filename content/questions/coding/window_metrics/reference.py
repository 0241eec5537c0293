"""Timings of the last few minutes, and their percentiles."""

import time
from collections import deque
from collections.abc import Callable

LONGEST_MS = 60_000


class _Counts:
    """How often each timing occurs, so that the one of a given rank is found in log(LONGEST_MS) steps.

    A Fenwick tree: `_sums[i]` holds the count of the `i & -i` timings that end with `i - 1`.
    """

    _SIZE = 1 << LONGEST_MS.bit_length()

    def __init__(self) -> None:
        self._sums = [0] * (self._SIZE + 1)
        self.total = 0

    def add(self, ms: int, times: int) -> None:
        self.total += times
        position = ms + 1
        while position <= self._SIZE:
            self._sums[position] += times
            position += position & -position

    def of_rank(self, rank: int) -> int:
        """The timing that comes at `rank` in ascending order; the smallest has rank 1."""
        below = 0
        step = self._SIZE // 2
        while step:
            if self._sums[below + step] < rank:
                below += step
                rank -= self._sums[below]
            step //= 2
        return below


class Latencies:
    """The timings of the last `window` seconds, exactly. Not safe to share between threads.

    Every call gives back the memory of what has left the window since the call before.
    """

    def __init__(self, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` returns seconds and never goes back."""
        if window <= 0:
            raise ValueError(f"window must be positive, not {window}")
        self._window = window
        self._clock = clock
        self._counts = _Counts()
        self._arrivals: deque[tuple[float, int]] = deque()

    def record(self, ms: int) -> None:
        """A request has just taken `ms` milliseconds; more than `LONGEST_MS` count as that."""
        if ms < 0:
            raise ValueError(f"a request cannot take {ms} ms")
        now = self._drop_old()
        counted = min(ms, LONGEST_MS)
        self._arrivals.append((now, counted))
        self._counts.add(counted, 1)

    def percentile(self, p: float) -> int | None:
        """The smallest timing that at least `p` per cent of the timings do not exceed; None if there are none."""
        if not 0 <= p <= 100:
            raise ValueError(f"a percentile lies between 0 and 100, not at {p}")
        self._drop_old()
        if not self._counts.total:
            return None
        return self._counts.of_rank(_rank(p, self._counts.total))

    def count(self) -> int:
        """How many timings the window holds."""
        self._drop_old()
        return self._counts.total

    def _drop_old(self) -> float:
        now = self._clock()
        while self._arrivals and now - self._arrivals[0][0] >= self._window:
            _, ms = self._arrivals.popleft()
            self._counts.add(ms, -1)
        return now


def _rank(p: float, total: int) -> int:
    """`p` per cent of `total`, rounded up; in whole numbers, since 0.55 * 100 is more than 55 in floating point."""
    hundredths = round(p * 100)
    return max(1, -(-hundredths * total // 10_000))
