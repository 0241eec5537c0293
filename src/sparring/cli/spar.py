"""Holding rounds: a new one, one that was left, one taken again, a loop of three."""

import secrets
from collections.abc import Sequence

from sparring.bank import Bank
from sparring.cli import rooms
from sparring.cli.room import TerminalRoom
from sparring.cli.screen import console, moment, plain
from sparring.domain.debrief import Debrief
from sparring.domain.round import Round
from sparring.session.conductor import Conductor
from sparring.session.errors import NotResumable, UnknownChoice
from sparring.session.planning import configure
from sparring.store import Store

LOOP = (Round.CODING, Round.SYSTEM_DESIGN, Round.BEHAVIORAL)
"""The order of an onsite: code first while fresh, then design, then stories."""

RECENT = 3
"""How many of the last questions of a round are not drawn again."""


def hold(
    round_name: str,
    question: str | None,
    minutes: float | None,
    level: str,
    interviewer: str | None,
    pressure: int,
    seed: int | None,
    fast: bool,
) -> None:
    """Hold what was asked for, from the first word to the debrief."""
    bank, store = rooms.open_bank(), rooms.open_store()
    loop = round_name.strip().lower() == "loop"
    if loop and question:
        raise UnknownChoice("A loop draws its own questions; leave --question out, or name a round.")
    drawn = secrets.randbelow(2**31) if seed is None else seed
    loop_id = f"loop-{rooms.now():%m%d-%H%M%S}" if loop else ""
    debriefs: list[Debrief] = []
    for round_ in LOOP if loop else (rooms.round_named(round_name),):
        config = configure(
            bank,
            round_,
            question=question,
            minutes=minutes,
            level=rooms.level_named(level),
            interviewer=interviewer,
            pressure=pressure,
            seed=drawn,
            fast=fast,
            recent=_recent(store, round_),
            loop=loop_id,
        )
        started = rooms.now()
        session_id = rooms.new_id(round_, [row.id for row in store.sessions()], started)
        debrief = _run(bank, store, Conductor.begin(store, bank, config, session_id, started))
        if debrief is None:
            return
        debriefs.append(debrief)
    if loop:
        _loop_verdict(debriefs)


def go_on(session: str | None) -> None:
    """Resume a session; the newest open one where none is named."""
    bank, store = rooms.open_bank(), rooms.open_store()
    if session is None:
        session = next((row.id for row in store.sessions() if not row.ended), None)
        if session is None:
            raise NotResumable("No round is open. Start one with `sparring spar`.")
    _run(bank, store, Conductor.resume(store, bank, session))


def take_again(session: str, moment_text: str) -> None:
    """Fork a session at a moment and hold it from there."""
    try:
        at = moment(moment_text)
    except ValueError:
        raise UnknownChoice(f"'{moment_text}' is no moment. Say --from MM:SS, e.g. --from 12:30.") from None
    bank, store = rooms.open_bank(), rooms.open_store()
    started = rooms.now()
    parent = store.session(session)
    taken = [row.id for row in store.sessions()]
    session_id = rooms.new_id(Round(str(parent.config["round"])), taken, started)
    _run(bank, store, Conductor.retake(store, bank, parent.id, at, session_id, started))


def _run(bank: Bank, store: Store, conductor: Conductor) -> Debrief | None:
    """The round, then its debrief; None where the candidate left."""
    if not TerminalRoom(conductor, rooms.work_folder()).hold():
        return None
    from sparring.cli.debrief import print_debrief

    return print_debrief(bank, store, conductor.transcript)


def _recent(store: Store, round_: Round) -> list[str]:
    mine = [row for row in store.sessions() if row.config.get("round") == round_.value]
    return [str(row.config["question"]) for row in mine[:RECENT]]


def _loop_verdict(debriefs: Sequence[Debrief]) -> None:
    from sparring.session.loop import over

    verdict = over(debriefs)
    screen = console()
    screen.rule(plain("The loop", "bold"))
    offer = f" (an offer at {verdict.at_level.value})" if verdict.at_level else ""
    close = " Too close to call." if verdict.too_close else ""
    screen.print(plain(f"{verdict.verdict.label}{offer}. {verdict.reason}{close}"))
