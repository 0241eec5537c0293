"""Nothing is left to ask in this phase: go on, ask again what was tried in vain, or close."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.policies.clock import close
from sparring.engine.policies.drill import next_drill
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import MOST, UNPROBED, ask_for, reached
from sparring.engine.state import State

TRIES = 2
"""How often a signal is asked for in vain before the round goes on."""

SHORT = 40
"""Words of an answer after which a nod would only bring another short one."""

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
        return self._again(state, now) or self._go_on(state, nodded) or close(state, now)

    def _again(self, state: State, now: Seconds) -> Move | None:
        """Signals tried in vain come first, then those shown least; twice each, three times in the last phase."""
        last = state.phase + 1 == len(state.plan.phases)
        most = MOST if last else TRIES
        signals = [s for s in reached(state) if state.ledger.of(s).asked < most and s not in UNPROBED]
        if not last:
            signals = [s for s in signals if not state.ledger.of(s).shown]
        signals.sort(key=lambda s: (state.ledger.of(s).shown, state.ledger.of(s).asked))
        moves = (ask_for(state, signal) for signal in signals)
        return next((move for move in moves if move is not None), None) or (next_drill(state, now) if last else None)

    def _go_on(self, state: State, nodded: bool) -> Move | None:
        """A nod leaves the floor to the candidate; after a nod that brought nothing, the next phase."""
        if state.phase + 1 == len(state.plan.phases):
            return None
        said = state.last_said
        if nodded or (said is not None and said.words < SHORT and not said.heard.cues):
            return next_phase(state)
        return Move(MoveKind.ACKNOWLEDGE, "acknowledge")
