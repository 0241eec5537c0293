"""Collects single requests into batches."""

import time


class Batcher:
    """Hands items on in batches: `send(key, items)`."""

    def __init__(self, send, max_size, max_wait, clock=time.monotonic):
        """`clock` returns the time in seconds."""

    def add(self, key, item):
        """Take one item for a key."""

    def poll(self):
        """Send what has waited long enough. Returns how many batches were sent."""
        return 0

    def next_due(self):
        """When `poll` has to be called next."""
        return None

    def flush(self):
        """Send what there is. Returns how many batches were sent."""
        return 0
