"""The log of every session."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Row, Select, case, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from sparring.domain.event import ENDED, Event, Json
from sparring.domain.round import Seconds
from sparring.store.database import Database
from sparring.store.errors import AmbiguousSession, NotStorable, OutOfOrder, SessionExists, UnknownSession
from sparring.store.row import SessionRow
from sparring.store.schema import bring_up
from sparring.store.tables import debriefs, documents, events, sessions
from sparring.store.value import clean, decode, encode, instant

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_KIND = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}")


NOTE, OPINION, STANDING = "note", "second_opinion", "second_rater"
_OF_A_SESSION = (NOTE, OPINION)
"""Kinds of documents that belong to the session their key names, and go with it."""


class Store:
    """Keeps sessions as events. What has returned is on disk; nothing is changed, only added or deleted whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, place: str | Path, wait: float = 5.0) -> "Store":
        """The store at a path (a SQLite file, made if missing) or a database URL, migrated to the newest schema.

        `wait` is how many seconds a locked database is waited for. Raises StoreTooNew, StoreUnreadable,
        StoreUnwritable, StoreBusy.
        """
        database = Database(place, wait)
        try:
            bring_up(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def where(self) -> str:
        """The file, or the address without its password."""
        return self._database.where

    def create(
        self, session_id: str, started_at: datetime, config: Mapping[str, Json], log: Sequence[Event] = ()
    ) -> None:
        """Begin a session, with the first events of its log: all of it or nothing.

        `started_at` needs a zone; `log` counts from 0. Raises SessionExists, NotStorable, OutOfOrder.
        """
        row = {"id": _checked(session_id), "started_at": instant(started_at), "config": encode(config, "config")}
        for expected, event in enumerate(log):
            if event.seq != expected:
                raise OutOfOrder(session_id, expected, event.seq)
        rows = [{"session": session_id, **_columns(event)} for event in log]
        with self._database.write() as connection:
            _insert_session(connection, row)
            if rows:
                connection.execute(insert(events), rows)

    def append(self, session_id: str, event: Event) -> None:
        """Add the next event; it is on disk when this returns.

        Of two writers with the same `seq` one wins. Raises OutOfOrder, UnknownSession, NotStorable.
        """
        row = {"session": session_id, **_columns(event)}
        try:
            with self._database.write() as connection:
                _known(connection, session_id)
                expected = _next(connection, session_id)
                if event.seq != expected:
                    raise OutOfOrder(session_id, expected, event.seq)
                connection.execute(insert(events).values(row))
        except IntegrityError as error:
            raise OutOfOrder(session_id, event.seq + 1, event.seq) from error

    def events(self, session_id: str) -> tuple[Event, ...]:
        """Every event of a session, in order. Raises UnknownSession."""
        query = select(events).where(events.c.session == session_id).order_by(events.c.seq)
        with self._database.read() as connection:
            _known(connection, session_id)
            rows = connection.execute(query).all()
        return tuple(Event(row.seq, row.at, row.kind, decode(row.payload)) for row in rows)

    def sessions(self) -> tuple[SessionRow, ...]:
        """Every session, newest first."""
        query = _rows().order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        with self._database.read() as connection:
            return tuple(_row(row) for row in connection.execute(query))

    def session(self, session_id: str) -> SessionRow:
        """The session with this id. Raises UnknownSession."""
        with self._database.read() as connection:
            _known(connection, session_id)
            return _row(connection.execute(_rows().where(sessions.c.id == session_id)).one())

    def find(self, id_or_prefix: str) -> SessionRow:
        """The session with this id, or the only one whose id begins so. Raises UnknownSession, AmbiguousSession.

        For what a person types; a program that holds an id means that session and no other (`session`).
        """
        with self._database.read() as connection:
            id_ = _resolve(_ids(connection), id_or_prefix)
            return _row(connection.execute(_rows().where(sessions.c.id == id_)).one())

    def fork(self, session_id: str, at: Seconds, new_id: str, started_at: datetime, *, most: int | None = None) -> None:
        """Begin a session with the parent's config and events up to `at`, those at `at` among them.

        `most` keeps no more than so many events, for a cut between two at the same moment.

        Where a clock went back, the copy ends before the first event that is later than `at`.

        Raises UnknownSession, SessionExists, NotStorable.
        """
        row = {"id": _checked(new_id), "started_at": instant(started_at), "parent": session_id, "forked_at": _time(at)}
        with self._database.write() as connection:
            config = _known(connection, session_id)
            _insert_session(connection, row | {"config": config})
            _copy(connection, session_id, at, new_id, most)

    def delete(self, session_id: str) -> None:
        """Forget a session, its events, its debrief, the note and the second opinion on it. Raises UnknownSession."""
        with self._database.write() as connection:
            _known(connection, session_id)
            for table, column in (
                (debriefs, debriefs.c.session),
                (events, events.c.session),
                (sessions, sessions.c.id),
            ):
                connection.execute(delete(table).where(column == session_id))
            connection.execute(
                delete(documents).where(documents.c.kind.in_(_OF_A_SESSION), documents.c.key == session_id)
            )
        self._database.forget()

    def attach_debrief(self, session_id: str, json_text: str) -> None:
        """Keep a session's debrief, in place of an older one. Raises UnknownSession; NotStorable if it is not JSON."""
        _checked_json(json_text)
        with self._database.write() as connection:
            _known(connection, session_id)
            connection.execute(delete(debriefs).where(debriefs.c.session == session_id))
            connection.execute(insert(debriefs).values(session=session_id, text=clean(json_text)))

    def debrief(self, session_id: str) -> str | None:
        """The text given to `attach_debrief`, to the letter; None where there is none yet. Raises UnknownSession."""
        with self._database.read() as connection:
            _known(connection, session_id)
            return connection.execute(select(debriefs.c.text).where(debriefs.c.session == session_id)).scalar()

    def keep(self, kind: str, key: str, value: Mapping[str, Json]) -> None:
        """Keep a document, in place of an older one of this kind and key.

        Raises NotStorable; UnknownSession for one that belongs to a session which is not there.
        """
        _checked_key(kind, key)
        same = (documents.c.kind == kind) & (documents.c.key == key)
        row = {"kind": kind, "key": key, "value": encode(value, f"{kind} {key}")}
        with self._database.write() as connection:
            if kind in _OF_A_SESSION:
                _known(connection, key)
            connection.execute(delete(documents).where(same))
            connection.execute(insert(documents).values(row))

    def kept(self, kind: str, key: str) -> Mapping[str, Json] | None:
        """The document of this kind and key; None where there is none."""
        query = select(documents.c.value).where(documents.c.kind == kind, documents.c.key == key)
        with self._database.read() as connection:
            text = connection.execute(query).scalar()
        return None if text is None else decode(text)

    def documents(self, kind: str) -> dict[str, Mapping[str, Json]]:
        """Every document of a kind by its key, sorted."""
        query = select(documents).where(documents.c.kind == kind).order_by(documents.c.key)
        with self._database.read() as connection:
            return {row.key: decode(row.value) for row in connection.execute(query)}

    def drop(self, kind: str, key: str) -> None:
        """Forget a document; one that is not there is forgotten already."""
        with self._database.write() as connection:
            connection.execute(delete(documents).where(documents.c.kind == kind, documents.c.key == key))
        self._database.forget()

    def close(self) -> None:
        """Let go of the database; closing twice is fine."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _checked(id_: str) -> str:
    if not _ID.fullmatch(id_):
        raise NotStorable("session id", "1 to 64 letters, digits, - and _", repr(id_)[:80])
    return id_


def _checked_key(kind: str, key: str) -> None:
    if not _KIND.fullmatch(kind) or len(kind) > 40:
        raise NotStorable("kind", "1 to 40 letters, digits and _ . : -", repr(kind)[:120])
    if not 0 < len(key) <= 100:
        raise NotStorable("key", "1 to 100 characters", repr(key)[:120])


def _time(at: Seconds) -> Seconds:
    if isinstance(at, bool) or not isinstance(at, int | float) or not math.isfinite(at) or at < 0:
        raise NotStorable("at", "seconds, 0 or more", repr(at))
    return float(at)


def _checked_json(text: str) -> None:
    try:
        json.loads(text)
    except ValueError as error:
        raise NotStorable("debrief", "JSON text", str(error)) from error


def _columns(event: Event) -> dict[str, object]:
    if not _KIND.fullmatch(event.kind):
        raise NotStorable("kind", "1 to 100 letters, digits and _ . : -", repr(event.kind)[:120])
    return {
        "seq": event.seq,
        "at": _time(event.at),
        "kind": event.kind,
        "payload": encode(event.payload, "payload"),
    }


def _insert_session(connection: Connection, row: Mapping[str, object]) -> None:
    try:
        connection.execute(insert(sessions).values(row))
    except IntegrityError as error:
        raise SessionExists(str(row["id"])) from error


def _ids(connection: Connection) -> list[str]:
    newest_first = (sessions.c.started_at.desc(), sessions.c.id.desc())
    return list(connection.execute(select(sessions.c.id).order_by(*newest_first)).scalars())


def _known(connection: Connection, id_: str) -> str:
    """The session's config as stored. Raises UnknownSession."""
    config = connection.execute(select(sessions.c.config).where(sessions.c.id == id_)).scalar()
    if config is None:
        raise UnknownSession(id_, _ids(connection))
    return str(config)


def _resolve(ids: list[str], prefix: str) -> str:
    if prefix in ids:
        return prefix
    found = [id_ for id_ in ids if id_.startswith(prefix)] if prefix else []
    if not found:
        raise UnknownSession(prefix, ids)
    if len(found) > 1:
        raise AmbiguousSession(prefix, found)
    return found[0]


def _next(connection: Connection, id_: str) -> int:
    last = connection.execute(select(func.max(events.c.seq)).where(events.c.session == id_)).scalar()
    return 0 if last is None else int(last) + 1


def _copy(connection: Connection, source: str, at: Seconds, target: str, most: int | None) -> None:
    # A prefix of the log even where a clock went back: a gap would make the copy unreadable as a session.
    later = select(func.min(events.c.seq)).where(events.c.session == source, events.c.at > at)
    end = connection.execute(later).scalar()
    kept = select(events).where(events.c.session == source).order_by(events.c.seq).limit(most)
    rows = connection.execute(kept if end is None else kept.where(events.c.seq < end)).mappings().all()
    if rows:
        connection.execute(insert(events), [dict(row) | {"session": target} for row in rows])


def _rows() -> Select[tuple[object, ...]]:
    """Sessions with what the list shows of their events."""
    ended = func.max(case((events.c.kind == ENDED, 1), else_=0))
    told = (
        select(
            events.c.session,
            func.count().label("events"),
            func.max(events.c.at).label("last_at"),
            ended.label("ended"),
        )
        .group_by(events.c.session)
        .subquery()
    )
    return select(
        sessions,
        told.c.events,
        told.c.last_at,
        told.c.ended,
        debriefs.c.session.label("debriefed"),
    ).select_from(
        sessions.outerjoin(told, told.c.session == sessions.c.id).outerjoin(
            debriefs, debriefs.c.session == sessions.c.id
        )
    )


def _row(row: Row[tuple[object, ...]]) -> SessionRow:
    return SessionRow(
        id=row.id,
        started_at=datetime.fromisoformat(row.started_at),
        config=decode(row.config),
        events=row.events or 0,
        last_at=row.last_at or 0.0,
        ended=bool(row.ended),
        parent=row.parent,
        forked_at=row.forked_at,
        debriefed=row.debriefed is not None,
    )
