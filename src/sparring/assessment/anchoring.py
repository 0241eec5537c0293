"""Which conditions of the anchors a program can tick off, and which were missed."""

import re
from collections.abc import Sequence

from sparring.assessment.grading import Grade
from sparring.domain.evidence import Evidence, Polarity
from sparring.domain.rubric import Anchor, Signal

_DETECTORS: tuple[tuple[str, str], ...] = (
    (
        r"\b(numbers?|figures?|measur\w*|checkable|before and after|date)\b",
        r"\d|\b(percent|half|twice|third|hundred|thousand|million|daily|weekly)\b",
    ),
    (
        r"\b(alternatives?|option|rejected|instead)\b",
        r"\b(instead|rather than|over|versus|vs|alternative|option|could have|considered|or we)\b",
    ),
    (r"\b(reasons?|why|because)\b", r"\b(because|since|so that|which is why|the reason|as it|otherwise)\b"),
    (
        r"\b(price|costs?|given up|gives up|downside)\b",
        r"\b(cost|costs|price|trade.?off|give up|gave up|downside|worth|at the expense|more expensive|slower)\b",
    ),
    (
        r"\b(would do differently|next time|differently)\b",
        r"\b(next time|differently|would have|i'd|in hindsight|looking back)\b",
    ),
)
"""Words of a condition, and what a quote must hold for that condition to be ticked."""

_UNASKED = re.compile(r"\b(unasked|unprompted|volunteer\w*|without being asked)\b", re.IGNORECASE)


def anchors(signal: Signal, grade: Grade, evidence: Sequence[Evidence]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Conditions met at the rating, and conditions of the next rating up that were not seen."""
    quotes = [evidence[i] for i in grade.positive]
    own, upper = _conditions(signal.anchors, grade.value), _conditions(signal.anchors, grade.value + 1)
    met = [x for x in own if grade.value > 1 and _holds(x, quotes) is not False]
    met += [x for x in upper if _holds(x, quotes) is True and x not in met]
    missed = [x for x in upper if _holds(x, quotes) is not True]
    return tuple(met), tuple(missed)


def _conditions(anchors_: Sequence[Anchor], rating: int) -> tuple[str, ...]:
    return next((anchor.met_when for anchor in anchors_ if anchor.rating == rating), ())


def _holds(condition: str, quotes: Sequence[Evidence]) -> bool | None:
    """True or False where a program can tell from the quotes; None where it cannot."""
    if _UNASKED.search(condition):
        return any(x.volunteered for x in quotes)
    verdicts = [
        any(x.polarity is Polarity.PLUS and re.search(shown, x.quote, re.IGNORECASE) for x in quotes)
        for asked, shown in _DETECTORS
        if re.search(asked, condition, re.IGNORECASE)
    ]
    return all(verdicts) if verdicts else None
