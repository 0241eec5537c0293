"""Plays a scripted candidate against the real conductor, store and interviewer."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime

from evals.candidates import CANDIDATES, Scene
from sparring.bank import Bank
from sparring.domain.event import Event
from sparring.domain.question import CodingQuestion
from sparring.domain.round import Round
from sparring.session.clock import WordClock
from sparring.session.conductor import Conductor
from sparring.session.ear import Ear
from sparring.session.planning import configure
from sparring.store import Store

STARTED = datetime(2026, 1, 1, tzinfo=UTC)
SILENCE = 30.0
MOST_TURNS = 1500
"""A round that has not ended by then does not end by itself."""


@dataclass
class Played:
    """A whole scripted session."""

    conductor: Conductor
    events: list[Event]
    turns: int

    @property
    def name(self) -> str:
        """Session id, for messages."""
        return self.conductor.id


def play(
    store: Store,
    bank: Bank,
    manner: str,
    round_: Round,
    *,
    seed: int = 0,
    minutes: float | None = None,
    pressure: int = 1,
    question: str | None = None,
    ear: Ear | None = None,
) -> Played:
    """Hold a whole round with the scripted candidate of that name; without an ear, by rules alone."""
    config = configure(bank, round_, seed=seed, minutes=minutes, pressure=pressure, question=question, fast=True)
    conductor = Conductor.begin(store, bank, config, f"{manner}-{round_.value}-{seed}-{pressure}", STARTED, ear)
    topics = [bank.topic(name) for name in conductor.plan.question.topics] or list(bank.topics().values())[:3]
    scene = Scene(conductor.plan.question, topics, random.Random(seed))
    clock = WordClock()
    said = conductor.open(clock.now())
    turns = 0
    while not conductor.closed and turns < MOST_TURNS:
        for words in said:
            clock.spoken(words)
        scene.turn, scene.asked = turns, said[-1] if said else scene.asked
        said = _turn(conductor, clock, CANDIDATES[manner](scene))
        if manner == "strong" and turns == 5:
            _code(conductor, clock)
        turns += 1
    if conductor.closed:
        conductor.say_view("I think it went okay, probably a hire.", clock.now())
    return Played(conductor, conductor.events, turns)


def _turn(conductor: Conductor, clock: WordClock, text: str | None) -> list[str]:
    if text is None:
        clock.passed(SILENCE)
        return conductor.tick(clock.now())
    clock.spoken(text)
    return conductor.say(text, clock.now())


def _code(conductor: Conductor, clock: WordClock) -> None:
    """The strong candidate of a coding round writes the reference and hands it in."""
    question = conductor.plan.question
    if not isinstance(question, CodingQuestion):
        return
    clock.passed(240)
    conductor.code_saved(question.reference, clock.now())
    total = sum(case.stage == 1 for case in question.cases)
    conductor.handed_in(total, total, (), clock.now())
