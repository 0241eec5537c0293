"""A cache with a capacity and an expiry."""

import time


class Cache:
    """Holds at most `capacity` entries, each for `ttl` seconds."""

    def __init__(self, capacity, ttl, clock=time.monotonic):
        """`clock` returns the time in seconds."""

    def get(self, key, default=None):
        """The value of a key, or `default`."""

    def put(self, key, value):
        """Set the value of a key."""

    def __len__(self):
        """How many entries there are."""
        return 0
