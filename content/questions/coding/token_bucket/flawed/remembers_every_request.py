import time


class RateLimiter:
    def __init__(self, rate, burst, clock=time.time):
        if rate <= 0 or burst < 1:
            raise ValueError("rate and burst must be positive")
        self.rate = rate
        self.burst = burst
        self.clock = clock
        self.requests = {}

    def allow(self, client):
        times = self.requests.setdefault(client, [])
        now = max([self.clock()] + times[-1:])
        left, last = self.burst, None
        for moment in times:
            if last is not None:
                left = min(self.burst, left + (moment - last) * self.rate)
            left, last = left - 1, moment
        if last is not None:
            left = min(self.burst, left + (now - last) * self.rate)
        if left < 1:
            return False
        times.append(now)
        return True
