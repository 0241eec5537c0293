"""Behavioral: somebody owns up to something unasked; go there before anything else."""

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Cue
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.fragment import fragment
from sparring.engine.state import State

OWNING = "failure_ownership"
REF = "admission"

ASKS = (
    "What did you do once you saw it?",
    "When could you first have caught that?",
    "What happened in the weeks after that?",
)
"""What is worth asking of an admission; the first that was not asked yet."""

TOLD = 25
"""Words from which an answer tells something; a shorter one answers what it was asked."""


class DigAdmission:
    """Once a round, and not where the admission was what was asked for."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question about what followed, quoting the admission."""
        said, last = state.unanswered, state.last_move
        if said is None or state.plan.round is not Round.BEHAVIORAL or said.words < TOLD:
            return None
        sought = last is not None and last.signal in (OWNING, "reflection")
        if sought or REF in state.used or state.ledger.of(OWNING).asked:
            return None
        owned = next((cue for cue in said.heard.cues if _owns(cue)), None)
        ask = next((ask for ask in ASKS if state.askable(ask)), None)
        if owned is None or ask is None:
            return None
        slots = {"quote": fragment(owned.quote), "ask": ask}
        return Move(MoveKind.PROBE, "probe_quoting", slots, OWNING, ref=REF)


def _owns(cue: Cue) -> bool:
    return cue.signal == OWNING and cue.polarity is Polarity.PLUS and cue.rule == "own_fault"
