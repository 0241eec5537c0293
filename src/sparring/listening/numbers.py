"""Numbers as people say and type them: `50k`, `1.5 billion`, `a hundred and fifty million`, `thirty-two hundred`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
SMALL = {word: float(i if i <= 20 else 10 * (i - 18)) for i, word in enumerate(_SMALL.split(" "))}
_SUFFIX = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}

TOKEN = re.compile(
    r"(?P<numeral>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<exp>e[+]?\d{1,2}(?![a-z\d]))?"
    r"|(?P<word>[a-zµ]+(?:'[a-z]+)?)|(?P<mark>\*\*|->|=>|[^\w\s])"
)
"""Numerals, words and marks of lower-cased text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, numeral or mark, and where it stands."""

    text: str
    start: int
    end: int
    value: float | None = None
    """What a numeral is worth."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in speech."""

    value: float
    first: int
    """Index of its first token."""

    last: int
    """Index after its last token."""


@lru_cache(maxsize=128)
def tokenise(text: str) -> tuple[Token, ...]:
    """Tokens of a text; offsets are those of the text itself."""
    found = []
    for match in TOKEN.finditer(text.lower() if len(text.lower()) == len(text) else text):
        value = None
        if match["numeral"]:
            value = float(match["numeral"].replace(",", "")) * 10.0 ** int(match["exp"][1:] if match["exp"] else 0)
        found.append(Token(match.group(), match.start(), match.end(), value))
    return tuple(found)


def read(tokens: tuple[Token, ...], at: int) -> Number | None:
    """The number that begins at token `at`, or None."""
    token = tokens[at]
    if token.value is not None:
        return _numeral(tokens, at, token.value)
    if token.text in SMALL or token.text in {"a", "half", "quarter"}:
        return _worded(tokens, at)
    return None


def every(text: str) -> Iterator[Number]:
    """The numbers of a text, in digits or in words, in their order."""
    tokens, at = tokenise(text), 0
    while at < len(tokens):
        number = read(tokens, at)
        if number is not None:
            yield number
        at = number.last if number is not None else at + 1


def parse(text: str) -> float | None:
    """The value of a text that is one number and nothing else; None where it is not."""
    found = tokenise(text)
    number = read(found, 0) if found else None
    return number.value if number and number.last == len(found) else None


def _text(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


LARGEST_BASE = 1e6
"""A base beyond it makes a power nobody means, and overflows."""


def _numeral(tokens: tuple[Token, ...], at: int, value: float) -> Number:
    """Digits with a suffix glued on (`50k`), a scale word (`1.5 billion`), or neither; `10^9` is a power."""
    end, following = at + 1, _text(tokens, at + 1)
    glued = end < len(tokens) and tokens[end].start == tokens[at].end
    if (
        following in {"^", "**"}
        and end + 1 < len(tokens)
        and (power := tokens[end + 1].value) is not None
        and power < 20
        and abs(value) < LARGEST_BASE
    ):
        return Number(value**power, at, end + 2)
    if glued and following in _SUFFIX:
        return Number(value * _SUFFIX[following], at, end + 1)
    if following in SCALES:
        while (scale := SCALES.get(_text(tokens, end))) is not None:
            value, end = value * scale, end + 1
        return Number(value, at, end)
    if following in {"bn", "mn", "mil"} or (
        following == "k" and (_text(tokens, end + 1) in {"", "a", "per", "/"} or _is_word(_text(tokens, end + 1)))
    ):
        return Number(value * _SUFFIX[following], at, end + 1)
    return Number(value, at, end)


def _is_word(text: str) -> bool:
    """Whether a token is a word and no unit's letters: "10 k requests"."""
    return text.isalpha() and len(text) > 2


def _worded(tokens: tuple[Token, ...], at: int) -> Number | None:
    """A number in words. Adds within a group, multiplies at a scale, as English does."""
    special = _special(tokens, at)
    if special:
        return special
    total, group, end, seen = 0.0, 0.0, at, False
    smallest = float("inf")
    if tokens[at].text == "a":
        if _text(tokens, at + 1) not in SCALES:
            return None
        group, end, seen = 1.0, at + 1, True
    while end < len(tokens):
        step = end + (tokens[end].text in {"-", "and"} and seen and _joins(tokens, end, group, total))
        word = tokens[step].text
        scale = SCALES.get(word, 0.0)
        if word in SMALL and _fits(group, SMALL[word]):
            group, seen = group + SMALL[word], True
        elif scale == 100 and seen and (group or total):
            group *= scale
        elif scale and group and scale < smallest:
            total, group, smallest = total + group * scale, 0.0, scale
        elif scale and total and not group:
            total *= scale
        else:
            break
        end = step + 1
    if not seen:
        return None
    return _fraction(tokens, Number(total + group, at, end))


def _joins(tokens: tuple[Token, ...], at: int, group: float, total: float) -> bool:
    """Whether an "and" or a hyphen goes on with the number: "hundred and fifty", "twenty-three"."""
    following = _text(tokens, at + 1)
    if tokens[at].text == "-":
        glued = (
            at + 1 < len(tokens) and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
        )
        return glued and (following in SMALL or following in SCALES)
    return following in SMALL and ((group >= 100 and group % 100 == 0) or (group == 0 and total > 0))


def _fits(group: float, value: float) -> bool:
    """Whether a small word goes on with its group: after nothing, after tens (1-9), after hundreds (any)."""
    if group == 0:
        return True
    if group % 100 == 0:
        return group >= 100
    return group % 100 >= 20 and group % 10 == 0 and 0 < value < 10


def _fraction(tokens: tuple[Token, ...], number: Number) -> Number:
    """What may follow: "point five", "and a half", a scale after either."""
    value, end = number.value, number.last
    if _text(tokens, end) == "point" and (_text(tokens, end + 1) in SMALL):
        place, end = 0.1, end + 1
        while (digit := SMALL.get(_text(tokens, end))) is not None and digit < 10:
            value, place, end = value + digit * place, place / 10, end + 1
    elif [_text(tokens, end + k) for k in range(3)] == ["and", "a", "half"]:
        last_scale = SCALES.get(_text(tokens, end - 1), 1.0)
        value, end = value + 0.5 * (last_scale if last_scale > 100 else 1.0), end + 3
    else:
        return number
    while (scale := SCALES.get(_text(tokens, end))) is not None:
        value, end = value * scale, end + 1
    return Number(value, number.first, end)


_FIXED = {
    ("eighty", "six", "four", "hundred"): 86400.0,
    ("eighty", "-", "six", "four", "hundred"): 86400.0,
    ("fourteen", "forty"): 1440.0,
    ("thirty", "six", "hundred"): 3600.0,
    ("thirty", "-", "six", "hundred"): 3600.0,
}
"""Numbers that engineers say in a short form of their own."""


def _special(tokens: tuple[Token, ...], at: int) -> Number | None:
    for words, value in _FIXED.items():
        if all(_text(tokens, at + k) == word for k, word in enumerate(words)):
            return Number(value, at, at + len(words))
    word = tokens[at].text
    if word in {"half", "quarter"} or (word == "a" and _text(tokens, at + 1) in {"half", "quarter"}):
        part = 0.5 if "half" in {word, _text(tokens, at + 1)} else 0.25
        end = at + (1 if word != "a" else 2)
        end += _text(tokens, end) in {"a", "of"}
        end += _text(tokens, end) == "a"
        scale = SCALES.get(_text(tokens, end))
        return Number(part * scale, at, end + 1) if scale else None
    return None
