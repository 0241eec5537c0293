"""An open case that fails is not passed over."""

import re

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.state import ON_IT, State

ASKS = (
    "Not all of the open cases pass. What does the first of them tell you?",
    "There's still a case failing. What did it expect, and what came?",
)
"""Each once a round."""

TOLD = 5
"""Words from which a turn could have spoken of it."""

_SPEAKS_OF_IT = re.compile(
    r"\b(?:fail\w*|red|wrong|bugs?|broken?|breaks?|errors?|mistakes?|off by|fix\w*|debug\w*|trac(?:e|ing)|stuck|hints?"
    r"|(?:does|do|did|is|are|was)(?:n['’]t| not) (?:pass|work|right|green|there)\w*|not (?:passing|working|yet|all)"
    r"|expect\w*|why|one (?:case|test)|missing|missed|forgot)\b",
    re.IGNORECASE,
)


class RedCases:
    """Whoever runs the cases, has some fail, and talks of something else is asked about them."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question about the failing case, once for each run."""
        said = state.unanswered
        if said is None or not (state.ran and state.red):
            return None
        ask, ref = state.fresh(ASKS), f"red:{state.ran_at:.0f}"
        if ask is None or ref in state.used or said.words < TOLD or _SPEAKS_OF_IT.search(said.text):
            return None
        return Move(MoveKind.PROBE, ON_IT, {"ask": ask}, "testing", ref=ref)
