import time


class Cache:
    def __init__(self, capacity, ttl, clock=time.monotonic):
        if capacity < 1 or ttl <= 0:
            raise ValueError("capacity and ttl must be positive")
        self.capacity = capacity
        self.ttl = ttl
        self.clock = clock
        self.entries = {}
        self.uses = 0

    def get(self, key, default=None):
        if key not in self.entries or self.entries[key][1] <= self.clock():
            return default
        self.uses += 1
        self.entries[key][2] = self.uses
        return self.entries[key][0]

    def put(self, key, value):
        if key not in self.entries and len(self.entries) >= self.capacity:
            now = self.clock()
            for other in [k for k, entry in self.entries.items() if entry[1] <= now]:
                del self.entries[other]
            if len(self.entries) >= self.capacity:
                del self.entries[min(self.entries, key=lambda k: self.entries[k][2])]
        self.uses += 1
        self.entries[key] = [value, self.clock() + self.ttl, self.uses]

    def __len__(self):
        now = self.clock()
        return sum(1 for entry in self.entries.values() if entry[1] > now)
