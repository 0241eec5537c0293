"""Sentences with and without full stops."""

# ruff: noqa: E501 - a table of sentences is read a line a row

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sparring.listening.sentences import split


def test_full_stops_cut() -> None:
    text = "I'd use 1.5 GB, e.g. for the index. Then what? We wait.\nNext line"
    assert [text[a:b] for a, b in split(text)] == [
        "I'd use 1.5 GB, e.g. for the index.",
        "Then what?",
        "We wait.",
        "Next line",
    ]


def test_speech_without_full_stops_is_cut_at_markers() -> None:
    text = (
        "i noticed the deploys took two hours on a good day and nobody wanted to touch them so i wrote down where the time went "
        "for a week and it was mostly one test suite but that suite belonged to another team and they had no time for it"
    )
    found = [text[a:b] for a, b in split(text)]
    assert len(found) >= 3
    assert found[1].startswith(("so i wrote", "and nobody"))
    assert max(len(part.split()) for part in found) <= 32


@given(st.text(max_size=2000))
def test_spans_are_in_order_trimmed_and_lose_no_word(text: str) -> None:
    spans = split(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert [word for a, b in spans for word in text[a:b].split()] == text.split()
