import time


class RateLimiter:
    def __init__(self, rate, burst, clock=time.time):
        if rate <= 0 or burst < 1:
            raise ValueError("rate and burst must be positive")
        self.rate = rate
        self.burst = burst
        self.clock = clock
        self.left = {}
        self.seen = {}

    def allow(self, client):
        now = self.clock()
        elapsed = max(0, now - self.seen.get(client, now))
        left = min(self.burst, self.left.get(client, self.burst) + int(elapsed * self.rate))
        self.seen[client] = max(now, self.seen.get(client, now))
        self.left[client] = left
        if left < 1:
            return False
        self.left[client] = left - 1
        return True
