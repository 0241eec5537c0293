"""Which schema a database has, and the way to ours."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from sparring.store.database import Database
from sparring.store.errors import StoreTooNew, StoreUnreadable, StoreUnwritable

HEAD = "0002"
"""The newest revision in `migrations/versions`. Revisions are counted, so that "newer" can be told without Alembic."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(database: Database) -> None:
    """Migrate to HEAD. Alembic is imported only where there is something to do: most starts find the schema current.

    Raises StoreTooNew, and StoreUnreadable where the database holds another program's tables.
    """
    with database.read() as connection:
        found = _revision(connection)
    if found == HEAD:
        return
    try:
        with database.write() as connection:
            _migrate(connection, database.where)
    except (StoreUnwritable, IntegrityError):
        # PostgreSQL lets two processes begin to migrate at once; the second fails when the first is done.
        with database.read() as connection:
            if _revision(connection) != HEAD:
                raise


def _migrate(connection: Connection, where: str) -> None:
    # Asked again inside the write transaction: another process may have migrated while this one waited.
    found = _revision(connection)
    if found == HEAD:
        return
    if found is not None and not found.isdigit():
        raise StoreUnreadable(where, f"a database of another program (schema {found})")
    if found is not None and found > HEAD:
        raise StoreTooNew(where, found, HEAD)
    if found is None and (tables := inspect(connection).get_table_names()):
        raise StoreUnreadable(where, f"a database of another program (tables {', '.join(sorted(tables)[:3])})")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _revision(connection: Connection) -> str | None:
    """The revision the database is at; None where it has never been migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)
