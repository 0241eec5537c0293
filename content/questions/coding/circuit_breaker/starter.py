"""A breaker around a failing service."""

import time


class CircuitOpen(Exception):
    """The call was refused."""

    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after} s")
        self.retry_after = retry_after


class Breaker:
    """Calls a function as long as that makes sense."""

    def __init__(self, threshold, window, cooldown, clock=time.monotonic, ignore=()):
        """`window` and `cooldown` are in seconds; `ignore` holds types of exceptions."""

    def call(self, function, *args, **kwargs):
        """Call the function, or refuse."""

    @property
    def state(self):
        """"closed", "open" or "half_open"."""
