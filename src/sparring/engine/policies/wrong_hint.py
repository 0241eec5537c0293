"""Under pressure: one plausible suggestion that is wrong here."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.question import DesignQuestion
from sparring.domain.round import Seconds
from sparring.engine.state import State

FROM_PRESSURE = 2
MOMENTS = (0.45, 0.65)


class WrongHint:
    """Test whether the candidate reasons or follows."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A wrong hint, at most one at pressure 2 and two at pressure 3."""
        question = state.plan.question
        if not state.awaiting or not isinstance(question, DesignQuestion) or state.plan.pressure < FROM_PRESSURE:
            return None
        given = sum(moved.move.wording == "wrong_hint" for moved in state.moved)
        allowed = min(state.plan.pressure - 1, len(question.wrong_hints), len(MOMENTS))
        if given >= allowed or state.share(now) < MOMENTS[given]:
            return None
        hint = question.wrong_hints[given]
        return Move(MoveKind.HINT, "wrong_hint", {"hint": hint.says.strip()}, ref=f"wrong_hint:{given}")
