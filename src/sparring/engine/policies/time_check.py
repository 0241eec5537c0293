"""Say how much time is left."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.state import State


def marks(minutes: float) -> tuple[tuple[str, float], ...]:
    """(ref, minutes left) of the checks in a round of this length, earliest first."""
    if minutes >= 30:
        return (("time:half", minutes / 2), ("time:end", 5.0))
    if minutes >= 15:
        return (("time:half", minutes / 2), ("time:end", 3.0))
    return (("time:end", min(2.0, minutes / 3)),)


def due(state: State, now: Seconds) -> Move | None:
    """The latest check that is due and was not given; None in the last half minute."""
    left = state.left(now) / 60
    if left < 0.5 or not state.moved:
        return None
    passed = [ref for ref, at in marks(state.plan.minutes) if left <= at]
    if not passed or passed[-1] in state.used:
        return None
    return Move(MoveKind.TIME_CHECK, "time_check", {"minutes": remaining(state, now)}, ref=passed[-1])


def remaining(state: State, now: Seconds) -> str:
    """What is left of the round, in words: "12 minutes"."""
    minutes = max(1, round(state.left(now) / 60))
    return f"{minutes} minute{'s' if minutes > 1 else ''}"


class TimeCheck:
    """Half-time, and shortly before the end."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A check that is due."""
        return due(state, now)
