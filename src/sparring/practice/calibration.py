"""How well a candidate predicts their own verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sparring.practice.result import Result


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predictions against what came."""

    predictions: int
    exact: int
    within_one: int
    bias: float
    """Mean steps by which the prediction was too hopeful; negative where it was too harsh."""

    @property
    def says(self) -> str:
        """In one sentence."""
        if self.predictions < FEW:
            return f"It takes {FEW} predictions to say anything; so far there are {self.predictions or 'none'}."
        if abs(self.bias) < NOTABLE:
            straight = 2 * self.exact >= self.predictions or self.within_one == self.predictions
            lead = "You see your own rounds straight" if straight else "Your predictions miss to both sides"
            return f"{lead}: {self.exact} of {self.predictions} verdicts exactly."
        way = "hopeful" if self.bias > 0 else "harsh"
        return f"You are too {way} by {abs(self.bias):.1f} steps on average, over {self.predictions} rounds."


FEW = 4
NOTABLE = 0.5
"""Steps of the verdict below which a mean is not worth mentioning."""


def calibration(results: Sequence[Result]) -> Calibration:
    """Over every round with a prediction."""
    steps = [result.predicted.rank - result.verdict.rank for result in results if result.predicted is not None]
    return Calibration(
        predictions=len(steps),
        exact=sum(step == 0 for step in steps),
        within_one=sum(abs(step) <= 1 for step in steps),
        bias=sum(steps) / len(steps) if steps else 0.0,
    )
