"""Measures as people say them: a number with its unit, noun and rate, and the words of arithmetic between them."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sparring.listening import units
from sparring.listening.numbers import Token, read
from sparring.listening.words import listed, stem

TIMES = {
    "ns": "nanosecond", "nanosecond": "nanosecond", "us": "microsecond", "µs": "microsecond", "microsecond": "microsecond",
    "ms": "millisecond", "millisecond": "millisecond", "millis": "millisecond", "s": "second", "sec": "second", "secs": "second",
    "second": "second", "min": "minute", "mins": "minute", "minute": "minute", "hr": "hour", "hrs": "hour", "hour": "hour",
    "h": "hour", "day": "day", "week": "week", "month": "month", "year": "year", "yr": "year",
}  # fmt: skip
"""Time units by singular word."""

BYTES = {
    "byte": "byte", "kb": "kilobyte", "kilobyte": "kilobyte", "mb": "megabyte", "megabyte": "megabyte", "meg": "megabyte",
    "gb": "gigabyte", "gigabyte": "gigabyte", "gig": "gigabyte", "tb": "terabyte", "terabyte": "terabyte", "pb": "petabyte",
    "petabyte": "petabyte", "eb": "exabyte", "exabyte": "exabyte", "kib": "kibibyte", "mib": "mebibyte", "gib": "gibibyte",
    "tib": "tebibyte",
}  # fmt: skip
"""Byte units by singular word."""

SHORT = {
    "byte": "B", "kilobyte": "KB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB", "petabyte": "PB", "exabyte": "EB",
    "kibibyte": "KiB", "mebibyte": "MiB", "gibibyte": "GiB", "tebibyte": "TiB", "second": "s", "millisecond": "ms",
    "microsecond": "µs", "nanosecond": "ns", "minute": "min", "hour": "h",
}  # fmt: skip
"""How a unit is written."""

_RATES = {"qps": "second", "rps": "second", "tps": "second", "iops": "second", "daily": "day", "hourly": "hour"}
_BITS = {"mbps", "gbps", "kbps", "mbit", "gbit", "megabit", "megabits", "gigabit", "gigabits", "bit", "bits", "kilobit"}
_MULTIPLY = {"times", "x", "×", "*"}
_DIVIDE = {"/", "over", "÷"}

BESIDE = re.compile(
    r"(?:\b(?:and |with )?(?:there(?:'s|’s| is| are)|a day (?:is|has))\s+(?:about |around |roughly |like |some )*"
    r"(?:86[ ,.]?400|86 ?k|a hundred thousand|100[ ,.]?000|100 ?k|eighty[- ]six thousand(?: four hundred)?)(?: or so)? "
    r"seconds(?: (?:in|per|to) (?:a|one|the|each) day)?,?)"
    r"|\b(?:u+m+|u+h+|e+r+m*|h+m+)\b,?|\.\.\.|…",
    re.IGNORECASE,
)
"""What stands between a sum and its result and belongs to neither: how long a day is, and looking for words."""

LINKS = listed(
    """= ≈ ~ is that's thats that which equals gives makes means it's its comes works out to at as so or -> → => about roughly
    around approximately say like um uh er just over under nearly almost maybe we you get i'd some something call it be
    , — – … will would approx more less than or a little bit well"""
)
"""Words and marks that may stand between a sum and its result."""

STRONG = listed("= ≈ is that's thats equals gives makes comes works which → -> =>")
"""Links that state a result; a lone "so" or comma may lead to a decision instead."""

_CLOSED = (
    LINKS
    | _MULTIPLY
    | _DIVIDE
    | set(TIMES)
    | listed(
        """and but then if when because per each every a an the of on in for from with by divided multiplied plus minus are was
    were has have had do does did not no i we he she they you there this these those can could should must may might need
    squared cubed also already still only even all both what how who where why ? ! . ; ( ) " ' [ ] { } < > + - % ^ # & @ $ €"""
    )
)
"""Words that are no noun after a number."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit."""

    value: float
    unit: str
    """Name of a byte or time unit; empty for a count."""

    per: str
    """Time unit of a rate; empty where it is none."""

    nouns: tuple[str, ...]
    """Stems of what is counted."""

    first: int
    """Index of its first token."""

    last: int
    """Index after its last token."""

    clear: bool = True
    """False where the unit is one this room does not do sums with (bits, money, percent of nothing)."""

    @property
    def expression(self) -> str:
        """As Pint reads it."""
        return f"{self.value!r} * {self.unit or '1'}" + (f" / {self.per}" if self.per else "")

    def quantity(self) -> Any:
        """As a quantity of Pint's."""
        unit = self.unit or "dimensionless"
        return units.registry().Quantity(self.value, f"{unit} / {self.per}" if self.per else unit)

    def shown(self, value: float) -> str:
        """A value in this measure's unit, to read: `12,000/s`, `17 TB`."""
        name = SHORT.get(self.unit, self.unit)
        plural = "s" if name and name == self.unit and value != 1 else ""
        unit = f" {name}{plural}" if name else ""
        return f"{written(value)}{unit}" + (f"/{SHORT.get(self.per, self.per)}" if self.per else "")


