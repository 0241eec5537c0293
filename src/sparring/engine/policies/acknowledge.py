"""Let a candidate who is in flow go on."""

from sparring.domain.heard import Act
from sparring.domain.move import WAIT, Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.draw import fraction
from sparring.engine.state import State

IN_FLOW = 25
"""Words from which a turn reads as the candidate driving."""

NARRATION = 3
"""Turns of talk without a line of code after which the interviewer asks again."""

ALWAYS = 0.3
"""Scale of the manner's own habit: even the most talkative interviewer asks more than they nod."""


class Acknowledge:
    """A short word, or silence while code is being typed."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """An acknowledgement, never two in a row; silence instead while the candidate codes."""
        said, last = state.unanswered, state.last_move
        if said is None or Act.DONT_KNOW in state.acts:
            return None
        nodded = last is not None and last.kind is MoveKind.ACKNOWLEDGE
        if self._coding(state) and self._busy(state):
            return WAIT if nodded else Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        if nodded or said.words < IN_FLOW:
            return None
        drawn = fraction(state.plan.seed, "acknowledge", len(state.said))
        if drawn < ALWAYS * state.plan.interviewer.acknowledges:
            return Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        return None

    def _coding(self, state: State) -> bool:
        return state.slot.phase.id == "code" or state.stage_open

    def _busy(self, state: State) -> bool:
        """Code is being written, or has hardly had the time to begin: talk is narration and wants no question."""
        changed = [moved.at for moved in state.moved if moved.move.kind is MoveKind.CHANGE_REQUIREMENT]
        entered = [moved.at for moved in state.moved if moved.move.phase == state.slot.phase.id]
        since = max(entered[-1] if entered else state.slot.begins, state.code_at or 0.0, *changed)
        return sum(said.at > since for said in state.said) <= NARRATION
