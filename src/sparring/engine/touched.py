"""What a turn plainly speaks about, well or badly: enough not to be asked for it in the next breath."""

import re
from collections.abc import Iterable, Mapping

from sparring.domain.rubric import SignalId

WORDS = 30
"""A shorter turn touches nothing."""

_ABOUT: Mapping[SignalId, str] = {
    "problem": r"noticed|was wrong|problem was|because (we|it|they|every\w*)|complain\w*|waiting|failed|stalled"
    r"|slow\w*",
    "ownership": r"i (decided|proposed|took|chose|drove|owned|volunteered|said no|offered|started)",
    "action": r"i (wrote|built|moved|ran|set up|drafted|measured|talked|sat down|mapped|rewrote|added)",
    "influence": r"(they|he|she|team|lead|manager) (wanted|refused|agreed|signed|objected|didn't)|convinced|persuaded",
    "ambiguity": r"(didn't|did not|couldn't) know|unknown|no data|not sure (whether|if)|uncertain(ty)?|assumed",
    "tradeoffs": r"trade.?off|cost us|gave up|instead of|rather than|the price|at the expense|worth it|downside",
    "outcome": r"(went|dropped|rose|fell|grew|came) (down |up )?(from|to|by)|in the end|as a result|result was"
    r"|percent(age)?|went (down|up)|renewed|halved|doubled|no (more |such )?(outage|incident|complaint)",
    "failure_ownership": r"my (mistake|fault|error)|on me|i (missed|forgot|broke|hadn't)|was mine",
    "reflection": r"differently|next time|would have (involved|asked|done|started)|in hindsight|looking back|i learned",
    "requirements": r"out of scope|in scope|requirements?|must (never|not|have)|only need|functional\w*",
    "estimation": r"per (second|day|user)|a (second|day)|(million|billion|thousand|gigabytes?|terabytes?)",
    "data_model": r"(partition|primary|sort|shard|row) key|table|schema|index|column|keyed by",
    "resilience": r"goes down|dies|fails|fail ?over|retry|retries|alert|monitor|back.?pressure|degrade|roll ?back",
    "coherence": r"end to end|a request (comes|goes)|step by step|walk through",
    "approach": r"approach|alternatives?|instead|brute force|i('d| would) (use|keep|take|sort)",
    "complexity": r"o ?\( ?\w+|linear|constant time|log n|quadratic(al)?|amorti[sz]ed",
    "testing": r"tests?|edge case|by hand|example|empty",
    "clarify": r"assume|assuming|what (should|happens)|can (it|the)",
}
_ENDING = r"(?:s|es|d|ed|ing|ly)?\b"
"""A word may be inflected; a longer one that begins alike ("testament") is another."""

_PATTERNS = {signal: re.compile(rf"\b(?:{words}){_ENDING}", re.IGNORECASE) for signal, words in _ABOUT.items()}


def told(signal: SignalId, turns: Iterable[str]) -> bool:
    """Whether any of these turns touches the signal: asking for it now would be not listening."""
    return any(touched(signal, text) for text in turns)


def touched(signal: SignalId, text: str) -> bool:
    """Whether a turn is long enough, and has a word that belongs to the signal."""
    pattern = _PATTERNS.get(signal)
    return pattern is not None and len(text.split()) >= WORDS and pattern.search(text) is not None


PARTS = 5
"""Parts of a design that are named where somebody goes through it."""

_PART = re.compile(
    r"\b(?:api|gateway|load balancer|(?:\w+ )?(?:service|server|worker|queue|topic|database|db|cache|bucket|broker|cdn"
    r"|scheduler|index|stream|journal|log|client|agent)s?|(?:object|blob|key.?value|block) stor(?:e|age)|kafka|redis"
    r"|postgres|s3|dynamo(?:db)?|cassandra)\b",
    re.IGNORECASE,
)


def laid_out(turns: Iterable[str]) -> bool:
    """Whether these turns go through the parts of a design."""
    named = {part.casefold().split()[-1].rstrip("s") for text in turns for part in _PART.findall(text)}
    return len(named) >= PARTS
