"""What one held round said of its candidate, as practice remembers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sparring.domain.round import Altitude, Round, Seconds, Verdict
from sparring.domain.rubric import SignalId


@dataclass(frozen=True, slots=True)
class Rated:
    """A signal's rating with its 80 % interval, all on the scale 1 to 4."""

    value: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Result:
    """A round that was held to its end and debriefed."""

    session: str
    at: datetime
    """When it began; with a zone."""

    round: Round
    question: str
    lasted: Seconds
    ratings: Mapping[SignalId, Rated]
    """Signals that were seen; one that is missing was given no chance, and says nothing."""

    altitude: Altitude
    altitude_low: Altitude
    altitude_high: Altitude
    verdict: Verdict
    verdict_low: Verdict
    verdict_high: Verdict
    predicted: Verdict | None
    """What the candidate thought before the debrief."""

    retake: bool = False
    """Taken again from a moment of another session: practice, and no independent measurement."""


def result_of(
    label: Mapping[str, Any], *, session: str, at: datetime, question: str, lasted: Seconds, retake: bool
) -> Result:
    """The result in a stored debrief (docs/debrief-format.md)."""
    intervals = label["intervals"]
    ratings = {
        signal: Rated(int(value), *(float(end) for end in intervals["ratings"][signal]))
        for signal, value in label["ratings"].items()
        if value is not None
    }
    low, high = (Altitude(end) for end in intervals["altitude"])
    verdict_low, verdict_high = (Verdict(end) for end in intervals["verdict"])
    predicted = label.get("prediction")
    return Result(
        session=session,
        at=at,
        round=Round(label["round"]),
        question=question,
        lasted=lasted,
        ratings=ratings,
        altitude=Altitude(label["altitude"]),
        altitude_low=low,
        altitude_high=high,
        verdict=Verdict(label["verdict"]),
        verdict_low=verdict_low,
        verdict_high=verdict_high,
        predicted=Verdict(predicted) if predicted else None,
        retake=retake,
    )
