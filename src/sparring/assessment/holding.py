"""How likely an answer to a drill holds: by the rule that hears what was asked, and by what the model reads in it.

The rule looks for likeness to examples, and neither sees that an answer is wrong nor knows a good one in other words;
the signal model has read many answers under a probe, and knows no topic. A logistic rule over both, fitted on labelled
answers (`training/drills.py`), knows more than either.
"""

import math
from collections.abc import Sequence

from sparring.domain.evidence import Polarity
from sparring.domain.rubric import SignalId
from sparring.listening.model.reading import SentenceReading

HOLDS, FALLS = 0.6, 0.4
"""Probabilities from which an answer is said to hold, and under which it is said not to."""

DEPTH: tuple[SignalId, ...] = ("depth",)
BESIDE: tuple[SignalId, ...] = ("tradeoffs", "resilience", "data_model")
"""What an answer under a drill may show besides depth."""

_WEIGHTS = (0.70, 0.37, -0.59, -0.10)
_BIAS = -1.29
_LEAST = 1e-4


def features(covered: bool, read: Sequence[SentenceReading]) -> tuple[float, ...]:
    """Whether the rule heard it covered, then log odds of the likeliest sentence: depth for better and for worse, and
    what else may count against an answer (what counts for it beside depth tells nothing more)."""
    return (
        float(covered),
        _odds(read, DEPTH, Polarity.PLUS),
        _odds(read, DEPTH, Polarity.MINUS),
        _odds(read, (*BESIDE, "coherence"), Polarity.MINUS),
    )


def chance(covered: bool, read: Sequence[SentenceReading]) -> float:
    """The probability that an answer holds; `read` are its sentences in a design round, at least one."""
    linear = sum(w * x for w, x in zip(_WEIGHTS, features(covered, read), strict=True))
    return 1 / (1 + math.exp(-_BIAS - linear))


def strongest(read: Sequence[SentenceReading]) -> SentenceReading:
    """The sentence that carries an answer most."""
    return max(read, key=lambda x: max(x.probability[s, Polarity.PLUS] for s in (*DEPTH, *BESIDE)))


def _odds(read: Sequence[SentenceReading], signals: Sequence[SignalId], polarity: Polarity) -> float:
    most = max(x.probability[signal, polarity] for x in read for signal in signals)
    kept = min(max(most, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
