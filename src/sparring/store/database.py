"""A database: transactions for reading and writing, and its failures in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import (
    SQLITE_BUSY,
    SQLITE_CORRUPT,
    SQLITE_FORMAT,
    SQLITE_LOCKED,
    SQLITE_NOTADB,
)

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from sparring.store.errors import StoreBusy, StoreError, StoreUnreadable, StoreUnwritable
from sparring.store.location import prepare

WRITES = "sparring_writes"


class Database:
    """One database, SQLite or other; nothing outside this file and `schema` knows which."""

    def __init__(self, place: str | Path, wait: float) -> None:
        """Prepare a URL, or a path to a SQLite file; `wait` is how many seconds a locked database is waited for.

        Raises StoreUnwritable where the place cannot be used.
        """
        url = _url(place)
        on_file = url.get_backend_name() == "sqlite" and url.database
        self.where = str(url.database) if on_file else url.render_as_string(hide_password=True)
        self._wait = wait
        self._engine = _engine(url, wait, self.where)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database."""
        with self._translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is on disk when the block ends, or has not happened."""
        with self._translated(), self._engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection

    def forget(self) -> None:
        """Take what was overwritten out of SQLite's write-ahead log too, where nobody else is reading."""
        if self._engine.dialect.name == "sqlite":
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise self._fault(error) from error

    def _fault(self, error: DatabaseError) -> StoreError:
        reason = str(error.orig)
        match getattr(error.orig, "sqlite_errorcode", 0) & 0xFF:
            case code if code in (SQLITE_BUSY, SQLITE_LOCKED):
                return StoreBusy(self.where, self._wait)
            case code if code in (SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT):
                return StoreUnreadable(self.where, reason)
        return StoreUnwritable(self.where, reason)


def _url(place: str | Path) -> URL:
    if isinstance(place, str) and "://" in place:
        try:
            return make_url(place)
        except ArgumentError as error:
            raise StoreUnwritable(place, "not a database address") from error
    return URL.create("sqlite", database=str(Path(place).expanduser().absolute()))


def _engine(url: URL, wait: float, where: str) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url)
        except (ImportError, NoSuchModuleError) as error:
            raise StoreUnwritable(where, f"no driver for {url.drivername}: {error}") from error
    connect = {"timeout": wait, "check_same_thread": False}
    if url.database in (None, "", ":memory:"):
        engine = create_engine(url, connect_args=connect, poolclass=StaticPool)
    else:
        try:
            prepare(Path(str(url.database)))
        except OSError as error:
            raise StoreUnwritable(where, error.strerror or str(error)) from error
        engine = create_engine(url, connect_args=connect)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


_OURS = frozenset({"sessions", "events"})
"""Tables by which a store is known."""


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Durable before acknowledged (WAL, synchronous FULL); what is deleted is overwritten."""
    # The driver would open transactions of its own, after the first read: too late to keep a second writer out.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = {str(row[0]) for row in cursor.fetchall()}
    # The mode stays with the file: another program's is left as it is.
    wal = ("journal_mode=WAL",) if not tables or tables >= _OURS else ()
    for pragma in (*wal, "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns writer cannot wait for one."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")
