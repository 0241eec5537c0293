"""What a second rater weighs, by how it did on labelled rounds."""

from math import sqrt

from sparring.assessment.calibration import SHIPPED, Calibration
from sparring.domain.opinion import SecondOpinion, Standing

_BEFOREHAND = 12
"""Ratings that it is held to have given as well as the local raters do, before the first: few say little."""

_MOST = 0.5
"""Share of a second rater at most: its ratings are whole ones, and with more the rating of both is its own."""


def share(calibration: Calibration, found: Standing | None) -> float:
    """What a second rater weighs in a rating that both gave, 0 to .5: what makes the error of both the smallest.

    After Bates and Granger (1969), with errors that go together as those of one strong model did with the local ones.
    """
    if found is None:
        return calibration.second
    own, theirs = calibration.alone_error, _error(calibration, found)
    both = calibration.shared_error * sqrt(own * theirs)
    return min(_MOST, max(0.0, (own - both) / (own + theirs - 2 * both)))


def width(calibration: Calibration, found: Standing | None) -> float:
    """Half of the 80 % interval of a rating that two raters agree on: wider, the more often both are off."""
    if found is None:
        return calibration.second_width
    expected = _together(calibration, share(calibration, found), _error(calibration, found))
    return calibration.second_width * sqrt(expected / _together(calibration, 0.5, calibration.second_error))


def counts(calibration: Calibration, opinion: SecondOpinion) -> bool:
    """Whether a second opinion is used at all: not where its rater was measured and found to add nothing."""
    return opinion.standing is None or worthwhile(opinion.standing, calibration)


def worthwhile(found: Standing, calibration: Calibration = SHIPPED) -> bool:
    """Whether it makes sense to ask a rater that was measured."""
    return share(calibration, found) >= calibration.second_least


def agreed(found: Standing) -> str:
    """How a second rater did, as a clause."""
    return (
        f"on {found.ratings} of {found.asked} ratings asked for on labelled rounds it agreed with experts at "
        f"{found.kappa:.2f}, where the local raters do at {found.local:.2f} (1 is always, 0 is chance)"
    )


def worth(name: str, found: Standing, calibration: Calibration = SHIPPED) -> str:
    """How a second rater did and what follows from that, in words for the user."""
    weight = share(calibration, found)
    follows = f"its second opinions weigh {weight:.0%} from now on, the local raters {1 - weight:.0%}"
    if not worthwhile(found, calibration):
        follows = "its second opinions are not used: another model may do better"
    return (
        f"{name} was measured: {agreed(found)}, and {found.cited:.0%} of its quotes were an expert's too. So {follows}."
    )


def _error(calibration: Calibration, found: Standing) -> float:
    seen = found.ratings * found.error + _BEFOREHAND * calibration.alone_error
    return seen / (found.ratings + _BEFOREHAND)


def _together(calibration: Calibration, weight: float, theirs: float) -> float:
    """Mean squared error of both raters."""
    own = calibration.alone_error
    both = calibration.shared_error * sqrt(own * theirs)
    return weight**2 * theirs + (1 - weight) ** 2 * own + 2 * weight * (1 - weight) * both
