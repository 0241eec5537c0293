"""A cache with a capacity and an expiry."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class Cache:
    """Holds at most `capacity` entries, each for `ttl` seconds from when it was written.

    What has expired makes room first, then what has gone unused for longest. Not safe to share between threads.
    """

    def __init__(self, capacity: int, ttl: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` returns seconds and never goes back."""
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        if ttl <= 0:
            raise ValueError(f"ttl must be positive, not {ttl}")
        self._capacity = capacity
        self._ttl = ttl
        self._clock = clock
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        """In order of use, the longest unused first."""
        self._deadlines: OrderedDict[Hashable, float] = OrderedDict()
        """In order of writing, which is the order of expiry since all entries live equally long."""

    def get(self, key: Hashable, default: Any = None) -> Any:
        """The live value of a key, or `default`. Finding it counts as a use and does not extend its life."""
        self._drop_expired()
        if key not in self._values:
            return default
        self._values.move_to_end(key)
        return self._values[key]

    def put(self, key: Hashable, value: Any) -> None:
        """Set the value of a key and start its time anew."""
        self._drop_expired()
        if key not in self._values and len(self._values) == self._capacity:
            self._drop(next(iter(self._values)))
        self._values[key] = value
        self._values.move_to_end(key)
        self._deadlines[key] = self._clock() + self._ttl
        self._deadlines.move_to_end(key)

    def __len__(self) -> int:
        """How many entries a `get` would find."""
        self._drop_expired()
        return len(self._values)

    def _drop_expired(self) -> None:
        now = self._clock()
        while self._deadlines:
            oldest, deadline = next(iter(self._deadlines.items()))
            if now < deadline:
                return
            self._drop(oldest)

    def _drop(self, key: Hashable) -> None:
        del self._values[key]
        del self._deadlines[key]
