"""A cache with a capacity, an expiry for each entry, and one load at a time for each key."""

import heapq
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count
from typing import Any

_MISSING = object()


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

    What has expired makes room first, then what has gone unused for longest. Safe to share between threads: one lock
    guards the state and is never held while a loader runs.
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
        self._lock = threading.Lock()
        self._loading: dict[Hashable, Future[Any]] = {}

    def get(self, key: Hashable, default: Any = None) -> Any:
        """The live value of a key, or `default`. Finding it counts as a use and does not extend its life."""
        with self._lock:
            return self._get(key, default)

    def get_or_load(self, key: Hashable, load: Callable[[], Any]) -> Any:
        """The live value of a key, or what `load` returns; one thread loads a key while the others wait for it.

        An exception of `load` reaches the one that called it; those who waited try for themselves.
        """
        while True:
            with self._lock:
                value = self._get(key, _MISSING)
                if value is not _MISSING:
                    return value
                others = self._loading.get(key)
                if others is None:
                    mine: Future[Any] = Future()
                    self._loading[key] = mine
            if others is None:
                return self._load(key, load, mine)
            if others.exception() is None:
                return others.result()

    def _load(self, key: Hashable, load: Callable[[], Any], mine: "Future[Any]") -> Any:
        try:
            value = load()
        except BaseException as error:
            self._finish(key)
            mine.set_exception(error)
            raise
        self.put(key, value)
        self._finish(key)
        mine.set_result(value)
        return value

    def _finish(self, key: Hashable) -> None:
        with self._lock:
            del self._loading[key]

    def _get(self, key: Hashable, default: Any) -> Any:
        self._drop_expired()
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key].value

    def put(self, key: Hashable, value: Any, ttl: float | None = None) -> None:
        """Set the value of a key and start its time anew."""
        lifetime = self._ttl if ttl is None else _positive(ttl)
        with self._lock:
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
        with self._lock:
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
