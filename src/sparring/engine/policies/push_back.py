"""Challenge what the numbers, the complexity or the facts contradict."""

from collections.abc import Mapping

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


QUOTED = 20
"""Words of a claim that are said back: a number without its unit is no quote."""

_FIGURE = (
    "How did you get to that figure?",
    "Which steps lead you there?",
    "Would you do that one again, out loud?",
    "What would a colleague see who checks this on paper?",
    "Where could that be off?",
    "How sure are you of that one, and why?",
    "What goes in, and what comes out?",
    "Which part of that would you check first?",
)
_BELIEF = (
    "How sure are you of that one, and why?",
    "When would that not hold?",
    "What makes it so, underneath?",
    "How would you find out whether that is true here?",
    "Where did you see it behave that way?",
)
AGAIN: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.ARITHMETIC: _FIGURE,
    ClaimKind.COMPLEXITY: _FIGURE[1:],
    ClaimKind.BELIEF: _BELIEF,
}
"""What to ask where the claim's own question may not be put, or was put to an earlier claim."""


class PushBack:
    """One challenge a claim, oldest first, without giving the right answer."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A challenge, quoting the candidate."""
        if not state.awaiting or not state.claims:
            return None
        claim = state.claims[0]
        ask = state.fresh((claim.ask, *AGAIN[claim.kind]))
        if ask is None:
            return None
        slots = {"quote": fragment(claim.quote, QUOTED), "ask": ask}
        signal = ASKS_FOR.get((state.plan.round, claim.kind))
        return Move(MoveKind.PUSH_BACK, "push_back", slots, signal, ref=claim.ref)
