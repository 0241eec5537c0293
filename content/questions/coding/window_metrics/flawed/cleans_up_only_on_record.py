import math
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
        now = self.clock()
        while self.arrivals and now - self.arrivals[0][0] >= self.window:
            old = self.arrivals.popleft()[1]
            del self.ordered[bisect_left(self.ordered, old)]
        ms = min(ms, 60_000)
        insort(self.ordered, ms)
        self.arrivals.append((now, ms))

    def percentile(self, p):
        if p < 0 or p > 100:
            raise ValueError("p must be between 0 and 100")
        if not self.ordered:
            return None
        rank = max(1, math.ceil(p * len(self.ordered) / 100))
        return self.ordered[rank - 1]

    def count(self):
        return len(self.ordered)
