"""React to silence, and otherwise let the candidate have the floor."""

from sparring.domain.move import WAIT, Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.policies.time_check import due
from sparring.engine.state import CODE, State

NUDGES = 2
"""After so many in a row, something else is asked."""

UNANSWERED = 5
"""After so many moves with no answer, the interviewer waits for the clock."""


class Silence:
    """While nobody awaits an answer: wait, nudge when patience runs out, then try something else."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """WAIT while the candidate may be thinking; None once it is time to ask something else."""
        if state.awaiting:
            return None
        if check := due(state, now):
            return check
        unanswered = self._unanswered(state)
        patience = state.plan.patience(state.working) * (1 + len(unanswered) / 2)
        if now - state.active_at < patience or len(unanswered) >= UNANSWERED:
            return WAIT
        if unanswered.count(MoveKind.NUDGE) < NUDGES:
            return Move(MoveKind.NUDGE, "nudge_working" if state.working else "nudge")
        coding = state.slot.phase.id == CODE and now < state.slot.ends
        return WAIT if coding else None

    def _unanswered(self, state: State) -> list[MoveKind]:
        """What was said since the candidate last did something, without the answer to a turn (or the opening)."""
        turn = state.said[-1].at if state.said else -1.0
        since = max(turn, state.code_at or -1.0, state.drawn_at or -1.0)
        spoken = [moved.move.kind for moved in state.moved if moved.text and moved.at >= since]
        return spoken[1:] if since == turn else spoken
