"""Keeps sessions as an append-only event log; SQLite and PostgreSQL, same tests."""

from typing import TYPE_CHECKING

from sparring.store.errors import (
    AmbiguousSession,
    NotStorable,
    OutOfOrder,
    SessionExists,
    StoreBusy,
    StoreError,
    StoreTooNew,
    StoreUnreadable,
    StoreUnwritable,
    UnknownSession,
)
from sparring.store.location import default_path
from sparring.store.row import SessionRow

if TYPE_CHECKING:
    from sparring.store.store import Store

__all__ = [
    "AmbiguousSession",
    "NotStorable",
    "OutOfOrder",
    "SessionExists",
    "SessionRow",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreTooNew",
    "StoreUnreadable",
    "StoreUnwritable",
    "UnknownSession",
    "default_path",
]


def __getattr__(name: str) -> object:
    """Import the Store on first use: SQLAlchemy costs a third of a second that `sparring --help` need not pay."""
    if name == "Store":
        from sparring.store.store import Store

        return Store
    raise AttributeError(name)
