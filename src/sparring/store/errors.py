"""What can go wrong with the log, and who can mend it.

```
StoreError
├── StoreUnreadable    user: the file is damaged or another program's; restore or move it
├── StoreUnwritable    user: disk full, no permission, server away
├── StoreTooNew        user: update the program
├── StoreBusy          anyone: try again
├── UnknownSession     user: no session has this id
├── AmbiguousSession   user: several sessions begin like this
├── SessionExists      program: the id is taken
├── OutOfOrder         program: another writer was first; read the log again
└── NotStorable        program: the value is not JSON
```
"""

from collections.abc import Iterable
from difflib import get_close_matches


class StoreError(Exception):
    """Anything the store refuses or fails to do."""

    retry = False
    """Whether the same call may succeed a moment later."""


class StoreUnreadable(StoreError):
    """The file is no store: damaged, or another program's."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where}: expected a session store, got: {reason}. Nothing was changed. "
            "Restore the file from a backup, or move it aside and start again with an empty store."
        )
        self.where = where


class StoreUnwritable(StoreError):
    """The place cannot be opened or written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where}: cannot be opened for writing: {reason}. "
            "Check free space and permissions, or set SPARRING_HOME to another folder."
        )
        self.where = where


class StoreTooNew(StoreError):
    """The store was written by a newer program."""

    def __init__(self, where: str, found: str, known: str) -> None:
        super().__init__(
            f"{where}: has schema {found}, this program knows up to {known}. "
            "Update the program; the store was not touched."
        )
        self.where, self.found, self.known = where, found, known


class StoreBusy(StoreError):
    """Another program held the store for longer than we wait."""

    retry = True

    def __init__(self, where: str, waited: float) -> None:
        super().__init__(
            f"{where}: another program has been writing for more than {waited:g} s. "
            "Close it or try again; nothing was lost."
        )
        self.where = where


class UnknownSession(StoreError):
    """No session has this id."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        ids = list(known)
        near = get_close_matches(id_, ids, n=3, cutoff=0.3) or ids[:3]
        remedy = f"the nearest: {', '.join(near)}" if near else "there are no sessions yet"
        super().__init__(f"no session {id_!r}; {remedy}")
        self.id, self.nearest = id_, tuple(near)


class AmbiguousSession(StoreError):
    """Several sessions begin like this."""

    def __init__(self, prefix: str, ids: Iterable[str]) -> None:
        self.prefix, self.ids = prefix, tuple(ids)
        shown = ", ".join(self.ids[:5]) + (", ..." if len(self.ids) > 5 else "")
        super().__init__(f"{prefix!r} begins {len(self.ids)} sessions: {shown}; write more of the id")


class SessionExists(StoreError):
    """A new session was given an id that is taken."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"session {id_!r} exists already; choose another id")
        self.id = id_


class OutOfOrder(StoreError):
    """An event does not follow the last one: another writer was first, or the caller miscounted."""

    def __init__(self, id_: str, expected: int, got: int) -> None:
        super().__init__(
            f"session {id_!r}: expected event {expected} next, got {got}; "
            "another window may hold this session: read it again"
        )
        self.id, self.expected, self.got = id_, expected, got


class NotStorable(StoreError):
    """A value that the log cannot keep and give back."""

    def __init__(self, what: str, expected: str, got: str) -> None:
        super().__init__(f"{what}: expected {expected}, got {got}")
