"""When a signal is due again: spaced repetition by FSRS, a signal of a round being what is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fsrs import Card, Scheduler
from fsrs import Rating as Recall

from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId
from sparring.practice.result import Result

RECALLED = {1: Recall.Again, 2: Recall.Hard, 3: Recall.Good, 4: Recall.Easy}
LONGEST = 30
"""Days after which everything comes back: interviews are weeks away, not years."""


@dataclass(frozen=True, slots=True)
class Due:
    """A signal and when it should be trained again."""

    round: Round
    signal: SignalId
    due: datetime
    last: datetime
    """When it was last rated."""

    rating: int
    """What it was last rated."""

    question: str
    """In which question."""

    strength: float
    """Probability that it would be shown again now, 0 to 1."""


def schedule(results: Sequence[Result], now: datetime) -> tuple[Due, ...]:
    """Every signal that was ever rated, the most overdue first. Retakes count: they train."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
    found: list[Due] = []
    for round_, signals in SIGNALS.items():
        held = sorted((result for result in results if result.round is round_), key=lambda result: result.at)
        for signal in signals:
            rated = [result for result in held if signal in result.ratings]
            if rated:
                found.append(_due(scheduler, round_, signal, rated, now))
    return tuple(sorted(found, key=lambda each: (each.due, each.strength)))


def _due(scheduler: Scheduler, round_: Round, signal: SignalId, rated: Sequence[Result], now: datetime) -> Due:
    card = Card(card_id=1, due=rated[0].at)
    for result in rated:
        card, _ = scheduler.review_card(card, RECALLED[result.ratings[signal].value], result.at)
    last = rated[-1]
    strength = scheduler.get_card_retrievability(card, max(now, last.at + timedelta(seconds=1)))
    return Due(round_, signal, card.due, last.at, last.ratings[signal].value, last.question, round(strength, 3))
