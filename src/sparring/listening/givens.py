"""Numbers that the question gives, and what a candidate says of them."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.domain.heard import Claim, ClaimKind
from sparring.domain.question import Quantity
from sparring.listening import units
from sparring.listening.errors import UnreadableQuantity
from sparring.listening.hours import of_another_hour
from sparring.listening.measures import LINKS, Measure, measure, operation, written
from sparring.listening.numbers import Token, tokenise
from sparring.listening.quantities import FAR, NUMBERISH, pick, ratio

_SAID_OF_PART = re.compile(
    r"\b(?:nodes?|servers?|box(?:es)?|machines?|shards?|instances?|each|redis|postgres|kafka|cassandra|single|one|limit|tenants?|"
    r"users? (?:makes?|does|sends?)|clients?|keys?|regions?|partitions?|hosts?|workers?|peak|burst|spike|was|were|had|used to|if|at most|"
    r"up to|worst|max|cache|per (?:user|client|tenant|customer|key|shard|node|server)|customers?|hot|biggest|largest)\b"
)
CONTRADICTS = 1.8
"""Factor from which a number that the question gives, stated otherwise, is asked about."""

ABSURD = 1000.0
"""Factor from which something else must have been meant."""

_SUPPOSED = re.compile(
    r"\b(?:assum\w*|suppos\w*|say|let's|lets|imagin\w*|if|would|could|might|maybe|perhaps|guess\w*|pretend|hypothetical\w*|call it|take|pick|plan\w*|aim\w*|estimat\w*|ballpark|"
    r"think|probably|round\w*|for simplicity|to keep it simple|for now|initial\w*|at first|to start|starting|launch|day one|grow\w*|growth|double|year|years|later|future|eventually|now|i'd|i'll)\b"
)
"""Words of an assumption, which is never challenged, or of another time."""

ASSUMED = re.compile(
    r"\b(?:assum\w*|suppos\w*|what if|imagine|now|let's say|let me say|i'll (?:say|take|go with)|i'd (?:guess|say))\b",
    re.IGNORECASE,
)
"""What, said earlier, lets numbers differ from the question's."""

_PARTLY = re.compile(
    r"\b(?:over|above|more than|at least|beyond|under|below|less than|fewer|up to|at most|another|extra|other|of those|of them|of these|of which|only|just|half|third|quarter|percent|most|some|"
    r"between|to \d|europe|asia|america|us|eu|uk|india|china|country|mobile|web|ios|android|paying|paid|premium|free|new|old|former|twitter|facebook|instagram|tiktok|competitor\w*|like|similar|project|company|worked|job|"
    r"per|not|no|isn't|don't|instead|than|down|from|was|were|used)\b|%"
)
"""Words after which a number may be of a part, a bound, or something else."""

