"""Sums that a candidate says aloud, found and checked with units."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any
from zlib import crc32

from sparring.domain.heard import Claim, ClaimKind
from sparring.domain.question import Quantity
from sparring.listening import units
from sparring.listening.corrections import corrected, retracted
from sparring.listening.errors import UnreadableQuantity
from sparring.listening.hours import of_another_hour
from sparring.listening.measures import BESIDE, LINKS, STRONG, Measure, duration, measure, operation, written
from sparring.listening.numbers import Token, tokenise
from sparring.listening.words import listed

NEAR = 1.5
"""Factor within which a rounded result still holds."""

FAR = 5.0
"""Factor from which a loosely linked result, or a quantity of the question, counts as wrong."""

_LONG_DAY = 1e5 / 86400
"""People take a day for 100,000 seconds; both are right."""

DOUBT = listed(
    """peak burst spike busy busiest worst max maximum evening evenings midnight replica replicas replicated copies headroom
    margin compressed compression overhead each every extra left instead not if each apiece node shard more growth hit miss
    double twice triple half cached cache percent % wait no sorry actually wrong"""
)
"""Words near a sum that may change it; a sum with one of them is never called wrong."""

_SAID_OF_PART = re.compile(
    r"\b(?:nodes?|servers?|box(?:es)?|machines?|shards?|instances?|each|redis|postgres|kafka|cassandra|single|one|limit|tenants?|"
    r"users? (?:makes?|does|sends?)|clients?|keys?|regions?|partitions?|hosts?|workers?|peak|burst|spike|was|were|had|used to|if|at most|"
    r"up to|worst|max|cache|per (?:user|client|tenant|customer|key|shard|node|server)|customers?|hot|biggest|largest)\b"
)
ASKS = (
    "Walk me through that number again?",
    "Can you take me through that sum step by step?",
    "How did you get to that number?",
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
class _Sum:
    """An expression and the result stated for it."""

    terms: tuple[Measure, ...]
    operations: tuple[str, ...]
    """One fewer than the terms."""

    result: Measure
    strong: bool
    """Whether the result is stated firmly; else only a gross error counts."""

    loose: bool
    """Whether no word or sign but a comma leads to the result."""

    doubtful: bool
    """Whether a word near it may change the sum."""

    end: int
    """Index after its last token."""


def check(text: str) -> tuple[Claim, ...]:
    """The sums stated in one sentence, each with whether it holds; offsets are the quote's business, see `Claim.quote`."""
    if not may_hold_a_sum(text):
        return ()
    tokens = tokenise(BESIDE.sub(lambda found: " " * len(found[0]), text))
    claims: list[Claim] = []
    at = 0
    while at < len(tokens):
        found = _sum(tokens, at)
        if found is None:
            at += 1
            continue
        claim = _judge(text, tokens, found)
        if claim is not None:
            claims.append(claim)
        at = max(at + 1, found.result.first)
    return tuple(claims)


