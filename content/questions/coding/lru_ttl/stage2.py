"""A cache with a capacity, and an expiry for each entry."""

import heapq
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import count
from typing import Any


@dataclass(eq=False, slots=True)
class _Entry:
    """A value and when it dies. Compared by identity: a rewritten key has a new entry."""

    value: Any
    deadline: float


class _Expiry:
    """Entries by deadline. Overwritten and evicted ones stay until their turn, or until they are half of it."""

    def __init__(self) -> None:
        self._queue: list[tuple[float, int, Hashable, _Entry]] = []
        self._number = count()

    def add(self, key: Hashable, entry: _Entry) -> None:
        heapq.heappush(self._queue, (entry.deadline, next(self._number), key, entry))

    def pop_due(self, now: float) -> tuple[Hashable, _Entry] | None:
        """The next entry whose time is over, if any."""
        if not self._queue or now < self._queue[0][0]:
            return None
        _, _, key, entry = heapq.heappop(self._queue)
        return key, entry

    def forget_dead(self, live: OrderedDict[Hashable, _Entry]) -> None:
        """Keep the memory in proportion to what is alive; constant time over many calls."""
        if len(self._queue) > 2 * len(live) + 16:
            self._queue = [item for item in self._queue if live.get(item[2]) is item[3]]
            heapq.heapify(self._queue)


class Cache:
    """Holds at most `capacity` entries, each for its own time from when it was written.

    What has expired makes room first, then what has gone unused for longest. Not safe to share between threads.
    """

    def __init__(self, capacity: int, ttl: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`ttl` is the lifetime of entries that bring none; `clock` returns seconds and never goes back."""
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self._capacity = capacity
        self._ttl = _positive(ttl)
        self._clock = clock
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._expiry = _Expiry()

    def get(self, key: Hashable, default: Any = None) -> Any:
        """The live value of a key, or `default`. Finding it counts as a use and does not extend its life."""
        self._drop_expired()
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key].value

    def put(self, key: Hashable, value: Any, ttl: float | None = None) -> None:
        """Set the value of a key and start its time anew."""
        lifetime = self._ttl if ttl is None else _positive(ttl)
        self._drop_expired()
        if key not in self._entries and len(self._entries) == self._capacity:
            self._entries.popitem(last=False)
        entry = _Entry(value, self._clock() + lifetime)
        self._entries[key] = entry
        self._entries.move_to_end(key)
        self._expiry.add(key, entry)
        self._expiry.forget_dead(self._entries)

    def __len__(self) -> int:
        """How many entries a `get` would find."""
        self._drop_expired()
        return len(self._entries)

    def _drop_expired(self) -> None:
        now = self._clock()
        while (due := self._expiry.pop_due(now)) is not None:
            key, entry = due
            if self._entries.get(key) is entry:
                del self._entries[key]


def _positive(ttl: float) -> float:
    if ttl <= 0:
        raise ValueError(f"ttl must be positive, not {ttl}")
    return ttl
