"""How likely it is that a condition of an anchor was met: item response theory, with what was heard beside it."""

import math
from dataclasses import astuple, dataclass

from sparring.domain.rubric import Signal

MET = 0.75
"""Likelihood from which a condition is ticked."""

MISSED = 0.4
"""Likelihood below which a condition is named as what the next rating asks for besides."""

EVEN = 0.5
"""Likelihood below which the least likely one is named all the same, where there is no other."""

UNHEARD = 0.3
"""Likelihood below which a condition of its own rating is told as not heard: a reproach wants to be surer."""

TOLD = 2
"""Conditions that are told so of a signal at most."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an anchor."""

    text: str
    difficulty: float | None
    """The rating at which half of the candidates meet it; None where nobody has measured that."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What there is to go by, and in `WEIGHTS` what each is worth."""

    rating: float
    """The expected rating of the signal, 1 to 4."""

    shown: float
    """The words of a quote show it, or a rule saw it: 1 or 0."""

    pieces: float
    """Quotes for the signal, up to three of them, as a share of three."""

    said: float
    """The words that show it stand somewhere in the talk: 1 or 0; 0.5 where no words tell."""

    length: float
    """How long the candidate spoke: the logarithm, to base two, of their words over a thousand."""

    unasked: float
    """For a condition that asks for something unasked, whether anything of the signal came so: 0.5 or -0.5; else 0."""


WEIGHTS = Signs(rating=0.99, shown=0.91, pieces=0.49, said=0.54, length=0.44, unasked=0.33)
"""A logistic regression on which conditions experts saw met: `training/conditions.py`."""

USUAL = Signs(rating=0.0, shown=0.12, pieces=0.53, said=0.59, length=-0.3, unasked=0.0)
"""What is usual of each, so that a difficulty is the rating at which half of the candidates meet a condition."""


def conditions(signal: Signal, rating: int) -> tuple[Condition, ...]:
    """The conditions of one anchor; none beyond the scale."""
    return tuple(
        Condition(text, anchor.difficulty[i] if anchor.difficulty else None)
        for anchor in signal.anchors
        if anchor.rating == rating
        for i, text in enumerate(anchor.met_when)
    )


def likelihood(difficulty: float, signs: Signs) -> float:
    """How likely a condition of that difficulty was met, 0 to 1."""
    beyond = (w * (x - usual) for w, x, usual in zip(astuple(WEIGHTS), astuple(signs), astuple(USUAL), strict=True))
    return 1 / (1 + math.exp(WEIGHTS.rating * difficulty - sum(beyond)))
