"""Give a hint when asked for one, offer one where the candidate is stuck, or move on."""

import re

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.policies.drill import next_drill
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import unseen
from sparring.engine.state import State

YES = re.compile(r"^\W*(yes|yeah|yep|sure|ok(ay)?|please|go ahead|a hint|that would)", re.IGNORECASE)


class GiveHint:
    """A hint helps and costs: it is logged, and the debrief says so."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A hint, the offer of one, or another question."""
        if not state.awaiting or state.last_said is None:
            return None
        if Act.ASKS_HINT in state.acts or self._accepted(state):
            return self._hint(state) or self._move_on(state, now)
        if Act.DONT_KNOW not in state.acts:
            return None
        offered = [moved for moved in state.moved if moved.move.wording == "offer_hint"]
        recent = bool(offered) and offered[-1] in state.moved[-6:]
        if self._hints_left(state) and not recent:
            return Move(MoveKind.ACKNOWLEDGE, "offer_hint")
        return self._move_on(state, now)

    def _accepted(self, state: State) -> bool:
        move, said = state.last_move, state.last_said
        return move is not None and said is not None and move.wording == "offer_hint" and bool(YES.match(said.text))

    def _hints_left(self, state: State) -> bool:
        return any(f"hint:{k}" not in state.used for k in range(len(state.plan.question.hints)))

    def _hint(self, state: State) -> Move | None:
        for k, hint in enumerate(state.plan.question.hints):
            if f"hint:{k}" not in state.used:
                return Move(MoveKind.HINT, "hint", {"hint": hint}, ref=f"hint:{k}")
        return None

    def _move_on(self, state: State, now: Seconds) -> Move | None:
        drilled = state.last_move.topic if state.last_move else None
        move = unseen(state, now) or next_drill(state, now, besides=drilled)
        if move is None:
            return next_phase(state)
        return Move(move.kind, "move_on", {"ask": move.slots["ask"]}, move.signal, move.topic, move.facet, ref=move.ref)
