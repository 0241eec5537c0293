"""Makes a whole behavioral question out of the few things that a person knows of one they were asked."""

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import SIGNALS, Rubric, SignalId
from sparring.session.errors import UnknownChoice

PHASES: tuple[tuple[str, str, int, int, tuple[SignalId, ...], str], ...] = (
    (
        "story",
        "The story",
        10,
        5,
        ("problem", "ownership", "action"),
        "What was going on, and what was your part in it?",
    ),
    (
        "digging",
        "Digging",
        27,
        11,
        ("influence", "ambiguity", "tradeoffs", "outcome", "failure_ownership"),
        "Which decision in all of this was the hardest, and why?",
    ),
    ("looking_back", "Looking back", 8, 4, ("reflection",), "What would you do otherwise today?"),
)
"""Id, title, minutes of 45 and of 20, signals and opening of each phase."""

ALWAYS: tuple[SignalId, ...] = ("problem", "ownership", "outcome", "reflection")
"""Signals that every story has a chance to show."""

_FACTS = """
[[facts]]
id = "length"
asked_as = ["How long should I talk?", "How much detail do you want?", "Should I keep it short?"]
cues = ["how long should", "how much detail", "keep it short", "minutes"]
says = "Three minutes or so, then I'll ask."

[[facts]]
id = "which"
asked_as = ["Does it have to be recent?", "Can it be from an earlier job?", "May it be a smaller thing?"]
cues = ["recent", "earlier job", "smaller", "private project"]
says = "Whichever tells most about you; the last few years are best."
"""
_TRAPS = """
[[traps]]
says = "So it all went well in the end?"
watch_for = "Takes the way out and leaves the price or the own part unsaid."
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of a question."""

    title: str
    statement: str
    """As the interviewer says it."""

    target: SignalId
    """What it is mostly about."""

    expects: tuple[SignalId, ...] = ()
    """What else it gives a chance to show."""


def drafted(rubric: Rubric, wish: Wish) -> str:
    """A question file as TOML that passes the check, to be kept as it is or made better.

    Its probes and exemplars are the rubric's own for each signal, until somebody writes nearer ones. Raises
    UnknownChoice where a signal is none of a behavioral round's.
    """
    known = SIGNALS[Round.BEHAVIORAL]
    wrong = [x for x in (wish.target, *wish.expects) if x not in known]
    if wrong:
        raise UnknownChoice(f"'{wrong[0]}' is no signal of a behavioral round; there are {', '.join(known)}.")
    expects = [x for x in known if x in {wish.target, *wish.expects, *ALWAYS}]
    return "\n".join(
        (*_head(wish, expects), _FACTS, *_phases(expects), *_probes(rubric, expects), _TRAPS, *_told(rubric, wish))
    )


def _head(wish: Wish, expects: Sequence[SignalId]) -> Iterator[str]:
    yield f'uuid = "{uuid.uuid4()}"'
    yield f"title = {_text(wish.title)}"
    yield f"statement = {_text(wish.statement)}"
    yield f"target = {_text(wish.target)}"
    yield f"expects = {_list(expects)}"
    yield "topics = []\nhints = []\nguarded = []"


def _phases(expects: Sequence[SignalId]) -> Iterator[str]:
    for id_, title, long, short, signals, opening in PHASES:
        yield f'[[phases]]\nid = "{id_}"\ntitle = "{title}"\nminutes = {{ 45 = {long}, 20 = {short} }}'
        yield f"signals = {_list([x for x in signals if x in expects])}\nopens_with = {_text(opening)}\n"


def _probes(rubric: Rubric, expects: Sequence[SignalId]) -> Iterator[str]:
    for signal in expects:
        layers = rubric.signal(Round.BEHAVIORAL, signal).probes[:2]
        yield f"[[probes]]\nsignal = {_text(signal)}\nlayers = {_list(layers)}\n"


def _told(rubric: Rubric, wish: Wish) -> Iterator[str]:
    """What each altitude sounds like, by the rubric's sentence for the target."""
    sounds = rubric.signal(Round.BEHAVIORAL, wish.target).sounds_like
    told = (Altitude.MID, Altitude.SENIOR, Altitude.STAFF)
    yield "[altitudes]"
    yield from (f"{altitude} = {_text('As in: ' + sounds[altitude])}" for altitude in told)
    for altitude in told:
        yield f'\n[[exemplars]]\naltitude = "{altitude}"\nturns = ['
        yield f'  {{ speaker = "interviewer", text = {_text(wish.statement)} }},'
        yield f'  {{ speaker = "candidate", text = {_text(sounds[altitude])} }},\n]'


def _text(text: str) -> str:
    """A TOML string on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "")


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, items))}]"
