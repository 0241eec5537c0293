import time
from bisect import bisect_left, insort
from collections import deque


class Latencies:
    def __init__(self, window, clock=time.monotonic):
        if window <= 0:
            raise ValueError("window must be positive")
        self.window = window
        self.clock = clock
        self.ordered = []
        self.arrivals = deque()

    def record(self, ms):
        if ms < 0:
            raise ValueError("ms must not be negative")
        self._drop_old()
        ms = min(ms, 60_000)
        insort(self.ordered, ms)
        self.arrivals.append((self.clock(), ms))

    def percentile(self, p):
        if p < 0 or p > 100:
            raise ValueError("p must be between 0 and 100")
        self._drop_old()
        if not self.ordered:
            return None
        position = (len(self.ordered) - 1) * p / 100
        low = int(position)
        high = min(low + 1, len(self.ordered) - 1)
        return self.ordered[low] + (self.ordered[high] - self.ordered[low]) * (position - low)

    def count(self):
        self._drop_old()
        return len(self.ordered)

    def _drop_old(self):
        now = self.clock()
        while self.arrivals and now - self.arrivals[0][0] >= self.window:
            ms = self.arrivals.popleft()[1]
            del self.ordered[bisect_left(self.ordered, ms)]
