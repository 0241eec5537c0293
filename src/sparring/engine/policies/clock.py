"""The round begins with its statement and ends by itself."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.state import State


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
        return Move(MoveKind.CLOSE, "close") if state.left(now) <= 0 else None
