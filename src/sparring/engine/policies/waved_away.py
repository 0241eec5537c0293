"""Coding: a failure that is talked away is asked about, once and once more."""

import re
from itertools import pairwise

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.engine.fragment import fragment
from sparring.engine.policies.push_back import QUOTED
from sparring.engine.state import State
from sparring.listening import sentences

MOST = 2
"""How often a round asks about it."""

ASKS = (
    "Take one input that your code gets wrong. What does it do with it, line by line?",
    "How would you find out whether that is your code or the case?",
    "Who would run into that, and what would they see?",
)
"""What is asked, the first that was not asked yet; none of them says which case it is."""

_FAILURE = (
    r"(?:fail\w*|red|do(?:es)?n't pass|do(?:es)? not pass|cases? (?:left|missing)"
    r"|(?:one|two|some|few|last|other) (?:test|case)s?|(?:that|this|the last|the other) one)"
)
_EXCUSE = (
    r"(?:environment|interpretation|flaky|artificial|unrealistic|not realistic|contrived|cosmetic|minor|deliberately"
    r"|(?:nobody|no one) (?:has|does|would|will|sends)|not (?:really |that )?(?:important|relevant|a real|worth)"
    r"|leave (?:it|that|them|those)\b|ignore|won't (?:fix|matter)|can live with|good enough|fine (?:by|with|for) me"
    r"|(?:test|case)s? (?:is|are|must be|seems?) (?:wrong|off|too strict))"
)
_AWAY = re.compile(rf"\b{_FAILURE}\b.*\b{_EXCUSE}|\b{_EXCUSE}.*\b{_FAILURE}\b", re.IGNORECASE)


class WavedAway:
    """Cases fail, and the candidate says that they do not count."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question about the failure, quoting how it was talked away."""
        said = state.unanswered
        if said is None or not state.failing:
            return None
        made = state.made("waved_away:")
        quote = next((sentence for sentence in _around(said.text) if _AWAY.search(sentence)), None)
        ask = state.fresh(ASKS)
        if quote is None or ask is None or made >= MOST:
            return None
        slots = {"quote": fragment(quote, QUOTED), "ask": ask}
        return Move(MoveKind.PUSH_BACK, "push_back", slots, "testing", ref=f"waved_away:{made}")


def _around(text: str) -> list[str]:
    """Each sentence, and each with the one after it: the excuse may follow the failure."""
    said = sentences.texts(text)
    return [*said, *(f"{one} {other}" for one, other in pairwise(said))]
