"""Challenge what the numbers, the complexity or the facts contradict."""

from sparring.domain.heard import ClaimKind
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.fragment import fragment
from sparring.engine.state import State

ASKS_FOR = {
    (Round.SYSTEM_DESIGN, ClaimKind.ARITHMETIC): "estimation",
    (Round.SYSTEM_DESIGN, ClaimKind.BELIEF): "depth",
    (Round.CODING, ClaimKind.COMPLEXITY): "complexity",
}
"""Which signal a challenge gives a chance to mend."""


class PushBack:
    """One challenge a claim, oldest first, without giving the right answer."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A challenge, quoting the candidate."""
        if not state.awaiting or not state.claims:
            return None
        claim = next((claim for claim in state.claims if state.askable(claim.ask)), state.claims[0])
        slots = {"quote": fragment(claim.quote), "ask": claim.ask}
        signal = ASKS_FOR.get((state.plan.round, claim.kind))
        return Move(MoveKind.PUSH_BACK, "push_back", slots, signal, ref=claim.ref)
