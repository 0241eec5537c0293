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
        self._drop_expired()
        if key not in self.entries:
            return default
        value, _ = self.entries[key]
        self.entries[key] = (value, self.clock())
        self.entries.move_to_end(key)
        return value

    def put(self, key, value):
        self._drop_expired()
        if key not in self.entries and len(self.entries) >= self.capacity:
            self.entries.popitem(last=False)
        self.entries[key] = (value, self.clock())
        self.entries.move_to_end(key)

    def __len__(self):
        self._drop_expired()
        return len(self.entries)

    def _drop_expired(self):
        while self.entries:
            key = next(iter(self.entries))
            if self.clock() - self.entries[key][1] < self.ttl:
                return
            del self.entries[key]
