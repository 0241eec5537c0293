"""What a program can say is missing from one sentence, by looking at that sentence."""

import re
from collections.abc import Callable, Mapping

from sparring.domain.rubric import SignalId

_NUMBER = re.compile(
    r"\d|\b(percent|half|halved|third|quarter|twice|double[ds]?|triple[ds]?|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|ninety|daily|weekly|monthly|yesterday|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|monday|tuesday|wednesday|thursday|friday)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(because|since|so that|so (?:i|we)|which is why|the reason|otherwise)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(instead|rather than|versus|vs|alternatives?|options?|considered|compared|other way|could have|or we|either)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\b(costs?|price|trade.?offs?|g[ai]ve up|downside|worth|expense|slower|dearer)\b", re.IGNORECASE)
_I = re.compile(r"\bI\b|\b(my|mine|i'm|i'd|i've|i'll)\b", re.IGNORECASE)
_WE = re.compile(r"\b(we|our|us|team)\b", re.IGNORECASE)
GROWTH = re.compile(r"\bo\(|\bo of\b|linear|quadratic|log|constant|n squared", re.IGNORECASE)


def _lacks(pattern: re.Pattern[str], says: str) -> Callable[[str], str]:
    return lambda quote: "" if pattern.search(quote) else says


def _whose(quote: str) -> str:
    we = len(_WE.findall(quote))
    if we and not _I.search(quote):
        return "it says “we” or “the team” and never “I”"
    return ""


_NO_NUMBER = _lacks(_NUMBER, "there is no number or date in it")
_NO_REASON = _lacks(_REASON, "it gives no reason")
_NO_OTHER = _lacks(_OTHER, "no alternative is named")
_NO_PRICE = _lacks(_PRICE, "no price is named")

_LOOKS: Mapping[SignalId, tuple[Callable[[str], str], ...]] = {
    "outcome": (_NO_NUMBER,),
    "estimation": (_NO_NUMBER,),
    "ownership": (_whose,),
    "action": (_whose,),
    "tradeoffs": (_NO_OTHER, _NO_PRICE),
    "approach": (_NO_OTHER,),
    "complexity": (_lacks(GROWTH, "no growth is stated"),),
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
