import threading
import time


class PoolTimeout(Exception):
    pass


class Pool:
    def __init__(self, create, destroy, size):
        if size < 1:
            raise ValueError("size must be at least 1")
        self.create = create
        self.destroy = destroy
        self.size = size
        self.open = 0
        self.idle = []
        self.lent = {}
        self.changed = threading.Condition()

    def acquire(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.changed:
            while not self.idle and self.open >= self.size:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    raise PoolTimeout()
                self.changed.wait(left)
            if self.idle:
                resource = self.idle.pop()
                self.lent[id(resource)] = resource
                return resource
            self.open += 1
        try:
            resource = self.create()
        except BaseException:
            self._free_place()
            raise
        with self.changed:
            self.lent[id(resource)] = resource
        return resource

    def release(self, resource, broken=False):
        with self.changed:
            if id(resource) not in self.lent:
                raise ValueError("not lent by this pool")
            del self.lent[id(resource)]
            if not broken:
                self.idle.append(resource)
                self.changed.notify()
                return
        self.destroy(resource)
        self._free_place()

    def _free_place(self):
        with self.changed:
            self.open -= 1
            self.changed.notify()
