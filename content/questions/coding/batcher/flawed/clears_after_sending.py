import time
from collections import OrderedDict


class Batcher:
    def __init__(self, send, max_size, max_wait, clock=time.monotonic):
        if max_size < 1 or max_wait < 0:
            raise ValueError("bad settings")
        self.send = send
        self.max_size = max_size
        self.max_wait = max_wait
        self.clock = clock
        self.items = OrderedDict()
        self.due = {}

    def add(self, key, item):
        now = self.clock()
        if key not in self.items:
            self.items[key] = []
            self.due[key] = now + self.max_wait
        self.items[key].append(item)
        if len(self.items[key]) >= self.max_size or self.due[key] <= now:
            self.send_batch(key)

    def poll(self):
        now = self.clock()
        sent = 0
        while self.items:
            key = next(iter(self.items))
            if self.due[key] > now:
                break
            self.send_batch(key)
            sent += 1
        return sent

    def next_due(self):
        return self.due[next(iter(self.items))] if self.items else None

    def flush(self):
        keys = list(self.items)
        for key in keys:
            self.send_batch(key)
        return len(keys)

    def send_batch(self, key):
        self.send(key, list(self.items[key]))
        del self.items[key]
        del self.due[key]
