"""From the store to what practice needs: results of held rounds, questions by round, the candidate's goal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sparring.bank import Bank
from sparring.domain.question import AnyQuestion
from sparring.domain.round import Round, Seconds
from sparring.practice.result import Result, result_of
from sparring.store import Store
from sparring.store.row import SessionRow

SHORTEST: Seconds = 120.0
"""A round that was left sooner says nothing of its candidate."""

GOAL = ("settings", "goal")
PER_WEEK = 4


@dataclass(frozen=True, slots=True)
class Goal:
    """What the candidate trains for."""

    interview: date | None
    """None where no day is set."""

    per_week: int = PER_WEEK
    """Sessions a week, 1 to 7."""


def results(store: Store) -> tuple[Result, ...]:
    """Every finished and debriefed round, oldest first; see `undebriefed` for those whose debrief nobody has made."""
    rows = sorted((row for row in store.sessions() if _counts(row) and row.debriefed), key=lambda row: row.started_at)
    return tuple(_result(store, row) for row in rows)


def undebriefed(store: Store) -> tuple[str, ...]:
    """Finished rounds without a debrief."""
    return tuple(row.id for row in store.sessions() if _counts(row) and not row.debriefed)


def left_at_once(row: SessionRow) -> bool:
    """Whether a round of ours ended before anything could come of it."""
    ours = row.parent is None and not row.config.get("imported")
    return ours and row.ended and row.last_at < SHORTEST


def by_round(bank: Bank) -> Mapping[Round, tuple[AnyQuestion, ...]]:
    """Every question of the bank."""
    return {round_: tuple(bank.question(name) for name in bank.questions(round_)) for round_ in Round}


def goal(store: Store) -> Goal:
    """The goal as it was last set."""
    kept = store.kept(*GOAL) or {}
    day, per_week = kept.get("interview"), kept.get("per_week")
    return Goal(date.fromisoformat(str(day)) if day else None, per_week if isinstance(per_week, int) else PER_WEEK)


def set_goal(store: Store, wanted: Goal) -> None:
    """Keep a goal in place of an older one."""
    day = wanted.interview.isoformat() if wanted.interview else None
    store.keep(*GOAL, {"interview": day, "per_week": wanted.per_week})


def _counts(row: SessionRow) -> bool:
    return row.ended and not left_at_once(row)


def _result(store: Store, row: SessionRow) -> Result:
    return result_of(
        json.loads(store.debrief(row.id) or "{}"),
        session=row.id,
        at=row.started_at,
        question=str(row.config.get("question", "")),
        lasted=row.last_at,
        retake=row.parent is not None,
    )
