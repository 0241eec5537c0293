"""What a program can say is missing from one sentence, by looking at that sentence."""

import re
from collections.abc import Callable, Mapping

from sparring.assessment.signs import ANY_CHOICE, ANY_GROWTH, ANY_NUMBER, ANY_PRICE, ANY_REASON
from sparring.domain.rubric import SignalId

_I = re.compile(r"\bI\b|\b(my|mine|i'm|i'd|i've|i'll)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(he|she|they|\w+ \w+|[A-Z]\w+) (said|says|told \w+|asked|thought|wrote)\b[^.;?!]*|“[^”]*”|\"[^\"]*\""
)
"""What others said: whose “we” it is, the sentence does not tell."""

_WE = re.compile(r"\b(we|our|us|team)\b", re.IGNORECASE)


def _lacks(pattern: re.Pattern[str], says: str) -> Callable[[str], str]:
    return lambda quote: "" if pattern.search(quote) else says


def _whose(quote: str) -> str:
    own = _SAID.sub(" ", quote)
    if _WE.search(own) and not _I.search(own):
        return "it says “we” or “the team” and never “I”"
    return ""


_NO_NUMBER = _lacks(ANY_NUMBER, "there is no number or date in it")
_NO_REASON = _lacks(ANY_REASON, "it gives no reason")
_NO_OTHER = _lacks(ANY_CHOICE, "no alternative is named")
_NO_PRICE = _lacks(ANY_PRICE, "no price is named")

_LOOKS: Mapping[SignalId, tuple[Callable[[str], str], ...]] = {
    "outcome": (_NO_NUMBER,),
    "estimation": (_NO_NUMBER,),
    "ownership": (_whose,),
    "action": (_whose,),
    "tradeoffs": (_NO_OTHER, _NO_PRICE),
    "approach": (_NO_OTHER,),
    "complexity": (_lacks(ANY_GROWTH, "no growth is stated"),),
    "failure_ownership": (_whose,),
    "reflection": (_NO_REASON,),
}
"""Only what the anchors of the signal ask for, so that no sentence is reproached with what nobody wants of it."""

_LOW = 2
"""Rating up to which an anchor asks for these plain things; above it they have been given, in this sentence or not."""


def gaps(signal: SignalId, value: int, quote: str, turn: str) -> tuple[str, ...]:
    """Clauses that name what both a sentence and its whole turn lack for a signal at its rating."""
    if value > _LOW:
        return ()
    found = ((look(quote), look(turn)) for look in _LOOKS.get(signal, ()))
    return tuple(here for here, around in found if here and around)
