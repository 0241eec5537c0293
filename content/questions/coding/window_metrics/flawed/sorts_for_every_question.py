import math
import time
from collections import deque


class Latencies:
    def __init__(self, window, clock=time.monotonic):
        if window <= 0:
            raise ValueError("window must be positive")
        self.window = window
        self.clock = clock
        self.timings = deque()

    def record(self, ms):
        if ms < 0:
            raise ValueError("ms must not be negative")
        self._drop_old()
        self.timings.append((self.clock(), min(ms, 60_000)))

    def percentile(self, p):
        if p < 0 or p > 100:
            raise ValueError("p must be between 0 and 100")
        self._drop_old()
        if not self.timings:
            return None
        ordered = sorted(ms for _, ms in self.timings)
        rank = max(1, math.ceil(p * len(ordered) / 100))
        return ordered[rank - 1]

    def count(self):
        self._drop_old()
        return len(self.timings)

    def _drop_old(self):
        now = self.clock()
        while self.timings and now - self.timings[0][0] >= self.window:
            self.timings.popleft()
