"""Choice without randomness."""

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
    assert len(fragment(text).split()) <= 12


def test_a_fragment_ends_with_its_sentence() -> None:
    assert fragment("We put a cache here. It is Redis.") == "We put a cache here"