def written(value: float) -> str:
    """A number to read, to three or four figures."""
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale * 0.9995:
            return f"{value / scale:.4g} {name}" if abs(value) < 1e15 else f"{value:.3g}"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _word(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _unit(word: str, table: dict[str, str]) -> str:
    return table.get(word) or (table.get(word[:-1], "") if word.endswith("s") and len(word) > 3 else "")


def every(tokens: tuple[Token, ...]) -> Iterator[Measure]:
    """The measures that begin at any of the tokens, in order; they may overlap."""
    return (found for at in range(len(tokens)) if (found := measure(tokens, at)) is not None)


def measure(tokens: tuple[Token, ...], at: int) -> Measure | None:
    """The measure that begins at token `at`, or None."""
    number = read(tokens, at)
    if number is None:
        return None
    value, end = _ranged(tokens, number.value, number.last)
    if _word(tokens, at - 1) in {"$", "€", "£", "#", "^", "**"} or _word(tokens, end) in _BITS | {
        "dollars",
        "euros",
        "cents",
        "bucks",
    }:
        return Measure(value, "", "", (), at, end, clear=False)
    if _word(tokens, end) in {"%", "percent"} and _word(tokens, end + 1) == "of":
        return Measure(value / 100, "", "", (), at, end + 1)
    if _word(tokens, end) in {"%", "percent", "th", "nd", "rd", "nines", "x"} and not _operand(tokens, end + 1):
        return Measure(value, "", "", (), at, end + 1, clear=False)
    return _with_unit(tokens, value, at, end)


def _operand(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number can begin here, so that an `x` before it multiplies."""
    return at < len(tokens) and read(tokens, at) is not None


def _ranged(tokens: tuple[Token, ...], value: float, end: int) -> tuple[float, int]:
    """ "Twenty-three, twenty-four thousand" and "10 to 12 thousand" count as the second number."""
    at = end + (_word(tokens, end) in {"to", "or", "-", "–", ","})
    if value >= 1000 or at >= len(tokens):
        return value, end
    second = read(tokens, at)
    if second is None or second.value < 1000:
        return value, end
    for scale in (1e3, 1e6, 1e9, 1e12):
        if 0.5 <= value * scale / second.value <= 1:
            return second.value, second.last
    return value, end


def _with_unit(tokens: tuple[Token, ...], value: float, first: int, at: int) -> Measure:
    """Unit or nouns after the number, then the rate."""
    word = _word(tokens, at)
    unit = _unit(word, BYTES) or _unit(word, TIMES)
    nouns: list[str] = []
    end = at + 1 if unit else at
    while len(nouns) < 3 and _is_noun(tokens, end) and not _rate(tokens, end):
        nouns.append(stem(_word(tokens, end)))
        end += 1
    rate = _rate(tokens, end)
    if rate is None and nouns and not _ends(tokens, end):
        nouns, end = [], at + 1 if unit else at
    per, end = rate if rate else ("", end)
    return Measure(value, unit, per, tuple(nouns), first, end)


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    word = _word(tokens, at)
    return word.isalpha() and len(word) > 1 and word not in _CLOSED and read(tokens, at) is None


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a measure with nouns may end here: before a link, an operation, a mark or the end."""
    return at >= len(tokens) or _word(tokens, at) in _CLOSED


def _rate(tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
    """The time unit of a rate at `at` and the token after it: "a second", "/s", "per day", "qps", "q p s"."""
    word = _word(tokens, at)
    if word in _RATES and not (word.endswith("ly") and _is_noun(tokens, at + 1)):
        return _RATES[word], at + 1
    if word in {"q", "r", "t"} and [_word(tokens, at + 1), _word(tokens, at + 2)] == ["p", "s"]:
        return "second", at + 3
    if word in {"/", "per", "a", "an", "each", "every"}:
        following = _word(tokens, at + 1)
        unit = TIMES.get(following, "")
        if unit and not (word in {"a", "an", "each", "every"} and len(following) < 3):
            return unit, at + 2
    return None


def operation(tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
    """The arithmetic operation at `at` and the token after it."""
    word, following = _word(tokens, at), _word(tokens, at + 1)
    if word in {"multiplied", "divided"} and following == "by":
        return ("*" if word == "multiplied" else "/"), at + 2
    if word == "of" and _word(tokens, at - 1) in {"%", "percent"}:
        return "*", at + 1
    if word in _MULTIPLY:
        return "*", at + 1
    if word in _DIVIDE:
        return "/", at + 1
    if word in {"plus", "+"}:
        return "+", at + 1
    return ("-", at + 1) if word == "minus" else None


def duration(tokens: tuple[Token, ...], at: int) -> Measure | None:
    """A lone unit of time as an operand: the "a day" of "times a day"."""
    if _word(tokens, at) in {"a", "an", "the", "one"} and (unit := TIMES.get(_word(tokens, at + 1), "")):
        return Measure(1.0, unit, "", (), at, at + 2)
    return None
