"""Nothing is left to ask in this phase: go on, ask again what was tried in vain, or close."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.policies.drill import next_drill
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import MOST, UNPROBED, ask_for
from sparring.engine.state import State

HALF = 0.5
"""Share of a phase after which the next may begin early."""


class WrapUp:
    """The last policy: it always has something."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next phase early, another try at a signal, or the close."""
        if not state.said:
            return None
        slot = state.slot
        spent = (now - slot.begins) / max(1.0, slot.ends - slot.begins)
        nodded = state.last_move is not None and state.last_move.kind is MoveKind.ACKNOWLEDGE
        if (spent > HALF or nodded) and (move := next_phase(state)):
            return move
        return self._again(state, now) or self._go_on(state, nodded) or Move(MoveKind.CLOSE, "close")

    def _again(self, state: State, now: Seconds) -> Move | None:
        """Signals tried in vain come first, then those shown least; each at most three times."""
        signals = [s for s in state.plan.expected if state.ledger.of(s).asked < MOST and s not in UNPROBED]
        signals.sort(key=lambda s: (state.ledger.of(s).shown, state.ledger.of(s).asked))
        moves = (ask_for(state, signal) for signal in signals)
        return next((move for move in moves if move is not None), None) or next_drill(state, now)

    def _go_on(self, state: State, nodded: bool) -> Move | None:
        if nodded:
            return next_phase(state)
        return Move(MoveKind.ACKNOWLEDGE, "acknowledge") if state.phase + 1 < len(state.plan.phases) else None
