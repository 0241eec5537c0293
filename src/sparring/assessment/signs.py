"""Words by which a program tells that a quote has a number, a reason, an alternative, a price or a growth in it.

Each comes twice: narrow, to claim that it is there; and wide, for `gaps`, which claims that it is not.
"""

import re

NUMBER = (
    r"\d|\b(percent|half|twice|double|third|quarter|ten|twenty|fifty|hundred|thousand|million|billion|daily|weekly)\b"
)
CHOICE = (
    r"\b(instead|rather than|over|versus|vs|alternative|options?|could have|considered|either|or we|the other way)\b"
)
REASON = r"\b(because|since|so that|which is why|the reason|otherwise|that way|so we|so i|cos)\b"
PRICE = r"\b(costs?|price|trade.?offs?|g[ai]ve up|giving up|downside|worth|expense|more expensive|slower|lose|lost)\b"
GROWTH = r"\bo\(|\bo of\b|\b(linear|quadratic|logarithmic|constant|log n|n log|n squared|amortized|amortised)\b"


def _wide(narrow: str, more: str) -> re.Pattern[str]:
    return re.compile(f"{narrow}|{more}", re.IGNORECASE)


ANY_NUMBER = _wide(
    NUMBER,
    r"\b(halved|double[ds]|triple[ds]?|hundreds|thousands|millions|billions|dozens?|zero|one|two|three|four|five|six"
    r"|seven|eight|nine|eleven|twelve|fifteen|thirty|forty|sixty|ninety|monthly|yesterday|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)\b",
)
ANY_REASON = _wide(REASON, r"\b(so|as|in case|then|would have|due to|that'?s why|meant|means)\b")
ANY_CHOICE = _wide(CHOICE, r"\b(alternatives|compared|rather|else|unless|prefer\w*|or)\b|\bnot\b.{1,40}\bbut\b")
ANY_PRICE = _wide(
    PRICE,
    r"\b(dearer|losing|loses|risks?|give up|slow\w*|longer|wait\w*|late[rn]?\w*|stale|extra|more \w+|less|fewer|pay\w*"
    r"|paid|hurts?|expensive|complex\w*)\b",
)
ANY_GROWTH = _wide(
    GROWTH,
    r"log|constant|(worst|best|average) case|\btotal \w+|\bnumber of\b|\b(each|every) \w+ once\b|\bper \w+|\bonce\b"
    r"|\bv plus e\b|\btimes\b|\bsquared?\b|\bcubed?\b|\bexponential\b",
)
