"""Keeps a round that was held elsewhere as a session: with a debrief, a replay and a place in the list."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from sparring.domain.event import ENDED, Event, Json
from sparring.domain.round import Seconds
from sparring.domain.transcript import Speaker, Transcript
from sparring.session import fold
from sparring.session.config import RoundConfig
from sparring.store import Store
from sparring.store.value import clean

_OPTION = re.compile(r"[;,] (?:name|say) another with --\w+")

Happening = tuple[Seconds, str, dict[str, Json]]
"""(at, kind, payload) of an event to be."""


def keep(store: Store, transcript: Transcript, session: str, started: datetime) -> None:
    """A new session with the transcript's turns and code as its log. Raises SessionExists."""
    length = max((transcript.length, *(shot.at for shot in transcript.code)))
    config = RoundConfig(
        transcript.round, transcript.question, round(length / 60, 1), transcript.target_level, interviewer=""
    ).as_json()
    config |= {"imported": True, "title": transcript.title, "timed": transcript.timed, "style": transcript.style}
    config["notes"] = list(plain_notes(transcript.notes))
    happenings = enumerate(_happenings(transcript, config, length))
    store.create(session, started, config, [Event(seq, at, kind, payload) for seq, (at, kind, payload) in happenings])


def plain_notes(notes: Sequence[str]) -> tuple[str, ...]:
    """What a reader of files noted, each once, without the options that only the terminal has."""
    return tuple(dict.fromkeys(_OPTION.sub("", note) for note in notes))


def _happenings(transcript: Transcript, config: dict[str, Json], length: Seconds) -> Iterator[Happening]:
    yield 0.0, fold.OPENED, config
    kinds = {Speaker.INTERVIEWER: fold.INTERVIEWER, Speaker.CANDIDATE: fold.CANDIDATE}
    turns: list[Happening] = [(turn.at, kinds[turn.speaker], {"text": clean(turn.text)}) for turn in transcript.turns]
    code: list[Happening] = [
        (shot.at, fold.CODE, {"language": shot.language, "text": clean(shot.text)}) for shot in transcript.code
    ]
    yield from sorted([*turns, *code], key=lambda happening: happening[0])
    if transcript.tests is not None:
        tests = transcript.tests
        yield length, fold.HANDED_IN, {"passed": tests.passed, "total": tests.total, "failed": list(tests.failed)}
    yield length, ENDED, {"reason": "imported"}
