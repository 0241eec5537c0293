"""How far two raters agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pvariance


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on values 1 to 4."""

    n: int
    kappa: float | None
    """Cohen's kappa with quadratic weights; None where it is not defined (no pair, or no variation at all)."""

    exact: float
    within_one: float


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Agreement of (reference, rater) pairs."""
    if not pairs:
        return Agreement(0, None, 0.0, 0.0)
    n = len(pairs)
    exact = sum(a == b for a, b in pairs) / n
    within = sum(abs(a - b) <= 1 for a, b in pairs) / n
    return Agreement(n, kappa(pairs), exact, within)


def kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's kappa with quadratic weights (Cohen 1968); None where the expected disagreement is nil."""
    if not pairs:
        return None
    left, right = [a for a, _ in pairs], [b for _, b in pairs]
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    # The mean of (a - b)² over all pairs of the two, without going through them.
    expected = pvariance(left) + pvariance(right) + (fmean(left) - fmean(right)) ** 2
    return None if expected == 0 else round(1 - observed / expected, 12) + 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """How well pieces were found: micro counts."""

    hits: int
    """Pieces found that the reference has too."""

    found: int
    covered: int
    """Pieces of the reference that were found."""

    reference: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the reference that was found."""
        return self.covered / self.reference if self.reference else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: "Found") -> "Found":
        return Found(
            self.hits + other.hits,
            self.found + other.found,
            self.covered + other.covered,
            self.reference + other.reference,
        )


NONE_FOUND = Found(0, 0, 0, 0)
"""The start of a sum."""