_NUMBERISH = re.compile(
    r"\d|\b(?:hundred|thousand|million|billion|trillion|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|"
    r"six|seven|eight|nine|twelve|fifteen)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def may_hold_a_sum(text: str) -> bool:
    """Cheap test before any parsing: a sum needs two numbers."""
    return len(list(islice(_NUMBERISH.finditer(text), 2))) == 2


def _sum(tokens: tuple[Token, ...], at: int) -> _Sum | None:
    """The sum that begins at token `at`: measures joined by operations, a link, a result."""
    first = measure(tokens, at)
    if (
        first is None
        or (at and operation(tokens, at - 1))
        or (at > 1 and operation(tokens, at - 2) and tokens[at - 1].text == "by")
    ):
        return None
    terms, operations = [first], list[str]()
    end = first.last
    while (step := operation(tokens, end)) is not None and len(terms) < 8:
        term = duration(tokens, step[1]) or (measure(tokens, step[1]) if step[1] < len(tokens) else None)
        if term is None or _is_frequency(terms[-1], step[0], tokens, term):
            return None
        terms.append(term)
        operations.append(step[0])
        end = term.last
    link = _link(tokens, end, bare=bool(operations))
    if link is None:
        return None
    result = measure(tokens, link[0])
    if result is None:
        return None
    following = operation(tokens, result.last)
    if following and following[0] != "/":
        return None
    around = {token.text for token in tokens[max(0, at - 4) : result.last + 5]}
    return _Sum(tuple(terms), tuple(operations), result, link[1], link[2], bool(around & DOUBT), result.last)


def _is_frequency(before: Measure, sign: str, tokens: tuple[Token, ...], term: Measure) -> bool:
    """Whether "ten times a day" was said, which multiplies nothing."""
    said = tokens[term.first].text in {"a", "an"} and term.value == 1.0 and bool(term.unit)
    return sign == "*" and said and not before.unit and not before.per


def _link(tokens: tuple[Token, ...], at: int, bare: bool) -> tuple[int, bool, bool] | None:
    """Where the result begins after the linking words at `at`, and whether they state it firmly, or with a comma alone."""
    end, words = at, set[str]()
    while end < len(tokens) and end - at < 9 and tokens[end].text in LINKS:
        if tokens[end].text == "a" and measure(tokens, end) is not None:
            break
        words.add(tokens[end].text)
        end += 1
    if "than" in words:
        # More than, less than: a comparison states no result.
        return None
    strong = bool(words & STRONG)
    stated = strong or bool(words & {"so", "or"}) or (bare and bool(words & {",", "—", "–"}))
    return (end, strong, not strong and not words & {"so", "or"}) if stated and end < len(tokens) else None


def _judge(text: str, tokens: tuple[Token, ...], found: _Sum) -> Claim | None:
    """The claim a sum makes, or None where it is none or cannot be judged."""
    if not all(term.clear for term in (*found.terms, found.result)):
        return None
    return _compared(text, tokens, found) or _mended(text, tokens, found)


def _mended(text: str, tokens: tuple[Token, ...], found: _Sum) -> Claim | None:
    """The claim of a sum whose result the speaker corrects right after; None unless it holds then."""
    after = corrected(tokens, found.result)
    claim = _compared(text, tokens, replace(found, result=after, end=after.last)) if after else None
    return claim if claim and claim.holds else None


def _compared(text: str, tokens: tuple[Token, ...], found: _Sum) -> Claim | None:
    """The claim a sum makes with its result, or None where it cannot be judged."""
    if not found.operations and not _converts(found.terms[0], found.result):
        return None
    worked = _work_out(found)
    if worked is None:
        return None
    readings, slack, comparable = worked
    stated = found.result.value
    value = min(readings, key=lambda reading: ratio(reading, stated))
    off = ratio(value, stated)
    holds = off <= NEAR * slack
    shown = _shown(found)
    if holds and (other := _per_another_time(tokens, found)) is not None:
        value, holds, shown = other[0], False, f"{shown} a {other[1]}"
    elif not holds and (not comparable or retracted(tokens, found.result) or _excused(found, value, off)):
        return None
    start, end = tokens[found.terms[0].first].start, tokens[found.end - 1].end
    return Claim(
        kind=ClaimKind.ARITHMETIC,
        quote=text[start:end],
        stated=f"about {found.result.shown(stated)}",
        computed=f"{shown} is about {found.result.shown(value)}",
        holds=holds,
        ask=pick(ASKS, shown),
        ref=f"arithmetic:{shown}={found.result.shown(stated)}",
    )


def _per_another_time(tokens: tuple[Token, ...], found: _Sum) -> tuple[float, str] | None:
    """What a bare product comes to per the result's time, where one of its factors was just said per another, and that.

    "Four samples a minute, so sixty million times four is 240 million a second": four million is right.
    """
    per = found.result.per
    bare = [term.value for term in found.terms if not term.unit and not term.per]
    if not per or set(found.operations) != {"*"} or len(bare) < len(found.terms) or found.doubtful:
        return None
    if any(ratio(value, factor) <= _ABOUT for value in bare for factor in _CALENDAR):
        return None
    told = [x for i in range(found.terms[0].first) if (x := measure(tokens, i)) is not None and x.per and not x.unit]
    same = [x for x in told if any(ratio(x.value, value) <= _ABOUT for value in bare)]
    if not same or any(x.per == per for x in same):
        return None
    registry = units.registry()
    spans = float((registry.Quantity(1, per) / registry.Quantity(1, same[-1].per)).to(""))
    plain = _plain(bare, found.operations)
    return None if plain is None else (plain * spans, same[-1].per)


def _excused(found: _Sum, value: float, off: float) -> bool:
    """Whether a sum that does not hold may still have been meant rightly, so that nobody is corrected for it."""
    if found.doubtful or (not found.strong and off < FAR) or set(found.operations) & {"+", "-"}:
        return True
    stated, terms = found.result, found.terms
    plain = not stated.unit and not stated.per
    if found.loose and plain and stated.value < 1000:
        return True
    if max(term.value for term in terms) < 1000 and stated.value >= 500 * value:
        # "Seven times twenty is a hundred and forty million": the millions went without saying.
        return True
    if stated.value < 1000 <= value and plain and off >= FAR:
        # "... is about twenty, twenty-four thousand", or "is three": cut off, or about something else.
        return True
    unitless = not any(term.unit or term.per for term in terms)
    return unitless and found.operations == ("/",) and max(term.value for term in terms) < 100


def _converts(left: Measure, right: Measure) -> bool:
    """Whether one measure restates the other per another time, of the same thing."""
    if not left.per or not right.per or left.per == right.per or bool(left.unit) != bool(right.unit):
        return False
    return not right.nouns or not left.nouns or bool(set(left.nouns) & set(right.nouns)) or right.nouns[-1] in _PLAIN


_PLAIN = frozenset({"request", "op", "operation", "querie", "query", "qp", "call", "hit"})


def _work_out(found: _Sum) -> tuple[tuple[float, ...], float, bool] | None:
    """What the expression comes to, in every reading that counts as right, the slack of its units, and whether they agree.

    Spoken sums drop units ("ten million over fifteen, six hundred thousand a second"), so the plain product counts too.
    """
    plain = _plain([term.value for term in found.terms], found.operations)
    if plain is None or found.result.value <= 0:
        return None
    worked = _with_units(found)
    if worked is None and _over_its_span(found):
        worked = _with_units(replace(found, result=replace(found.result, per="")))
    readings = [plain]
    if worked is None:
        readings.extend(_scaled(found, plain))
        rated = any(term.per for term in found.terms) and not found.result.per
        return tuple(readings), 1.0, not rated and not any(term.unit for term in (*found.terms, found.result))
    readings = (
        [*readings, worked] if found.operations and not found.result.unit else [worked, *_by_calendar(found, plain)]
    )
    days = any(term.per in _DAYS or term.unit in _DAYS for term in (*found.terms, found.result))
    return tuple(readings), _LONG_DAY if days else 1.0, True


def _over_its_span(found: _Sum) -> bool:
    """Whether a term is the very span that the result is stated for: "times 86,400 seconds is 864 GB a day"."""
    per = found.result.per
    spans = [term for term in found.terms if term.unit in _SPANS and not term.per] if per else []
    return any(ratio(float((x.quantity() / units.registry().Quantity(1, per)).to("")), 1.0) <= _LONG_DAY for x in spans)


_DAYS = frozenset({"day", "week", "month", "year"})
_SPANS = _DAYS | {"second", "minute", "hour"}
_CALENDAR = (7.0, 12.0, 24.0, 30.0, 31.0, 52.0, 60.0, 365.0, 1440.0, 3600.0, 86400.0, 1e5)
"""How many of one span are in another: "times 365" said of days a year has no unit and means one."""

_ABOUT = 1.02


def _by_calendar(found: _Sum, plain: float) -> tuple[float, ...]:
    """Readings of a sum in which a bare number stands for how many hours or days there are in something."""
    bare = [term.value for term in found.terms if not term.unit and not term.per]
    if not any(ratio(value, factor) <= _ABOUT for value in bare for factor in _CALENDAR):
        return ()
    timeless = tuple(replace(term, per="") for term in found.terms)
    worked = _with_units(replace(found, terms=timeless, result=replace(found.result, per="")))
    readings = (worked, plain if found.result.unit in _SPANS else None)
    return tuple(reading for reading in readings if reading is not None)


def _scaled(found: _Sum, plain: float) -> tuple[float, ...]:
    """Readings of a count that was stated as a rate: per day, hour or minute."""
    if not found.result.per or any(term.per for term in found.terms):
        return ()
    return tuple(plain / seconds for seconds in (86400.0, 1e5, 3600.0, 60.0))


def _plain(values: list[float], operations: tuple[str, ...]) -> float | None:
    """Numbers alone, from left to right."""
    total = values[0]
    for sign, value in zip(operations, values[1:], strict=True):
        if sign == "/" and value == 0:
            return None
        total = {"*": total * value, "/": total / value if value else 0.0, "+": total + value, "-": total - value}[sign]
    return total if 0 < total < 1e40 else None


def _with_units(found: _Sum) -> float | None:
    """The expression in the result's unit, or None where the dimensions differ."""
    if "+" in found.operations or "-" in found.operations:
        return None
    total: Any = found.terms[0].quantity()
    for sign, term in zip(found.operations, found.terms[1:], strict=True):
        total = total * term.quantity() if sign == "*" else total / term.quantity()
    wanted = found.result.quantity()
    if units.dimension(total) != units.dimension(wanted):
        return None
    return float(total.to_base_units().magnitude / wanted.to_base_units().magnitude * found.result.value)


def ratio(left: float, right: float) -> float:
    """By what factor two values differ, 1 or more."""
    return max(left / right, right / left) if left > 0 and right > 0 else float("inf")


def _shown(found: _Sum) -> str:
    """The expression to read."""
    signs = {"*": "×", "/": "/", "+": "+", "-": "-"}
    parts = [found.terms[0].shown(found.terms[0].value)]
    for sign, term in zip(found.operations, found.terms[1:], strict=True):
        parts += [signs[sign], term.shown(term.value)]
    return " ".join(parts)


def pick(asks: Sequence[str], seed: str) -> str:
    """The same wording for the same claim, without every claim sounding alike."""
    return asks[crc32(seed.encode()) % len(asks)]


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
        if not self._heard or assumed or "?" in sentence or not _NUMBERISH.search(sentence):
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
