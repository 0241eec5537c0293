"""A pool of things that are costly to open."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

_NOTHING = object()
_PLACE = object()
"""Granted instead of a resource: the right to open one."""


class PoolTimeout(Exception):
    """Nothing to lend in time."""


class _Turn:
    """A caller in the line, woken when something has been granted to it alone."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.granted: Any = None


class Pool:
    """Lends out resources, never more than `size` open at a time, in the order in which callers asked.

    Safe to share between threads. The lock guards the books alone: `create` and `destroy` run outside of it.
    While anybody waits nothing is idle and no place is free, since whatever comes back goes to the first in line.
    """

    def __init__(self, create: Callable[[], Any], destroy: Callable[[Any], None], size: int) -> None:
        if size < 1:
            raise ValueError(f"size must be at least 1, not {size}")
        self._create = create
        self._destroy = destroy
        self._free_places = size
        self._idle: list[Any] = []
        self._lent: dict[int, Any] = {}
        """By identity: resources need be neither hashable nor different."""
        self._line: OrderedDict[_Turn, None] = OrderedDict()
        self._lock = threading.Lock()

    def acquire(self, timeout: float | None = None) -> Any:
        """A resource, for the caller alone; waits for one at most `timeout` seconds, without end if that is None."""
        granted = self._await_grant(timeout)
        return self._open() if granted is _PLACE else granted

    def release(self, resource: Any, broken: bool = False) -> None:
        """Give back what `acquire` returned; a broken one is destroyed and another may be opened in its place."""
        with self._lock:
            if self._lent.pop(id(resource), _NOTHING) is _NOTHING:
                raise ValueError(f"{resource!r} is not lent out by this pool")
            if not broken:
                self._pass_on(resource)
                return
        self._destroy(resource)
        with self._lock:
            self._pass_on(_PLACE)

    def _await_grant(self, timeout: float | None) -> Any:
        with self._lock:
            if self._idle:
                return self._lend(self._idle.pop())
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
            return self._lend(resource)

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
        else:
            self._idle.append(what)
