import math
import random
import time


class Budget:
    def __init__(self, most, window, clock=time.monotonic):
        if most < 0 or window <= 0:
            raise ValueError("bad budget")
        self.most = most
        self.window = window
        self.clock = clock
        self.taken = []

    def take(self):
        now = self.clock()
        self.taken = [moment for moment in self.taken if now - moment < self.window]
        if len(self.taken) >= self.most:
            return False
        self.taken.append(now)
        return True


class Retrier:
    def __init__(
        self, attempts, base, cap, retry_on, deadline=None, budget=None,
        clock=time.monotonic, sleep=time.sleep, draw=random.random,
    ):
        if attempts < 1 or base <= 0 or cap < base or (deadline is not None and deadline <= 0):
            raise ValueError("bad settings")
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.retry_on = retry_on
        self.deadline = math.inf if deadline is None else deadline
        self.budget = budget
        self.clock = clock
        self.sleep = sleep
        self.draw = draw

    def call(self, function, *args, **kwargs):
        started = self.clock()
        ceiling = self.base
        for attempt in range(1, self.attempts + 1):
            try:
                return function(*args, **kwargs)
            except self.retry_on:
                wait = ceiling * self.draw()
                if attempt == self.attempts or self.clock() + wait - started >= self.deadline:
                    raise
                if self.budget and not self.budget.take():
                    raise
            self.sleep(wait)
            ceiling = min(self.cap, ceiling * 2)
