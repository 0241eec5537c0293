"""Begins sessions in a store: names them, and knows which questions were met lately."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from sparring.bank import Bank
from sparring.domain.round import Round, Seconds
from sparring.session.conductor import Conductor
from sparring.session.config import RoundConfig
from sparring.session.ear import Ear
from sparring.store import SessionExists, Store

MadeT = TypeVar("MadeT")
SHORT = {Round.SYSTEM_DESIGN: "sd", Round.CODING: "co", Round.BEHAVIORAL: "be"}
GIVEN = "given"
"""Kind of the documents that hold the last number of an id, by the rest of it."""

RECENT = 3
"""How many of the last questions of a round are not drawn again."""


def new_id(store: Store, round_: Round, started: datetime) -> str:
    """A readable id that no session has, or had before it was deleted: `sd-1122-1`."""
    stem = f"{SHORT[round_]}-{started:%m%d}"
    taken = (re.fullmatch(rf"{stem}-(\d+)", row.id) for row in store.sessions())
    given = (store.kept(GIVEN, stem) or {}).get("last", 0)
    last = max([int(str(given)), *(int(match[1]) for match in taken if match)]) + 1
    store.keep(GIVEN, stem, {"last": last})
    return f"{stem}-{last}"


def recent(store: Store, round_: Round) -> list[str]:
    """The questions met last in this kind of round, newest first."""
    mine = [row for row in store.sessions() if row.config.get("round") == round_.value]
    return [str(row.config["question"]) for row in mine[:RECENT]]


DRAWS = 3
"""How often an id is drawn anew where another window or program was first with it."""


def named(store: Store, round_: Round, started: datetime, make: Callable[[str], MadeT]) -> MadeT:
    """What `make` makes under a new id. Raises SessionExists where others were first each time."""
    for _ in range(DRAWS - 1):
        with suppress(SessionExists):
            return make(new_id(store, round_, started))
    return make(new_id(store, round_, started))


def begin(store: Store, bank: Bank, config: RoundConfig, started: datetime, ear: Ear | None) -> Conductor:
    """A new session of that config, with nothing said yet."""
    return named(store, config.round, started, lambda id_: Conductor.begin(store, bank, config, id_, started, ear))


def take_again(store: Store, bank: Bank, session: str, at: Seconds, started: datetime, ear: Ear | None) -> Conductor:
    """A fork of a session from a moment on. Raises NotRetakable, UnknownSession."""
    parent = store.session(session)
    round_ = Round(str(parent.config["round"]))
    return named(store, round_, started, lambda id_: Conductor.retake(store, bank, parent.id, at, id_, started, ear))
