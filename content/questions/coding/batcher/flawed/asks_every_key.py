import time


class Batcher:
    def __init__(self, send, max_size, max_wait, clock=time.monotonic):
        if max_size < 1 or max_wait < 0:
            raise ValueError("bad settings")
        self.send = send
        self.max_size = max_size
        self.max_wait = max_wait
        self.clock = clock
        self.items = {}
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
        keys = [key for key, due in self.due.items() if due <= now]
        for key in sorted(keys, key=self.due.get):
            self.send_batch(key)
        return len(keys)

    def next_due(self):
        return min(self.due.values(), default=None)

    def flush(self):
        keys = list(self.items)
        for key in keys:
            self.send_batch(key)
        return len(keys)

    def send_batch(self, key):
        items = self.items.pop(key)
        del self.due[key]
        self.send(key, items)
