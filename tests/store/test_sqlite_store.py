"""What a store on a SQLite file does besides what every store does: durability, locks, damage, migration."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from sparring.domain.event import Event
from sparring.store import (
    NotStorable,
    OutOfOrder,
    Store,
    StoreBusy,
    StoreTooNew,
    StoreUnreadable,
    StoreUnwritable,
    default_path,
)
from sparring.store.database import Database
from sparring.store.schema import HEAD, MIGRATIONS
from sparring.store.tables import metadata

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

WRITER = """
import sys
from datetime import UTC, datetime
from sparring.domain.event import Event
from sparring.store import Store

with Store.open(sys.argv[1]) as store:
    store.create("abc", datetime(2026, 3, 1, tzinfo=UTC), {})
    for seq in range(10**9):
        store.append("abc", Event(seq, seq / 10, "said", {"text": "word " * 50}))
        print(seq, flush=True)
"""

IMPORTS = """
import sys
from sparring.store import Store

Store.open(sys.argv[1]).close()
print("alembic" in sys.modules)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sparring.db"


def sql(file: Path, *statements: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        return [row for statement in statements for row in connection.execute(statement).fetchall()]


def test_what_was_acknowledged_survives_kill_9(file: Path) -> None:
    for _ in range(2):
        file.unlink(missing_ok=True)
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        for _ in range(20):
            assert writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged = 20 + len(
            [line for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        )
        assert writer.wait() == -signal.SIGKILL
        writer.stdout.close()
        with Store.open(file) as store:
            events = store.events("abc")
            assert len(events) in (acknowledged, acknowledged + 1)
            assert [event.seq for event in events] == list(range(len(events)))
            store.append("abc", Event(len(events), 1e6, "resumed", {}))


def test_every_append_is_synced_before_it_returns(file: Path) -> None:
    database = Database(file, wait=1)
    with database.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.close()


def test_of_two_writers_one_wins(file: Path) -> None:
    with Store.open(file) as store:
        store.create("abc", NOON, {})
    outcomes: list[str] = []
    barrier = Barrier(2)

    def write(name: str) -> None:
        with Store.open(file) as mine:
            barrier.wait()
            for seq in range(20):
                try:
                    mine.append("abc", Event(seq, 0.0, "said", {"by": name}))
                    outcomes.append("won")
                except OutOfOrder:
                    outcomes.append("lost")
                barrier.wait()

    threads = [Thread(target=write, args=(name,)) for name in "xy"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["lost"] * 20 + ["won"] * 20
    with Store.open(file) as store:
        assert [event.seq for event in store.events("abc")] == list(range(20))


def test_many_may_open_an_empty_store_at_once(file: Path) -> None:
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            with Store.open(file, wait=30) as store:
                store.create(name, NOON, {})
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=work, args=(f"s{i}",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store.open(file) as store:
        assert len(store.sessions()) == 4


def test_a_locked_store_is_busy_and_then_free(file: Path) -> None:
    with Store.open(file, wait=0.05) as store:
        store.create("abc", NOON, {})
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy, match="try again") as caught:
                store.append("abc", Event(0, 0.0, "said", {}))
            assert caught.value.retry
            assert store.events("abc") == (), "reading goes on while another writes"
            other.execute("ROLLBACK")
        store.append("abc", Event(0, 0.0, "said", {}))


def test_a_new_store_is_private(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "sparring.db"
    with Store.open(file) as store:
        store.create("abc", NOON, {})
        for path in (file, Path(f"{file}-wal")):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_deleted_words_are_gone_from_the_disk(tmp_path: Path, file: Path) -> None:
    with Store.open(file) as store:
        store.create("abc", NOON, {})
        store.append("abc", Event(0, 0.0, "said", {"text": "unforgettable"}))
        store.delete("abc")
    assert all(b"unforgettable" not in path.read_bytes() for path in tmp_path.iterdir())


def test_the_place_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPARRING_HOME", str(tmp_path))
    assert default_path() == tmp_path / "sparring.db"
    monkeypatch.delenv("SPARRING_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_path().is_relative_to(tmp_path)
    assert default_path().name == "sparring.db"


@pytest.mark.parametrize("content", [b"not a database " * 100, b"\x00" * 4096, b"SQLite format 3\x00" + b"\xff" * 4080])
def test_a_damaged_file_is_named_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreUnreadable, match=r"sparring\.db.*backup"):
        Store.open(file)
    assert file.read_bytes() == content


def test_a_store_damaged_in_the_middle_is_named(file: Path) -> None:
    with Store.open(file) as store:
        store.create("abc", NOON, {})
        for seq in range(50):
            store.append("abc", Event(seq, 0.0, "said", {"text": "x" * 1000}))
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreUnreadable, match=r"sparring\.db"), Store.open(file) as store:
        store.events("abc")


def test_another_programs_database_is_left_alone(file: Path) -> None:
    sql(file, "CREATE TABLE bookmarks (url)")
    with pytest.raises(StoreUnreadable, match=r"another program.*bookmarks"):
        Store.open(file)
    assert sql(file, "SELECT name FROM sqlite_master") == [("bookmarks",)]


def test_a_newer_schema_is_refused(file: Path) -> None:
    Store.open(file).close()
    sql(file, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew, match=r"9999.*Update the program"):
        Store.open(file)


@pytest.mark.parametrize("place", ["folder", "sub/of/a/file", "no_such_dialect://x", "no url://"])
def test_an_impossible_place_is_an_error_of_ours(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "sub").write_text("a file")
    with pytest.raises(StoreUnwritable):
        Store.open(place if "://" in place else tmp_path / place)


def test_a_current_store_opens_without_alembic(file: Path) -> None:
    def run() -> str:
        done = subprocess.run([sys.executable, "-c", IMPORTS, str(file)], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    assert [run(), run()] == ["True", "False"]


def test_naming_the_room_does_not_import_sqlalchemy() -> None:
    code = "import sys, sparring.store; sparring.store.default_path; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_migrations_lead_to_the_tables_the_code_uses(file: Path) -> None:
    Store.open(file).close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD
    engine.dispose()


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert [step.revision for step in scripts.walk_revisions()] == sorted(
        (step.revision for step in scripts.walk_revisions()), reverse=True
    )


def test_a_session_comes_with_its_log_or_not_at_all(file: Path) -> None:
    first, odd = Event(0, 0.0, "opened", {}), Event(1, 1.0, "no kind", {})
    with Store.open(file) as store:
        with pytest.raises(NotStorable):
            store.create("be-1", datetime.now(UTC), {}, [first, odd])
        with pytest.raises(OutOfOrder):
            store.create("be-1", datetime.now(UTC), {}, [first, first])
        assert store.sessions() == ()
        store.create("be-1", datetime.now(UTC), {}, [first])
        assert store.events("be-1") == (first,)


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE alembic_version (version_num TEXT)")
        theirs.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
        theirs.commit()
    before = path.read_bytes()
    with pytest.raises(StoreUnreadable, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_what_is_deleted_is_in_no_file_while_the_store_is_open(tmp_path: Path) -> None:
    path, word = tmp_path / "s.db", "kingfisher"
    with Store.open(path) as store:
        store.create("s", NOON, {"said": word}, [])
        assert any(word.encode() in file.read_bytes() for file in tmp_path.iterdir())
        store.delete("s")
        assert not any(word.encode() in file.read_bytes() for file in tmp_path.iterdir())
