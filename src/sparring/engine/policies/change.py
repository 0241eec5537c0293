"""System design: change a requirement late in the round."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.question import DesignQuestion
from sparring.domain.round import Seconds
from sparring.engine.state import State

MOMENTS = (0.6, 0.72, 0.84)
"""Shares of the round after which the first, second and third change may come."""


class ChangeRequirement:
    """One change, two or three under pressure."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next change that is due."""
        question = state.plan.question
        if not state.awaiting or not isinstance(question, DesignQuestion) or len(state.said) < 3:
            return None
        allowed = max(1, state.plan.pressure)
        made = state.count(MoveKind.CHANGE_REQUIREMENT)
        if made >= min(allowed, len(question.changes)) or state.share(now) < MOMENTS[made]:
            return None
        change = question.changes[made]
        return Move(
            MoveKind.CHANGE_REQUIREMENT,
            "change_requirement",
            {"change": change.says.strip()},
            ref=f"change:{change.id}",
        )
