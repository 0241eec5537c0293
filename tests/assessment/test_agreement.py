import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.assessment.agreement import Found, agreement, kappa
from sparring.assessment.baselines import by_words, commonest

RATING = st.integers(1, 4)


def test_kappa_is_one_for_equals_and_nought_for_a_constant() -> None:
    assert kappa([(1, 1), (2, 2), (4, 4)]) == 1
    assert kappa([(1, 2), (2, 2), (3, 2)]) == pytest.approx(0)
    assert kappa([(2, 2), (2, 2)]) is None and kappa([]) is None


def test_kappa_of_a_table_worked_by_hand() -> None:
    # Observed disagreement 1/4; expected: (1,1,4,4) and (1,2,4,4) differ by 0,1,9,9 (twice) and 9,4,0,0 (twice).
    assert kappa([(1, 1), (1, 2), (4, 4), (4, 4)]) == pytest.approx(1 - (1 / 4) / (2 * (0 + 1 + 9 + 9 + 9 + 4) / 16))


@given(st.lists(st.tuples(RATING, RATING), min_size=1))
def test_agreement_stays_in_its_bounds(pairs: list[tuple[int, int]]) -> None:
    found = agreement(pairs)
    assert 0 <= found.exact <= found.within_one <= 1 and found.n == len(pairs)
    assert found.kappa is None or found.kappa <= 1


def test_found_pieces_add_up() -> None:
    total = Found(1, 2, 1, 4) + Found(1, 2, 1, 0)
    assert (total.precision, total.recall) == (0.5, 0.5) and total.f1 == pytest.approx(0.5)
    assert Found(0, 0, 0, 0).f1 == 0


@given(st.lists(st.tuples(st.integers(0, 2000), RATING), min_size=6, max_size=40))
def test_baselines_never_look_at_the_session_they_rate(data: list[tuple[int, int]]) -> None:
    words, values = [w for w, _ in data], [v for _, v in data]
    changed = [5 - values[0], *values[1:]]
    assert by_words(words, values)[0] == by_words(words, changed)[0]
    assert commonest(values)[0] == commonest(changed)[0]
