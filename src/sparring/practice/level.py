"""Where a candidate stands on a signal after several rounds, how sure that is, and whether it has moved."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sparring.practice.result import Rated, Result

Z80 = 1.2816
"""Half-width of an 80 % interval in standard deviations."""

Z95 = 1.96
"""The same for 95 %: with some 25 signals on a page, one arrow in five by chance would be five of them."""

SPREAD = 0.6
"""Standard deviation between rounds of one person at one level; people who are hired fail one round in five."""

SUREST = 0.35
"""No single rating is taken for surer than this standard deviation."""

RECENT = 5
"""Rounds that the present level is read from."""

HALF = 3
"""Most rounds on either side of a comparison."""


class Trend(StrEnum):
    """Which way a signal has moved; `unclear` wherever the move is smaller than the noise."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Level:
    """A signal over the last rounds, on the scale 1 to 4."""

    mean: float
    low: float
    high: float
    """Ends of the 80 % interval."""

    rounds: int
    """How many rounds it was seen in, over all time."""

    trend: Trend


def level(history: Sequence[Rated]) -> Level | None:
    """The level from ratings in the order in which they were given; None where the signal was never seen."""
    if not history:
        return None
    mean, sd = _pooled(history[-RECENT:])
    half = Z80 * sd
    return Level(mean, max(1.0, mean - half), min(4.0, mean + half), len(history), _trend(history))


def of_signal(results: Sequence[Result], signal: str) -> tuple[Rated, ...]:
    """A signal's ratings in the order of the rounds; retakes are no independent measurement and left out."""
    return tuple(result.ratings[signal] for result in results if signal in result.ratings and not result.retake)


def _trend(history: Sequence[Rated]) -> Trend:
    """Up or down where the latest rounds differ from those before by more than a 95 % interval of the difference."""
    size = min(HALF, len(history) // 2)
    if size < 2:
        return Trend.UNCLEAR
    (before, sd_before), (after, sd_after) = _pooled(history[-2 * size : -size]), _pooled(history[-size:])
    if abs(after - before) <= Z95 * math.hypot(sd_before, sd_after):
        return Trend.UNCLEAR
    return Trend.UP if after > before else Trend.DOWN


def _pooled(ratings: Sequence[Rated]) -> tuple[float, float]:
    """Mean and standard deviation, each rating weighted by how sure it is."""
    # An interval ends at the ends of the scale: the wider side says how sure a rating is.
    halves = [max(each.high - each.value, each.value - each.low) for each in ratings]
    weights = [1 / (max(SUREST, half / Z80) ** 2 + SPREAD**2) for half in halves]
    total = sum(weights)
    mean = sum(weight * each.value for weight, each in zip(weights, ratings, strict=True)) / total
    return mean, math.sqrt(1 / total)
