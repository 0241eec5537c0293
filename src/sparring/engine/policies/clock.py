"""The round begins with its statement and ends by itself."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.state import State

EARLY = 90.0
"""Seconds that may be left for "that's our time" to be true."""


def close(state: State, now: Seconds) -> Move:
    """The close, in words that fit whether the time is over or the questions are."""
    return Move(MoveKind.CLOSE, "close_early" if state.left(now) > EARLY else "close")


class Opening:
    """Say the statement before anything else."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The opening, once."""
        if state.moved:
            return None
        slots = {"statement": state.plan.question.statement.strip()}
        return Move(MoveKind.OPEN, "open", slots, phase=state.slot.phase.id)


class TimeIsUp:
    """Close when the time is over."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The close, whatever else is open."""
        return close(state, now) if state.left(now) <= 0 else None
