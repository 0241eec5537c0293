"""Numbers in words and figures."""

# ruff: noqa: E501 - a table of sentences is read a line a row

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.listening.numbers import parse

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_thousand(n: int, british: bool, hyphen: str) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (hyphen + ONES[n % 10] if n % 10 else "")
    rest = below_thousand(n % 100, british, hyphen) if n % 100 else ""
    return f"{ONES[n // 100]} hundred" + ((" and " if british else " ") + rest if rest else "")


def in_words(n: int, british: bool, hyphen: str) -> str:
    if n == 0:
        return "zero"
    parts = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        group, n = divmod(n, scale)
        if group:
            joined = "and " if british and scale == 1 and group < 100 and parts else ""
            parts.append(f"{joined}{below_thousand(group, british, hyphen)} {name}".strip())
    return " ".join(parts)


@given(st.integers(0, 10**12 - 1), st.booleans(), st.sampled_from(["-", " "]))
def test_words_round_trip(n: int, british: bool, hyphen: str) -> None:
    said = in_words(n, british, hyphen)
    # "eighty six four hundred" and its like are said for 86,400; they never come out of `in_words` alone.
    assert parse(said) == n


@given(st.integers(0, 10**12))
def test_figures_round_trip(n: int) -> None:
    assert parse(str(n)) == n
    assert parse(f"{n:,}") == n


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("50k", 5e4), ("1.5 billion", 1.5e9), ("1.5B", 1.5e9), ("2.3e5", 2.3e5), ("10^9", 1e9), ("100M", 1e8), ("three and a half million", 3.5e6),
        ("a million and a half", 1.5e6), ("half a million", 5e5), ("a hundred and fifty million", 1.5e8), ("thirty-two hundred", 3200),
        ("eighty-six four hundred", 86400), ("eighty six thousand four hundred", 86400), ("one point five billion", 1.5e9),
        ("six hundred and sixty thousand", 6.6e5), ("ten thousand million", 1e10),
    ],
)  # fmt: skip
def test_other_ways_of_saying_a_number(said: str, value: float) -> None:
    assert parse(said) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "a", "users", "and", "hundreds of", "ten users", "-", "x"])
def test_what_is_no_number(text: str) -> None:
    assert parse(text) is None
