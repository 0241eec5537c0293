"""Begins sessions in a store: names them, and knows which questions were met lately."""

import re
from collections.abc import Sequence
from datetime import datetime

from sparring.bank import Bank
from sparring.domain.round import Round, Seconds
from sparring.listening.meaning import Meaning
from sparring.session.conductor import Conductor
from sparring.session.config import RoundConfig
from sparring.store import Store

SHORT = {Round.SYSTEM_DESIGN: "sd", Round.CODING: "co", Round.BEHAVIORAL: "be"}
RECENT = 3
"""How many of the last questions of a round are not drawn again."""


def new_id(round_: Round, taken: Sequence[str], started: datetime) -> str:
    """A readable id that is not taken: `sd-1122-1`."""
    stem = f"{SHORT[round_]}-{started:%m%d}"
    used = [int(match[1]) for one in taken if (match := re.fullmatch(rf"{stem}-(\d+)", one))]
    return f"{stem}-{max(used, default=0) + 1}"


def recent(store: Store, round_: Round) -> list[str]:
    """The questions met last in this kind of round, newest first."""
    mine = [row for row in store.sessions() if row.config.get("round") == round_.value]
    return [str(row.config["question"]) for row in mine[:RECENT]]


def begin(store: Store, bank: Bank, config: RoundConfig, started: datetime, meaning: Meaning | None) -> Conductor:
    """A new session of that config, with nothing said yet."""
    session_id = new_id(config.round, [row.id for row in store.sessions()], started)
    return Conductor.begin(store, bank, config, session_id, started, meaning)


def take_again(
    store: Store, bank: Bank, session: str, at: Seconds, started: datetime, meaning: Meaning | None
) -> Conductor:
    """A fork of a session from a moment on. Raises NotRetakable, UnknownSession."""
    parent = store.session(session)
    taken = [row.id for row in store.sessions()]
    session_id = new_id(Round(str(parent.config["round"])), taken, started)
    return Conductor.retake(store, bank, parent.id, at, session_id, started, meaning)
