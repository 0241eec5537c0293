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
        self.waiting = OrderedDict()

    def add(self, key, item):
        now = self.clock()
        items, _ = self.waiting.get(key, ([], None))
        items.append(item)
        self.waiting[key] = (items, now + self.max_wait)
        self.waiting.move_to_end(key)
        if len(items) >= self.max_size or self.max_wait == 0:
            self.send_batch(key)

    def poll(self):
        now = self.clock()
        sent = 0
        while self.waiting:
            key = next(iter(self.waiting))
            if self.waiting[key][1] > now:
                break
            self.send_batch(key)
            sent += 1
        return sent

    def next_due(self):
        for _, due in self.waiting.values():
            return due
        return None

    def flush(self):
        sent = 0
        for key in list(self.waiting):
            if key in self.waiting:
                self.send_batch(key)
                sent += 1
        return sent

    def send_batch(self, key):
        items, _ = self.waiting.pop(key)
        self.send(key, items)
