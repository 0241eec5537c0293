import threading
from collections import deque


class PoolTimeout(Exception):
    pass


class Waiter:
    def __init__(self):
        self.event = threading.Event()
        self.resource = None


class Pool:
    def __init__(self, create, destroy, size):
        if size < 1:
            raise ValueError("size must be at least 1")
        self.create = create
        self.destroy = destroy
        self.size = size
        self.open = 0
        self.idle = []
        self.lent = []
        self.waiting = deque()
        self.lock = threading.Lock()

    def acquire(self, timeout=None):
        waiter = Waiter()
        with self.lock:
            if self.idle:
                resource = self.idle.pop()
                self.lent.append(resource)
                return resource
            must_wait = self.open >= self.size
            if must_wait:
                self.waiting.append(waiter)
            else:
                self.open += 1
        if must_wait:
            if not waiter.event.wait(timeout):
                with self.lock:
                    if waiter in self.waiting:
                        self.waiting.remove(waiter)
                        raise PoolTimeout()
            if waiter.resource is not None:
                return waiter.resource
        try:
            resource = self.create()
        except BaseException:
            with self.lock:
                self._pass_on(None)
            raise
        with self.lock:
            self.lent.append(resource)
        return resource

    def release(self, resource, broken=False):
        with self.lock:
            position = next((i for i, other in enumerate(self.lent) if other is resource), None)
            if position is None:
                raise ValueError("not lent by this pool")
            del self.lent[position]
            if not broken:
                self._pass_on(resource)
                return
        self.destroy(resource)
        with self.lock:
            self._pass_on(None)

    def _pass_on(self, resource):
        if self.waiting:
            waiter = self.waiting.popleft()
            waiter.resource = resource
            if resource is not None:
                self.lent.append(resource)
            waiter.event.set()
        elif resource is None:
            self.open -= 1
        else:
            self.idle.append(resource)
