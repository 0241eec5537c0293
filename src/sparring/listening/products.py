"""Products whose factors stand in clauses of their own: "a post is 1 KB, a million posts, that is 1 GB"."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.domain.heard import Claim, ClaimKind
from sparring.listening.corrections import corrected, retracted
from sparring.listening.measures import BYTES, LINKS, STRONG, TIMES, Measure, measure, operation
from sparring.listening.numbers import Token, tokenise
from sparring.listening.quantities import ASKS, DOUBT, FAR, NEAR, may_hold_a_sum, pick, ratio
from sparring.listening.units import dimension
from sparring.listening.words import listed, stem

REACH = 14
"""Tokens at most between two factors, and between the last one and its result."""

BACK = 2
"""Sentences before that of the result in which its factors may stand."""

_STOPS = frozenset({".", "!", "?", ";"})
_SHARES = listed("each apiece per every everyone everybody")
_UNITS = frozenset(BYTES.values())
_SPANS = frozenset(TIMES.values())
_LASTING = listed(
    """year years month months week weeks retention retain keep kept total overall altogether forever long yearly
    monthly annually retained horizon"""
)
"""Words after which a result may be of a longer time than its factors."""

_CHANGED = (DOUBT - listed("each every if apiece cached cache hit")) | listed(
    """index indexes indices metadata replication factor node nodes server servers minus plus except besides media
    picture pictures image images video videos shards regions region assuming some most fraction rest others other"""
)
"""Words in the sentences of a product that may change it."""


def check(text: str) -> tuple[Claim, ...]:
    """Products of two measures in neighbouring clauses with a result after "that is", "so" or "which makes".

    Called wrong only from a factor of five, where the units fit and the factors are plainly of one thing; what lies
    between is left alone. A result that the speaker corrects counts as corrected.
    """
    if not may_hold_a_sum(text):
        return ()
    tokens = tokenise(text)
    found = _measures(tokens)
    claims = (_claim(text, tokens, found, i) for i in range(2, len(found)))
    return tuple(claim for claim in claims if claim)


def _measures(tokens: tuple[Token, ...]) -> list[Measure]:
    """Every measure of a text, one after another; a lone "one" counts nothing."""
    found: list[Measure] = []
    at = 0
    while at < len(tokens):
        read = measure(tokens, at)
        if read is None or (read.value == 1.0 and not read.unit and tokens[at].text in {"one", "a"}):
            at += 1
            continue
        found.append(_frequency(tokens, read))
        at = max(at + 1, found[-1].last)
    return found


def _frequency(tokens: tuple[Token, ...], read: Measure) -> Measure:
    """ "Five times a day" and "five each per day" as five per day."""
    if read.unit or read.per or read.last + 2 >= len(tokens):
        return read
    if tokens[read.last].text not in {"each", "apiece"} and (read.nouns or tokens[read.last].text != "times"):
        return read
    unit = TIMES.get(tokens[read.last + 2].text, "")
    said = unit and tokens[read.last + 1].text in {"a", "per", "each", "every"}
    return replace(read, per=unit, nouns=read.nouns or ("time",), last=read.last + 3) if said else read


def _claim(text: str, tokens: tuple[Token, ...], found: Sequence[Measure], i: int) -> Claim | None:
    """The claim that the `i`-th measure is the product of the two before it."""
    left, right, result = found[i - 2 : i + 1]
    strong = _linked(tokens, right.last, result.first)
    if strong is None or not _alone(tokens, found, i) or not all(m.clear for m in (left, right, result)):
        return None
    readings = _readings(tokens, left, right, result)
    if not readings:
        return None
    after = corrected(tokens, result)
    if after is not None:
        again = _readings(tokens, left, right, after)
        if again and _off(again, after) <= NEAR:
            readings, result = again, after
    holds = _off(readings, result) <= NEAR
    if not holds and (retracted(tokens, result) or _excused(tokens, left, right, result, _off(readings, result))):
        return None
    value = min(readings, key=lambda reading: ratio(reading, result.value))
    shown = f"{left.shown(left.value)} × {right.shown(right.value)}"
    return Claim(
        kind=ClaimKind.ARITHMETIC,
        quote=text[tokens[left.first].start : tokens[result.last - 1].end],
        stated=f"about {result.shown(result.value)}",
        computed=f"{shown} is about {result.shown(value)}",
        holds=holds,
        ask=pick(ASKS, shown),
        ref=f"arithmetic:{shown}={result.shown(result.value)}",
    )


def _off(readings: Sequence[float], result: Measure) -> float:
    return min(ratio(reading, result.value) for reading in readings)


def _linked(tokens: tuple[Token, ...], start: int, end: int) -> bool | None:
    """Whether the words that lead to a result state it firmly; None where nothing leads to it."""
    if not 0 < end - start <= REACH:
        return None
    at = end
    while at > start and (tokens[at - 1].text in LINKS or tokens[at - 1].text in {"total", "in", "then", "all"}):
        at -= 1
    words = {token.text for token in tokens[at:end]}
    if words & {"->", "→", "="}:
        return True
    said = bool(words & {"that", "that's", "thats", "which", "it", "it's", "this"}) and bool(words & STRONG)
    return True if said else (False if words & {"so", "get", "gives", "makes"} else None)


def _alone(tokens: tuple[Token, ...], found: Sequence[Measure], i: int) -> bool:
    """Whether exactly the two measures before a result can be its factors, and no arithmetic is said between them."""
    left, right, result = found[i - 2 : i + 1]
    if right.first - left.last > REACH or _sentences(tokens, left.first, result.first) > BACK:
        return False
    inner = (*range(left.last, right.first), *range(right.last, result.first))
    if any(operation(tokens, at) and tokens[at].text != "over" for at in inner):
        return False
    if any(operation(tokens, at) for at in inner) or operation(tokens, result.last):
        return False
    if i == 2:
        return True
    before = found[i - 3]
    apart = _sentences(tokens, before.last, left.first) > 0
    return apart or left.first - before.last > REACH


def _sentences(tokens: tuple[Token, ...], start: int, end: int) -> int:
    return sum(token.text in _STOPS for token in tokens[start:end])


def _readings(tokens: tuple[Token, ...], left: Measure, right: Measure, result: Measure) -> tuple[float, ...]:
    """What the product comes to in the result's unit; empty where the three do not fit together."""
    factors = (left, right)
    sized = [m for m in factors if m.unit in _UNITS]
    lasting = [m for m in factors if m.unit in _SPANS and not m.per]
    rates = [m for m in factors if m.per]
    if len(sized) > 1 or len(rates) > 1 or bool(sized) != (result.unit in _UNITS):
        return ()
    if lasting:
        return _worked(left, right, result) if len(lasting) == 1 and rates and not result.per else ()
    if result.unit and not sized:
        return ()
    if not sized and (result.value < 1000 or not _shared_out(tokens, left, right)):
        return ()
    worked = list(_worked(left, right, result))
    if rates and not result.per:
        worked += _worked(left, right, replace(result, per=rates[0].per))
    if result.per and not rates:
        if result.per in {"second", "minute"}:
            return ()
        worked += _worked(left, right, replace(result, per=""))
    return tuple(worked)


