"""Timings of the last few minutes, and their percentiles."""

import time


class Latencies:
    """The timings of the last `window` seconds."""

    def __init__(self, window, clock=time.monotonic):
        """`clock` returns the time in seconds."""

    def record(self, ms):
        """A request has just taken `ms` milliseconds."""

    def percentile(self, p):
        """The `p`-th percentile."""

    def count(self):
        """How many timings there are."""
        return 0