_ASKS_WHICH = (
    "Which number are we designing for?",
    "What number should the design hold for?",
)
_ASKS_GIVEN = (
    "Where does that number come from?",
    "What makes you start from that number?",
)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A quantity of the question and how it sounds."""

    quantity: Quantity
    pattern: re.Pattern[str]


class Givens:
    """The question's own quantities, against what a candidate states for them."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        """Precompile how each quantity is named."""
        self._heard = tuple(
            _Heard(quantity, re.compile(r"\b(?:" + "|".join(_phrase(p) for p in _names(quantity)) + r")\b"))
            for quantity in quantities
            if quantity.heard_as
        )

    def check(self, sentence: str, *, assumed: bool = False) -> tuple[Claim, ...]:
        """Statements about the system as a whole that contradict the question: what it gives by 1.8 times or more, what
        follows from it by five. Questions and assumptions state nothing; `assumed` where one was made before.
        """
        lowered = sentence.lower()
        if not self._heard or assumed or "?" in sentence or not NUMBERISH.search(sentence):
            return ()
        if _SUPPOSED.search(lowered):
            return ()
        named = [heard for heard in self._heard if heard.pattern.search(lowered)]
        if not named:
            return ()
        tokens = tokenise(sentence)
        claims = (self._compare(sentence, tokens, at, named) for at in range(len(tokens)))
        return tuple(claim for claim in claims if claim)[:1]

    def _compare(self, sentence: str, tokens: tuple[Token, ...], at: int, named: list[_Heard]) -> Claim | None:
        """The claim that the measure at `at` makes about the named quantities next to it."""
        found = measure(tokens, at)
        before = tokens[at - 1].text if at else ""
        if (
            found is None
            or not found.clear
            or not (found.per or found.unit or found.nouns)
            or operation(tokens, found.last)
            or before in _JOINED
        ):
            return None
        start, end = tokens[found.first].start, tokens[found.last - 1].end
        beside = (x.quantity for x in named if _beside(sentence.lower(), x.pattern, start, end))
        near = [quantity for quantity in beside if not of_another_hour(quantity.name, sentence)]
        offs = [(off, quantity) for quantity in near if (off := _off(found, quantity)) is not None]
        if not offs or len(offs) < len(near):
            return None
        off, quantity = min(offs, key=lambda pair: pair[0])
        given = not quantity.formula and len(near) == 1 and _of_the_system(found, off, sentence.lower(), start, end)
        whole = given or not _SAID_OF_PART.search(sentence.lower())
        if not whole or off < (CONTRADICTS if given else FAR):
            return None
        return Claim(
            kind=ClaimKind.ARITHMETIC,
            quote=sentence[start:end],
            stated=f"{quantity.name}: {found.shown(found.value)}",
            computed=f"{quantity.name}: {_readable(quantity.value)}",
            holds=False,
            ask=pick(_ASKS_WHICH if given else _ASKS_GIVEN, quantity.id),
            ref=f"quantity:{quantity.id}={found.shown(found.value)}",
        )


def _names(quantity: Quantity) -> tuple[str, ...]:
    """How a quantity is named; people of a day by any of the usual names."""
    if set(quantity.heard_as) & {"daily active users", "dau", "daily users"}:
        return (*quantity.heard_as, *(name for name in _DAILY if name not in quantity.heard_as))
    return quantity.heard_as


_DAILY = (
    "daily active users",
    "dau",
    "daily users",
    "users a day",
    "users per day",
    "users every day",
    "people every day",
)


_CLAUSE_ENDS = re.compile(r"[,;:—]|\b(?:and|but|so|with|each)\b")


def _of_the_system(found: Measure, off: float, lowered: str, start: int, end: int) -> bool:
    """Whether a measure is of the size of a system, and of all of it, going by its sentence up to the end of its clause."""
    if off > ABSURD or (not found.unit and found.value < 1000):
        return False
    ends = _CLAUSE_ENDS.search(lowered, end)
    around = f"{lowered[:start]} {lowered[end : ends.start() if ends else len(lowered)]}"
    return not (_PARTLY.search(around) or _SAID_OF_PART.search(around))


_JOINED = frozenset({"times", "x", "×", "*", "/", "over", "by", "plus", "minus", "+", "-", "of"})


def _phrase(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.lower().split())


def _beside(text: str, pattern: re.Pattern[str], start: int, end: int) -> bool:
    """Whether the name stands within the measure, or next to it with only linking words between."""
    for match in pattern.finditer(text):
        if match.end() > start and match.start() < end + 2:
            return match.start() >= start
        between = text[match.end() : start] if match.end() <= start else text[end : match.start()]
        if len(between) <= 30 and all(word in _BETWEEN for word in re.findall(r"[a-z']+|[^\w\s]", between)):
            return True
    return False


_BETWEEN = LINKS | {"are", "of", "the", "our", "with", "is", "have"}


def _off(found: Measure, quantity: Quantity) -> float | None:
    """By what factor a stated measure misses a quantity; None where they cannot be compared."""
    try:
        value, kind = units.base(quantity.value)
        stated, stated_kind = units.base(found.expression)
    except UnreadableQuantity:
        # The bank validates units; one that nobody says in numbers is simply not compared.
        return None
    if found.per == "day" and "user" in found.nouns and not kind:
        # "100 million users a day" are as many people, not a rate of them.
        stated, stated_kind = found.value, kind
    return ratio(value, stated) if kind == stated_kind else None


def _readable(expression: str) -> str:
    """`2.3e5 request/second` as `230,000 request/second`."""
    number, _, unit = expression.partition(" ")
    try:
        return f"{written(float(number))} {unit}".strip()
    except ValueError:
        return expression
