"""Give a hint when asked for one, offer one where the candidate is stuck, or move on."""

import re

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.policies.drill import next_drill, time_for_drills
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import unseen
from sparring.engine.state import Said, State

YES = re.compile(r"\W*(yes|yeah|yep|sure|ok(ay)?|please|go ahead|a hint|that would)\b", re.IGNORECASE)

NOT_YET = re.compile(
    r"\bno\b(?! (idea|clue))|(?<!why )\bnot\b(?! sure)|(n['’]t|\bdont)\b(?! (know|see|get|mind))"
    r"|\blet me\b(?! (have|hear))|\b(first|yet|wait|myself|on my own|spoils?|so i|i know)\b",
    re.IGNORECASE,
)
"""Turns a yes into a no; "no idea" and "I don't see it" do not."""

DECLINES = re.compile(
    r"\bhint (would|will|does)(( not|n['’]t)(?! (hurt|go amiss))| (only |just )?spoil)|\b(no|not a|without a) hint\b"
    r"|\b(don['’]t|do not|rather not) (want|need|give me|take|have) (a|the|any|your) hint\b",
    re.IGNORECASE,
)
"""Speaks of a hint and wants none."""

BRIEF = 20
"""Words above which a turn is an answer that begins with "okay", not a yes."""


class GiveHint:
    """A hint helps and costs: it is logged, and the debrief says so."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A hint, the offer of one, or another question."""
        if state.unanswered is None:
            return None
        if self._wanted(state, state.unanswered):
            return self._hint(state) or self._move_on(state, now)
        if Act.DONT_KNOW not in state.acts:
            return None
        offered = [moved for moved in state.moved if moved.move.wording == "offer_hint"]
        recent = bool(offered) and offered[-1] in state.moved[-6:]
        if self._hints_left(state) and not recent:
            return Move(MoveKind.ACKNOWLEDGE, "offer_hint")
        return self._move_on(state, now)

    def _wanted(self, state: State, said: Said) -> bool:
        """Asked for, or accepted; a hint costs, so that no hint is given in doubt."""
        if DECLINES.search(said.text):
            return False
        return Act.ASKS_HINT in state.acts or self._accepted(state, said)

    def _accepted(self, state: State, said: Said) -> bool:
        offered = state.last_move is not None and state.last_move.wording == "offer_hint"
        return offered and said.words <= BRIEF and bool(YES.match(said.text)) and not NOT_YET.search(said.text)

    def _hints_left(self, state: State) -> bool:
        return any(f"hint:{k}" not in state.used for k in range(len(state.plan.question.hints)))

    def _hint(self, state: State) -> Move | None:
        for k, hint in enumerate(state.plan.question.hints):
            if f"hint:{k}" not in state.used:
                return Move(MoveKind.HINT, "hint", {"hint": hint}, ref=f"hint:{k}")
        return None

    def _move_on(self, state: State, now: Seconds) -> Move | None:
        drilled = state.last_move.topic if state.last_move else None
        move = unseen(state, now)
        if move is None and time_for_drills(state):
            move = next_drill(state, besides=drilled)
        if move is None:
            return next_phase(state)
        return Move(move.kind, "move_on", {"ask": move.slots["ask"]}, move.signal, move.topic, move.facet, ref=move.ref)
