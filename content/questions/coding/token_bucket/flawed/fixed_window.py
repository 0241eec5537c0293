import time


class RateLimiter:
    def __init__(self, rate, burst, clock=time.time):
        if rate <= 0 or burst < 1:
            raise ValueError("rate and burst must be positive")
        self.burst = burst
        self.window = burst / rate
        self.clock = clock
        self.counts = {}

    def allow(self, client):
        window = int(self.clock() // self.window)
        started, count = self.counts.get(client, (window, 0))
        if window > started:
            started, count = window, 0
        if count >= self.burst:
            return False
        self.counts[client] = (started, count + 1)
        return True
