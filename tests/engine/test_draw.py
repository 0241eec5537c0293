"""Choice without randomness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.engine.draw import fraction, one_of
from sparring.engine.fragment import fragment


@given(st.integers(), st.text())
def test_the_same_reason_draws_the_same(seed: int, reason: str) -> None:
    assert 0 <= fraction(seed, reason) < 1
    assert fraction(seed, reason) == fraction(seed, reason)


def test_different_reasons_draw_differently() -> None:
    assert len({fraction(1, k) for k in range(100)}) == 100
    assert {one_of("abc", 1, k) for k in range(50)} == set("abc")


@given(st.text())
def test_a_fragment_is_the_candidates_own_words(text: str) -> None:
    assert fragment(text) in text
    assert len(fragment(text).split()) <= 16


def test_a_long_sentence_is_said_back_by_whole_clauses() -> None:
    said = "In the end invoices leave within an hour of delivery, failures went from nine to two a month, and so on."
    assert fragment(said) == "In the end invoices leave within an hour of delivery"
    long = "Users without an id or lacking the attribute get the default because a missing one makes no condition hold"
    assert fragment(long) == "Users without an id or lacking the attribute get the default"
    assert fragment("one two three four five six seven eight nine ten eleven twelve thirteen more") == (
        "one two three four five six seven eight nine ten eleven twelve thirteen more"
    )


def test_a_fragment_ends_with_its_sentence() -> None:
    assert fragment("We put a cache here. It is Redis.") == "We put a cache here"


def test_a_title_does_not_end_a_sentence() -> None:
    assert fragment("I asked Mrs. Adeyemi and Dr. Okafor first. Then the others.") == (
        "I asked Mrs. Adeyemi and Dr. Okafor first"
    )


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("yes sorry so the dependency was the port terminal", "the dependency was the port terminal"),
        ("when my director asked did we know i told him yes i", "when my director asked did we know i told him"),
        ("We drained the old queue first, and then we'd", "We drained the old queue first"),
        ("That was decided by me and not by them, not even by the team that I'd moved on.", None),
    ],
)
def test_speech_without_stops_loses_what_only_joins(said: str, back: str | None) -> None:
    assert fragment(said, words=24) == (back or said.rstrip("."))
