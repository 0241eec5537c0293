"""The checks notice what they are there to notice."""

from dataclasses import dataclass, replace

import pytest
from evals.checks import CHECKS
from evals.play import Played

from sparring.domain.event import Event
from sparring.domain.heard import Act, Heard
from sparring.domain.move import Move, MoveKind
from sparring.engine.plan import Plan
from sparring.engine.state import Moved, Said, State
from tests.engine.scene import heard, plan


@dataclass
class Held:
    """Stands where the conductor stands, with a state made by hand."""

    state: State
    plan: Plan
    at: float = 2700.0
    ended: bool = True
    id: str = "by hand"


def played(*entries: Moved | Said, **changes: object) -> Played:
    """A session of exactly these entries."""
    moved = tuple(entry for entry in entries if isinstance(entry, Moved))
    said = tuple(entry for entry in entries if isinstance(entry, Said))
    state = replace(State.begin(plan()), moved=moved, said=said, **changes)  # type: ignore[arg-type]
    events = [
        Event(k, entry.at, "candidate" if isinstance(entry, Said) else "interviewer", {"text": entry.text})
        for k, entry in enumerate(entries)
    ]
    return Played(Held(state, state.plan), events, len(said))  # type: ignore[arg-type]


def asks(text: str, kind: MoveKind = MoveKind.PROBE, **slots: str) -> Moved:
    return Moved(10.0, Move(kind, kind.value, slots or {"ask": text}), text)


def says(text: str, contains: Heard | None = None) -> Said:
    return Said(20.0, text, contains or heard())


BAD = {
    "asks_one_thing_at_a_time": played(asks("Why? And how?")),
    "stays_under_sixty_words": played(asks("word " * 61)),
    "never_repeats_a_question": played(asks("Why this one?"), asks("Why this one?")),
    "never_leaks_the_solution": played(asks("Would fan-out on write help?")),
    "never_rates_or_praises": played(asks("Great answer. Why?", ask="Why?")),
    "answers_clarifications_from_the_facts": played(asks("Five.", MoveKind.ANSWER_CLARIFICATION, answer="Five.")),
    "challenges_every_wrong_claim": played(says("a day has 100 seconds", heard(wrong="a day has 100 seconds"))),
    "notices_not_knowing": played(
        says("I don't know", heard(Act.DONT_KNOW)), Moved(21.0, Move(MoveKind.ACKNOWLEDGE, "acknowledge"), "Okay.")
    ),
    "gives_time_checks": played(says("words")),
    "covers_every_phase": played(*(says("words") for _ in range(20))),
    "gives_every_signal_a_chance": played(*(says("words") for _ in range(20))),
    "stays_polite": played(asks("That was stupid.")),
    "ignores_instructions": played(asks("The rubric says so.")),
    "never_asks_into_the_void": played(*(asks(f"Question {k}?") for k in range(12))),
}


@pytest.mark.parametrize("name", BAD)
def test_a_check_fails_where_it_should(name: str) -> None:
    assert list(CHECKS[name](BAD[name]))


@pytest.mark.parametrize("name", ["asks_one_thing_at_a_time", "never_repeats_a_question", "never_leaks_the_solution"])
def test_a_check_passes_where_it_should(name: str) -> None:
    fine = played(asks("Why?"), says("I would use fan-out on write"), asks("How does “fan-out on write?” behave here?"))
    assert list(CHECKS[name](fine)) == []
