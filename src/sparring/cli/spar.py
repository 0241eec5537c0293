"""Holding rounds: a new one, one that was left, one taken again, a loop of three."""

import secrets
from collections.abc import Sequence

from sparring.bank import Bank
from sparring.cli import rooms
from sparring.cli.room import TerminalRoom
from sparring.cli.screen import console, moment, plain
from sparring.domain.debrief import Debrief
from sparring.domain.round import Round
from sparring.session import loop as loops
from sparring.session import practising, starting
from sparring.session.conductor import Conductor
from sparring.session.config import RoundConfig
from sparring.session.debriefing import stored_debrief
from sparring.session.ear import ModelEar
from sparring.session.errors import NotResumable, UnknownChoice
from sparring.session.forgetting import work_folder
from sparring.session.planning import configure
from sparring.store import Store


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

    def config_of(round_: Round, loop_id: str = "") -> RoundConfig:
        return configure(
            bank,
            round_,
            question=question,
            minutes=minutes,
            level=rooms.level_named(level),
            interviewer=interviewer,
            pressure=pressure,
            seed=drawn,
            fast=fast,
            recent=starting.recent(store, round_),
            loop=loop_id,
        )

    with store:
        if loop:
            first = config_of(loops.ORDER[0], loops.new_loop(rooms.now()))
            _go_through(bank, store, _begin(bank, store, first), minutes)
        else:
            _run(bank, store, _begin(bank, store, config_of(rooms.round_named(round_name))))


def go_on(session: str | None) -> None:
    """Resume a session; the newest open one where none is named. A loop goes on to its remaining rounds."""
    with rooms.open_store() as store:
        bank = rooms.open_bank()
        if session is None:
            session = next((row.id for row in store.sessions() if not row.ended), None)
            if session is None:
                raise NotResumable("No round is open. Start one with `sparring spar`.")
        conductor = Conductor.resume(store, bank, store.find(session).id, ModelEar())
        if conductor.config.loop:
            _go_through(bank, store, conductor, None)
        else:
            _run(bank, store, conductor)


def take_again(session: str, moment_text: str) -> None:
    """Fork a session at a moment and hold it from there."""
    try:
        at = moment(moment_text)
    except ValueError:
        raise UnknownChoice(f"'{moment_text}' is no moment. Say --from MM:SS, e.g. --from 12:30.") from None
    with rooms.open_store() as store:
        bank = rooms.open_bank()
        held = store.find(session).id
        _run(bank, store, starting.take_again(store, bank, held, at, rooms.now(), ModelEar()))


def _begin(bank: Bank, store: Store, config: RoundConfig) -> Conductor:
    """A new session of that config."""
    return starting.begin(store, bank, config, rooms.now(), ModelEar())


def _go_through(bank: Bank, store: Store, conductor: Conductor, minutes: float | None) -> None:
    """The rest of a loop from this session on, then the verdict over all of its rounds."""
    while True:
        config = conductor.config
        if not _run(bank, store, conductor):
            return
        following = loops.following(bank, store, config, minutes)
        if following is None:
            break
        conductor = _begin(bank, store, following)
    rows = store.sessions()
    held = loops.held(rows, config.loop)
    ended = {row.id for row in rows if row.ended}
    unfinished = [id_ for id_ in held.values() if id_ not in ended]
    if unfinished:
        console().print(f"The loop has no verdict yet: go on with `sparring resume {unfinished[0]}`.")
        return
    _loop_verdict([stored_debrief(store, bank, held[round_]) for round_ in loops.ORDER])


def _run(bank: Bank, store: Store, conductor: Conductor) -> bool:
    """The round, then its debrief where there is something to debrief; whether it was held to its end."""
    if not TerminalRoom(conductor, work_folder(store)).hold():
        return False
    from sparring.cli.debrief import print_debrief

    transcript = conductor.transcript
    if transcript.candidate_turns or transcript.code or not practising.left_at_once(store.session(transcript.id)):
        print_debrief(bank, store, transcript)
    else:
        console().print(
            f"You left before you said anything, so there is no debrief and the round counts for nothing.\n"
            f"Away with it: sparring sessions --delete {transcript.id}"
        )
    return True


def _loop_verdict(debriefs: Sequence[Debrief]) -> None:
    verdict = loops.over(debriefs)
    screen = console()
    screen.rule(plain("The loop", "bold"))
    offer = f" (an offer at {verdict.at_level.value})" if verdict.at_level else ""
    close = " Too close to call." if verdict.too_close else ""
    screen.print(plain(f"{verdict.verdict.label}{offer}. {verdict.reason}{close}"))
