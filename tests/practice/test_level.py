"""A level, its interval, and no arrow below the noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.practice.level import Level, Trend, level, of_signal
from sparring.practice.result import Rated
from tests.practice.held import held


def rated(*values: int, half: float = 0.5) -> list[Rated]:
    return [Rated(value, max(1.0, value - half), min(4.0, value + half)) for value in values]


def known(history: list[Rated]) -> Level:
    found = level(history)
    assert found is not None
    return found


def test_nothing_seen_is_no_level() -> None:
    assert level([]) is None


def test_more_rounds_make_it_surer() -> None:
    few, many = known(rated(3)), known(rated(3, 3, 3, 3))
    assert many.high - many.low < few.high - few.low
    assert few.mean == many.mean == 3


def test_an_unsure_rating_weighs_less() -> None:
    assert known([*rated(2, half=0.2), *rated(4, half=1.9)]).mean < 3


def test_one_good_round_after_three_bad_is_no_trend() -> None:
    assert known(rated(2, 2, 2, 3)).trend is Trend.UNCLEAR


def test_a_jump_that_holds_is_a_trend() -> None:
    assert known(rated(1, 1, 1, 3, 4, 4)).trend is Trend.UP
    assert known(rated(4, 4, 4, 2, 1, 1)).trend is Trend.DOWN


def test_a_jump_inside_wide_intervals_is_none() -> None:
    assert known(rated(2, 2, 3, 3, half=1.9)).trend is Trend.UNCLEAR


def test_old_rounds_fade_out() -> None:
    assert known(rated(1, 1, 1, 3, 3, 3, 3, 3)).mean == 3


def test_a_retake_is_no_measurement() -> None:
    results = [held(0, tradeoffs=2), held(1, tradeoffs=4, retake=True)]
    assert [each.value for each in of_signal(results, "tradeoffs")] == [2]


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 2)), min_size=1, max_size=20))
def test_a_level_is_always_on_the_scale(history: list[tuple[int, float]]) -> None:
    found = known([Rated(value, max(1.0, value - half), min(4.0, value + half)) for value, half in history])
    assert 1 <= found.low <= found.mean + 1e-9
    assert found.mean - 1e-9 <= found.high <= 4


def _rated(values: list[int]) -> list[Rated]:
    """Ratings as sure as one another, each interval cut off where the scale ends."""
    return [Rated(value, max(1.0, value - 0.8), min(4.0, value + 0.8)) for value in values]


@pytest.mark.parametrize("values", [[2, 4], [3, 3, 4, 4], [1, 2]])
def test_where_the_scale_ends_is_no_certainty(values: list[int]) -> None:
    assert known(_rated(values)).mean == pytest.approx(sum(values) / len(values))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(0, 4))
def test_a_better_rating_never_lowers_the_level(values: list[int], at: int) -> None:
    at %= len(values)
    if values[at] < 4:
        better = [value + (k == at) for k, value in enumerate(values)]
        assert known(_rated(better)).mean >= known(_rated(values)).mean
