"""Sums that a candidate says aloud, found and checked with units."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any
from zlib import crc32

from sparring.domain.heard import Claim, ClaimKind
from sparring.listening import units
from sparring.listening.corrections import corrected, retracted
from sparring.listening.measures import BESIDE, LINKS, STRONG, Measure, duration, every, measure, operation
from sparring.listening.numbers import Token, tokenise
from sparring.listening.words import listed

NEAR = 1.5
"""Factor within which a rounded result still holds."""

ADDED = 1.1
"""The same, where numbers are only added: nobody rounds nine and three to eight, so it is about something else."""

_ADDING = frozenset({"+", "-"})

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

ASKS = (
    "Walk me through that number again?",
    "Can you take me through that sum step by step?",
    "How did you get to that number?",
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
    slip = _slipped(text, tokens)
    heard = slip is not None and any(claim.quote in slip.quote or slip.quote in claim.quote for claim in claims)
    return tuple(claims) if slip is None or heard else (*claims, slip)


_SLIPS = ((1440.0, "minute"), (24.0, "hour"))
"""How many of a shorter span a day has: a rate a day divided by it is one a minute or an hour, and not one a second."""


def _slipped(text: str, tokens: tuple[Token, ...]) -> Claim | None:
    """A rate a day that was divided by the minutes or hours of a day and called one a second, in one sentence."""
    found = list(every(tokens))
    days = [x for x in found if x.per == "day" and not x.unit and x.clear]
    for factor, span in _SLIPS:
        spans = [x for x in found if x.unit == span and ratio(x.value, factor) <= _ABOUT]
        for day, result in ((x, y) for x in days for y in found if y.per == "second" and not y.unit and y.clear):
            between = [x for x in spans if day.last <= x.first < result.first]
            if between and result.first - day.last <= _SLIP_REACH and ratio(day.value / factor, result.value) <= 1.05:
                shown = f"{day.shown(day.value)} over {factor:,.0f} {span}s"
                start, end = tokens[day.first].start, tokens[result.last - 1].end
                return Claim(
                    kind=ClaimKind.ARITHMETIC,
                    quote=text[start:end],
                    stated=f"about {result.shown(result.value)}",
                    computed=f"{shown} is about {result.shown(day.value / factor)[:-2]}/{span[:3]}",
                    holds=False,
                    ask=pick(ASKS, shown),
                    ref=f"arithmetic:{shown}",
                )
    return None


_SLIP_REACH = 20
"""Tokens at most from the rate to what came of it."""


NUMBERISH = re.compile(
    r"\d|\b(?:hundred|thousand|million|billion|trillion|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|"
    r"six|seven|eight|nine|twelve|fifteen)\b",
    re.IGNORECASE,
)
"""A number of more than one, in figures or words."""


@lru_cache(maxsize=256)
def may_hold_a_sum(text: str) -> bool:
    """Cheap test before any parsing: a sum needs two numbers."""
    return len(list(islice(NUMBERISH.finditer(text), 2))) == 2


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
    added = bool(found.operations) and {*found.operations} <= _ADDING
    holds = off <= (ADDED if added else NEAR) * slack
    shown = _shown(found)
    if holds and (other := _per_another_time(tokens, found)) is not None:
        value, holds, shown = other[0], False, f"{shown} a {other[1]}"
    elif holds and _by_a_shorter_span(found):
        value, holds = found.terms[0].value / 86400, False
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
    before = takewhile(lambda x: x.first < found.terms[0].first, every(tokens))
    told = [x for x in before if x.per and not x.unit]
    same = [x for x in told if any(ratio(x.value, value) <= _ABOUT for value in bare)]
    if not same or any(x.per == per for x in same):
        return None
    registry = units.registry()
    spans = float((registry.Quantity(1, per) / registry.Quantity(1, same[-1].per)).to(""))
    plain = _plain(bare, found.operations)
    return None if plain is None else (plain * spans, same[-1].per)


def _by_a_shorter_span(found: _Sum) -> bool:
    """Whether a rate a day was divided by the minutes or hours of a day and called one a second."""
    first, *rest = found.terms
    return (
        found.operations == ("/",)
        and (first.per, found.result.per) == ("day", "second")
        and any(rest[0].unit == span and ratio(rest[0].value, factor) <= _ABOUT for factor, span in _SLIPS)
    )


def _excused(found: _Sum, value: float, off: float) -> bool:
    """Whether a sum that does not hold may still have been meant rightly, so that nobody is corrected for it."""
    if found.doubtful or (not found.strong and off < FAR) or {*found.operations} & _ADDING:
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
        worked = _with_units(_timeless(found))
    if worked is None and (sized := _sized(found)) is not None:
        return sized
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
    worked = _with_units(replace(_timeless(found), terms=timeless))
    readings = (worked, plain if found.result.unit in _SPANS else None)
    return tuple(reading for reading in readings if reading is not None)


def _scaled(found: _Sum, plain: float) -> tuple[float, ...]:
    """Readings of a count that was stated as a rate: per day, hour or minute."""
    if not _rated_at_last(found):
        return ()
    return tuple(plain / seconds for seconds in (86400.0, 1e5, 3600.0, 60.0))


_POWERS = (10.0, 100.0, 1000.0)
"""Of what is off by another factor, a factor may have gone without saying."""


def _sized(found: _Sum) -> tuple[tuple[float, ...], float, bool] | None:
    """What `_work_out` says of a number of things times their size, where that is stated per time and nothing else is.

    "Three hundred million times 200 KB is 60 TB a day" has said of the three hundred million before that they are a
    day's.
    """
    size = _with_units(_timeless(found)) if found.result.unit and _rated_at_last(found) else None
    if size is None:
        return None
    stated = found.result.value
    of_a_day = next((x for x in (size / 86400, size / 1e5) if ratio(x, stated) <= NEAR), size)
    return (size, of_a_day), 1.0, any(ratio(ratio(size, stated), power) <= ADDED for power in _POWERS)


def _rated_at_last(found: _Sum) -> bool:
    """Whether only the result is stated per time."""
    return bool(found.result.per) and not any(term.per for term in found.terms)


def _timeless(found: _Sum) -> _Sum:
    """The sum as if its result were not stated per time."""
    return replace(found, result=replace(found.result, per=""))


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
