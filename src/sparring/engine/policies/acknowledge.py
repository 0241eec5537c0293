"""Let a candidate who is in flow go on."""

from sparring.domain.move import WAIT, Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.draw import fraction
from sparring.engine.state import State

IN_FLOW = 25
"""Words from which a turn reads as the candidate driving."""

ALWAYS = 0.6
"""Scale of the manner's own habit: even the most talkative interviewer asks more than they nod."""


class Acknowledge:
    """A short word, or silence while code is being typed."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """An acknowledgement, never two in a row; silence instead while the candidate codes."""
        said, last = state.last_said, state.last_move
        if not state.awaiting or said is None or state.stage_done:
            return None
        nodded = last is not None and last.kind is MoveKind.ACKNOWLEDGE
        if state.slot.phase.id == "code" and not state.stage_done:
            return WAIT if nodded else Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        if nodded or said.words < IN_FLOW:
            return None
        drawn = fraction(state.plan.seed, "acknowledge", len(state.said))
        if drawn < ALWAYS * state.plan.interviewer.acknowledges:
            return Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        return None
