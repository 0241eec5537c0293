"""A plan up to the day of the interview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sparring.domain.round import Round
from sparring.domain.rubric import DECIDING, SIGNALS
from sparring.practice.level import level, of_signal
from sparring.practice.result import Result

FARTHEST = 42
"""Days that are planned at most."""

UNKNOWN = 2.0
"""Level taken for a round that was never held."""

BAR = 3.0
LOOP_BEFORE = 3
"""Days before the interview on which a whole loop is held, where there is room for one."""


class Kind(StrEnum):
    """What a day is for."""

    ROUND = "round"
    LOOP = "loop"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the plan with something to do."""

    day: date
    kind: Kind
    round: Round | None
    why: str


def plan(results: Sequence[Result], today: date, interview: date, per_week: int) -> tuple[Day, ...]:
    """Days with something to do from today to the interview. `per_week` is 1 to 7 sessions.

    The round that stands lowest comes most often, and none is left out for long.
    """
    days = min(FARTHEST, (interview - today).days)
    if days <= 0:
        return ()
    needs = {round_: need(results, round_) for round_ in Round}
    owed = dict.fromkeys(Round, 0.0)
    held = {result.round for result in results}
    found: list[Day] = []
    for k in range(days):
        day = today + timedelta(days=k)
        left = (interview - day).days
        if left == 1:
            found.append(Day(day, Kind.REST, None, "The day before: sleep. Reread your notes, hold no round."))
        elif left == LOOP_BEFORE and (interview - today).days > 2 * LOOP_BEFORE:
            found.append(Day(day, Kind.LOOP, None, "A whole loop in one sitting, as it will be."))
        elif _trains(k, per_week):
            round_ = _most_owed(owed, needs)
            found.append(Day(day, Kind.ROUND, round_, _why(needs[round_], round_, held=round_ in held)))
    return tuple(found)


def need(results: Sequence[Result], round_: Round) -> float:
    """How far below the bar a round stands, 0.25 to 2.5: on the whole, or on the worst signal that decides it."""
    held = [result for result in results if result.round is round_]
    levels = {signal: level(of_signal(held, signal)) for signal in SIGNALS[round_]}
    weights = {signal: 2.0 if signal in DECIDING[round_] else 1.0 for signal in levels}
    seen = {signal: found.mean for signal, found in levels.items() if found is not None}
    total = sum(weights[signal] for signal in seen)
    mean = sum(weights[signal] * value for signal, value in seen.items()) / total if seen else UNKNOWN
    worst = min((value for signal, value in seen.items() if signal in DECIDING[round_]), default=BAR)
    return max(0.25, BAR + 0.5 - mean, BAR + 0.5 - worst)


def _trains(k: int, per_week: int) -> bool:
    """Whether day `k` has a session, spread evenly over the week."""
    return (k * per_week) // 7 != ((k - 1) * per_week) // 7


def _most_owed(owed: dict[Round, float], needs: Mapping[Round, float]) -> Round:
    """A weighted turn: every round earns its need, and the one that is owed most pays for its day."""
    for round_ in owed:
        owed[round_] += needs[round_]
    chosen = max(owed, key=lambda round_: (owed[round_], round_.value))
    owed[chosen] -= sum(needs.values())
    return chosen


def _why(need_: float, round_: Round, *, held: bool) -> str:
    if not held:
        return f"{round_.label.capitalize()} has not been held yet."
    if need_ >= 1.0:
        return f"{round_.label.capitalize()} stands below the bar."
    return f"{round_.label.capitalize()}, to stay at the bar."
