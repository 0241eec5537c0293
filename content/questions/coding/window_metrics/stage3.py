"""Timings of the last few minutes, and their percentiles."""

import heapq
import time
from collections.abc import Callable, Iterable

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


class _Window:
    """The counts of one window, and the timings that will leave it next, the oldest first."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.counts = _Counts()
        self._leaving: list[tuple[float, int]] = []

    def add_leaving(self, timing: tuple[float, int]) -> None:
        heapq.heappush(self._leaving, timing)

    def pop_old(self, now: float) -> tuple[float, int] | None:
        if self._leaving and now - self._leaving[0][0] >= self.seconds:
            return heapq.heappop(self._leaving)
        return None


class Latencies:
    """The timings of the last `window` seconds, and of further windows, exactly. Not safe to share between threads.

    A timing is counted in every window that it belongs to, and kept once: it waits in the shortest of them, and
    moves on to the next longer one when it leaves. Every call gives back the memory of what has left the longest.
    """

    def __init__(
        self, window: float, clock: Callable[[], float] = time.monotonic, more_windows: Iterable[float] = ()
    ) -> None:
        """`clock` returns seconds and never goes back."""
        self._default = window
        self._clock = clock
        lengths = sorted({window, *more_windows})
        if lengths[0] <= 0:
            raise ValueError(f"a window must be positive, not {lengths[0]}")
        self._windows = {seconds: _Window(seconds) for seconds in lengths}
        """The shortest first."""

    def record(self, ms: int, at: float | None = None) -> None:
        """A request took `ms` milliseconds; more than `LONGEST_MS` count as that. `at`: when, if not just now.

        Timings may come late and in any order; one from the future counts as one of now.
        """
        if ms < 0:
            raise ValueError(f"a request cannot take {ms} ms")
        now = self._drop_old()
        counted = min(ms, LONGEST_MS)
        happened = now if at is None else min(at, now)
        holding = [window for window in self._windows.values() if now - happened < window.seconds]
        for window in holding:
            window.counts.add(counted, 1)
        if holding:
            holding[0].add_leaving((happened, counted))

    def percentile(self, p: float, window: float | None = None) -> int | None:
        """The smallest timing that at least `p` per cent of the timings do not exceed; None if there are none."""
        if not 0 <= p <= 100:
            raise ValueError(f"a percentile lies between 0 and 100, not at {p}")
        counts = self._current(window)
        return counts.of_rank(_rank(p, counts.total)) if counts.total else None

    def count(self, window: float | None = None) -> int:
        """How many timings the window holds."""
        return self._current(window).total

    def _current(self, seconds: float | None) -> _Counts:
        wanted = self._default if seconds is None else seconds
        if wanted not in self._windows:
            raise ValueError(f"no window of {wanted} s, only of {', '.join(map(str, self._windows))}")
        self._drop_old()
        return self._windows[wanted].counts

    def _drop_old(self) -> float:
        now = self._clock()
        windows = list(self._windows.values())
        for window, longer in zip(windows, [*windows[1:], None], strict=True):
            while (old := window.pop_old(now)) is not None:
                window.counts.add(old[1], -1)
                if longer is not None:
                    longer.add_leaving(old)
        return now


def _rank(p: float, total: int) -> int:
    """`p` per cent of `total`, rounded up; in whole numbers, since 0.55 * 100 is more than 55 in floating point."""
    hundredths = round(p * 100)
    return max(1, -(-hundredths * total // 10_000))
