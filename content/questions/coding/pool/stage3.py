"""A pool of things that are costly to open."""

import math
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any

_NOTHING = object()
_PLACE = object()
"""Granted instead of a resource: the right to open one."""
_CLOSED = object()
"""Granted when there will never be anything."""


class PoolTimeout(Exception):
    """Nothing to lend in time."""


class PoolClosed(Exception):
    """The pool lends nothing any more."""


class _Turn:
    """A caller in the line, woken when something has been granted to it alone."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.granted: Any = None


class Pool:
    """Lends out resources, never more than `size` open at a time, in the order in which callers asked.

    Safe to share between threads. The lock guards the books alone: `create` and `destroy` run outside of it.
    While anybody waits nothing is idle and no place is free, since whatever comes back goes to the first in line.
    What has been idle for `max_idle` seconds is destroyed by the next call, not by a thread of the pool's own.
    """

    def __init__(
        self,
        create: Callable[[], Any],
        destroy: Callable[[Any], None],
        size: int,
        max_idle: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if size < 1:
            raise ValueError(f"size must be at least 1, not {size}")
        if max_idle is not None and max_idle <= 0:
            raise ValueError(f"max_idle must be positive, not {max_idle}")
        self._create = create
        self._destroy = destroy
        self._size = size
        self._free_places = size
        self._closed = False
        self._max_idle = math.inf if max_idle is None else max_idle
        self._clock = clock
        self._idle: deque[tuple[float, Any]] = deque()
        """Since when, and what; the longest idle first."""
        self._lent: dict[int, Any] = {}
        """By identity: resources need be neither hashable nor different."""
        self._line: OrderedDict[_Turn, None] = OrderedDict()
        self._lock = threading.Lock()
        self._all_closed = threading.Condition(self._lock)

    def acquire(self, timeout: float | None = None) -> Any:
        """A resource, for the caller alone; waits for one at most `timeout` seconds, without end if that is None."""
        self._retire_stale()
        granted = self._await_grant(timeout)
        if granted is _CLOSED:
            raise PoolClosed
        return self._open() if granted is _PLACE else granted

    def release(self, resource: Any, broken: bool = False) -> None:
        """Give back what `acquire` returned; a broken one is destroyed and another may be opened in its place."""
        self._retire_stale()
        with self._lock:
            if self._lent.pop(id(resource), _NOTHING) is _NOTHING:
                raise ValueError(f"{resource!r} is not lent out by this pool")
            if not broken and not self._closed:
                self._pass_on(resource)
                return
        self._retire(resource)

    def close(self, timeout: float | None = None) -> bool:
        """Lend nothing any more, destroy what is idle, and wait for the rest; whether all of it is closed."""
        with self._lock:
            self._closed = True
            idle = [resource for _, resource in self._idle]
            self._idle.clear()
            self._send_everybody_away()
        for resource in idle:
            self._retire(resource)
        with self._lock:
            return self._all_closed.wait_for(lambda: self._free_places == self._size, timeout)

    def _send_everybody_away(self) -> None:
        for turn in self._line:
            turn.granted = _CLOSED
            turn.ready.set()
        self._line.clear()

    def _retire_stale(self) -> None:
        while (resource := self._pop_stale()) is not _NOTHING:
            self._retire(resource)

    def _pop_stale(self) -> Any:
        """The longest idle resource if its time is over, taken off the shelf; else `_NOTHING`."""
        with self._lock:
            if self._idle and self._clock() - self._idle[0][0] >= self._max_idle:
                return self._idle.popleft()[1]
        return _NOTHING

    def _retire(self, resource: Any) -> None:
        """Close it first, free its place afterwards, so that never more than `size` are open."""
        self._destroy(resource)
        with self._lock:
            self._pass_on(_PLACE)

    def _await_grant(self, timeout: float | None) -> Any:
        with self._lock:
            if self._closed:
                return _CLOSED
            if self._idle:
                return self._lend(self._idle.pop()[1])
            if self._free_places:
                self._free_places -= 1
                return _PLACE
            turn = _Turn()
            self._line[turn] = None
        if not turn.ready.wait(timeout):
            self._leave_line(turn, timeout)
        return turn.granted

    def _leave_line(self, turn: _Turn, timeout: float | None) -> None:
        """Give up, unless something was granted at the last moment: that must not get lost."""
        with self._lock:
            if turn in self._line:
                del self._line[turn]
                raise PoolTimeout(f"nothing came free in {timeout} s")

    def _open(self) -> Any:
        try:
            resource = self._create()
        except BaseException:
            with self._lock:
                self._pass_on(_PLACE)
            raise
        with self._lock:
            if not self._closed:
                return self._lend(resource)
        self._retire(resource)
        raise PoolClosed

    def _lend(self, resource: Any) -> Any:
        self._lent[id(resource)] = resource
        return resource

    def _pass_on(self, what: Any) -> None:
        """Give a resource or a place to the first in line, or keep it."""
        if self._line:
            turn, _ = self._line.popitem(last=False)
            turn.granted = what if what is _PLACE else self._lend(what)
            turn.ready.set()
        elif what is _PLACE:
            self._free_places += 1
            self._all_closed.notify_all()
        else:
            self._idle.append((self._clock(), what))