def _worked(left: Measure, right: Measure, result: Measure) -> tuple[float, ...]:
    """The product in the result's unit; empty where the dimensions differ."""
    product, wanted = left.quantity() * right.quantity(), result.quantity()
    if dimension(product) != dimension(wanted) or not result.value:
        return ()
    return (float(product.to_base_units().magnitude / wanted.to_base_units().magnitude * result.value),)


def _shared_out(tokens: tuple[Token, ...], left: Measure, right: Measure) -> bool:
    """Whether one count is for each of the other: "five opens each", "per user", "five times a day"."""
    if "time" in right.nouns:
        return True
    around = {token.text for token in tokens[left.last : right.first]} | {
        token.text for token in tokens[max(0, right.last - 3) : right.last + 2]
    }
    return bool(around & _SHARES)


def _excused(tokens: tuple[Token, ...], left: Measure, right: Measure, result: Measure, off: float) -> bool:
    """Whether a product that does not hold may still have been meant rightly."""
    start, end = _around(tokens, left.first, result.last)
    words = [token.text for token in tokens[start:end]]
    if off < FAR or "?" in words or set(words) & _CHANGED:
        return True
    if (left.per or right.per) and not result.per and set(words) & _LASTING:
        return True
    if result.per and not (left.per or right.per):
        return True
    if result.unit in _UNITS:
        return not _of_one_thing(tokens, left, right)
    named = set(result.nouns) & {*left.nouns, *right.nouns}
    return not named


def _of_one_thing(tokens: tuple[Token, ...], left: Measure, right: Measure) -> bool:
    """Whether a size is plainly that of what is counted: "a post is 1 KB ... posts", "64 bytes per key"."""
    size, count = (left, right) if left.unit in _UNITS else (right, left)
    near = [token.text for token in (*tokens[max(0, size.first - 5) : size.first], *tokens[size.last : size.last + 3])]
    return bool(set(near) & _SHARES) or bool({stem(word) for word in near} & set(count.nouns))


def _around(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """The tokens of the sentences from one place to another."""
    while first > 0 and tokens[first - 1].text not in _STOPS:
        first -= 1
    while last < len(tokens) and tokens[last].text not in _STOPS:
        last += 1
    return first, min(last + 1, len(tokens))
