"""Behavioral: a question that invites a weak habit, such as hiding behind one's manager."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.question import BehavioralQuestion
from sparring.domain.round import Seconds
from sparring.engine.state import State

MOMENTS = (0.4, 0.55, 0.7)
"""Shares of the round after which the first, second and third trap may come."""


class SetTrap:
    """One trap, two or three under pressure, none at pressure 0."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next trap that is due, after the story has been told."""
        question = state.plan.question
        if not state.awaiting or not isinstance(question, BehavioralQuestion) or state.phase == 0:
            return None
        made = state.made("trap:")
        if made >= min(state.plan.pressure, len(question.traps)) or state.share(now) < MOMENTS[made]:
            return None
        trap = question.traps[made]
        if not state.askable(trap.says):
            return None
        return Move(MoveKind.PROBE, "probe", {"ask": trap.says}, ref=f"trap:{made}")
