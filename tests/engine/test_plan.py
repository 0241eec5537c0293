"""The clock of a round."""

import itertools

import pytest

from tests.engine.scene import interviewer, plan


@pytest.mark.parametrize("minutes", [10, 20, 37.5, 45, 90])
def test_phases_fill_the_round_without_a_gap(minutes: float) -> None:
    slots = plan(minutes=minutes).phases
    assert slots[0].begins == 0
    assert slots[-1].ends == pytest.approx(minutes * 60)
    assert all(a.ends == b.begins for a, b in itertools.pairwise(slots))


def test_a_short_round_uses_the_short_plan() -> None:
    assert plan(minutes=20).phases[0].ends == 4 * 60
    assert plan(minutes=45).phases[0].ends == 9 * 60


def test_pressure_shortens_patience_and_never_under_a_minute_while_working() -> None:
    assert plan(pressure=3).patience(working=False) < plan(pressure=0).patience(working=False)
    assert plan(pressure=3, interviewer=interviewer(patience=5.0)).patience(working=True) == 60
