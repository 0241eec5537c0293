"""A pool of things that are costly to open."""


class PoolTimeout(Exception):
    """Nothing to lend in time."""


class Pool:
    """Lends out resources, at most `size` of them."""

    def __init__(self, create, destroy, size):
        """`create()` opens a resource, `destroy(resource)` closes it."""

    def acquire(self, timeout=None):
        """A resource, for the caller alone."""

    def release(self, resource, broken=False):
        """Give a resource back."""
