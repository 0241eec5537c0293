import time
from collections import OrderedDict


class Cache:
    def __init__(self, capacity, ttl, clock=time.monotonic):
        if capacity < 1 or ttl <= 0:
            raise ValueError("capacity and ttl must be positive")
        self.capacity = capacity
        self.ttl = ttl
        self.clock = clock
        self.entries = OrderedDict()

    def get(self, key, default=None):
        if key not in self.entries:
            return default
        value, deadline = self.entries[key]
        if self.clock() >= deadline:
            del self.entries[key]
            return default
        self.entries.move_to_end(key)
        return value

    def put(self, key, value):
        if key not in self.entries and len(self.entries) >= self.capacity:
            self.entries.popitem(last=False)
        self.entries[key] = (value, self.clock() + self.ttl)
        self.entries.move_to_end(key)

    def __len__(self):
        now = self.clock()
        return sum(1 for _, deadline in self.entries.values() if now < deadline)
