"""What predictions say of the one who makes them."""

from sparring.domain.round import Verdict
from sparring.practice.calibration import calibration
from tests.practice.held import held


def test_a_hopeful_candidate_is_told_so() -> None:
    results = [held(k, predicted=Verdict.STRONG_HIRE, verdict=Verdict.NO_HIRE) for k in range(5)]
    found = calibration(results)
    assert (found.exact, found.within_one, found.bias) == (0, 0, 2.0)
    assert "too hopeful by 2.0 steps" in found.says


def test_few_predictions_say_nothing() -> None:
    assert "takes 4" in calibration([held(0, predicted=Verdict.HIRE), held(1)]).says


def test_a_straight_eye() -> None:
    assert "straight" in calibration([held(k, predicted=Verdict.HIRE) for k in range(4)]).says


def test_opposite_errors_are_no_straight_eye() -> None:
    up, down = (Verdict.STRONG_HIRE, Verdict.STRONG_NO_HIRE), (Verdict.STRONG_NO_HIRE, Verdict.STRONG_HIRE)
    results = [held(k, predicted=a, verdict=b) for k, (a, b) in enumerate([up, down, up, down])]
    assert "to both sides: 0 of 4" in calibration(results).says
