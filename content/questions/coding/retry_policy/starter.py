"""Calls that may be repeated."""

import random
import time


class Budget:
    """How many repeats there may be, over all calls that share it."""

    def __init__(self, most, window, clock=time.monotonic):
        """`window` is in seconds."""

    def take(self):
        """Take one repeat; True if there was one left."""


class Retrier:
    """Calls a function, and again where that makes sense."""

    def __init__(
        self,
        attempts,
        base,
        cap,
        retry_on,
        deadline=None,
        budget=None,
        clock=time.monotonic,
        sleep=time.sleep,
        draw=random.random,
    ):
        """`base`, `cap` and `deadline` are in seconds; `draw` returns a number from 0 up to 1."""

    def call(self, function, *args, **kwargs):
        """Call the function with these arguments."""
