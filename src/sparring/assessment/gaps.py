"""What a program can say is missing from one sentence, by looking at that sentence."""

import re
from collections.abc import Callable, Mapping

from sparring.domain.rubric import SignalId

_NUMBER = re.compile(r"\d|\b(percent|half|third|twice|hundred|thousand|million|billion|daily|weekly)\b", re.IGNORECASE)
_REASON = re.compile(r"\b(because|since|so that|which is why|the reason|otherwise)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(instead|rather than|versus|vs|alternative|option|considered|compared)\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(costs?|price|trade.?offs?|g[ai]ve up|downside|worth|expense|slower|dearer)\b", re.IGNORECASE)
_I = re.compile(r"\bI\b|\b(my|mine|i'm|i'd|i've|i'll)\b", re.IGNORECASE)
_WE = re.compile(r"\b(we|our|us|team)\b", re.IGNORECASE)
_FAILURE = re.compile(
    r"\b(fail\w*|down|dies|crash\w*|lost|lose|slow|timeout|retry|overload\w*|alert\w*|unavailable)\b", re.IGNORECASE
)
_GROWTH = re.compile(r"\bo\(|\bo of\b|linear|quadratic|log|constant|n squared", re.IGNORECASE)


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
    "problem": (_NO_NUMBER,),
    "ownership": (_whose,),
    "action": (_whose, _NO_REASON),
    "influence": (_NO_REASON,),
    "ambiguity": (_NO_REASON,),
    "tradeoffs": (_NO_OTHER, _NO_PRICE),
    "depth": (_NO_REASON,),
    "data_model": (_NO_REASON,),
    "resilience": (_lacks(_FAILURE, "no failure is named"),),
    "approach": (_NO_OTHER, _NO_REASON),
    "complexity": (_lacks(_GROWTH, "no growth is stated"), _NO_REASON),
    "failure_ownership": (_whose,),
    "reflection": (_NO_REASON,),
}


def gaps(signal: SignalId, quote: str) -> tuple[str, ...]:
    """Clauses that name what a sentence lacks for a signal; empty where a look at its words cannot tell."""
    return tuple(gap for look in _LOOKS.get(signal, ()) if (gap := look(quote)))
