"""Timings of the last few minutes, and their percentiles."""

import time
from collections import deque
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
    """The counts of one window, and the timings that will leave it next, in the order in which they came."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.counts = _Counts()
        self.leaving: deque[tuple[float, int]] = deque()

    def pop_old(self, now: float) -> tuple[float, int] | None:
        if self.leaving and now - self.leaving[0][0] >= self.seconds:
            return self.leaving.popleft()
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

    def record(self, ms: int) -> None:
        """A request has just taken `ms` milliseconds; more than `LONGEST_MS` count as that."""
        if ms < 0:
            raise ValueError(f"a request cannot take {ms} ms")
        now = self._drop_old()
        counted = min(ms, LONGEST_MS)
        for window in self._windows.values():
            window.counts.add(counted, 1)
        shortest = next(iter(self._windows.values()))
        shortest.leaving.append((now, counted))

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
                    longer.leaving.append(old)
        return now


def _rank(p: float, total: int) -> int:
    """`p` per cent of `total`, rounded up; in whole numbers, since 0.55 * 100 is more than 55 in floating point."""
    hundredths = round(p * 100)
    return max(1, -(-hundredths * total // 10_000))
