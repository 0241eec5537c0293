import threading
from collections import deque


class PoolTimeout(Exception):
    pass


class Pool:
    def __init__(self, create, destroy, size):
        if size < 1:
            raise ValueError("size")
        self.create = create
        self.destroy = destroy
        self.size = size
        self.open = 0
        self.idle = []
        self.lent = {}
        self.waiting = deque()
        self.lock = threading.Lock()

    def acquire(self, timeout=None):
        with self.lock:
            if self.idle:
                resource = self.idle.pop()
                self.lent[id(resource)] = resource
                return resource
            if self.open < self.size:
                self.open += 1
                waiter = None
            else:
                waiter = [threading.Event(), None]
                self.waiting.append(waiter)
        if waiter is not None:
            if not waiter[0].wait(timeout):
                with self.lock:
                    if waiter in self.waiting:
                        self.waiting.remove(waiter)
                        raise PoolTimeout()
            if waiter[1] is not None:
                return waiter[1]
        resource = self.create()
        with self.lock:
            self.lent[id(resource)] = resource
        return resource

    def release(self, resource, broken=False):
        with self.lock:
            if id(resource) not in self.lent:
                raise ValueError("not lent")
            del self.lent[id(resource)]
        if broken:
            self.destroy(resource)
        with self.lock:
            if self.waiting:
                waiter = self.waiting.popleft()
                if not broken:
                    waiter[1] = resource
                    self.lent[id(resource)] = resource
                waiter[0].set()
            elif broken:
                self.open -= 1
            else:
                self.idle.append(resource)
