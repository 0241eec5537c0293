"""Results of rounds that were never held."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sparring.domain.round import Altitude, Round, Verdict
from sparring.practice.result import Rated, Result

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def held(
    day: float,
    round_: Round = Round.BEHAVIORAL,
    question: str = "",
    *,
    retake: bool = False,
    predicted: Verdict | None = None,
    verdict: Verdict = Verdict.HIRE,
    **ratings: int,
) -> Result:
    """A round `day` days after the start, with narrow intervals."""
    rated: Mapping[str, Rated] = {
        signal: Rated(value, max(1.0, value - 0.5), min(4.0, value + 0.5)) for signal, value in ratings.items()
    }
    return Result(
        session=f"s-{day}-{question}",
        at=START + timedelta(days=day),
        round=round_,
        question=question or f"question_{day}",
        lasted=1500.0,
        ratings=rated,
        altitude=Altitude.SENIOR,
        altitude_low=Altitude.MID,
        altitude_high=Altitude.SENIOR,
        verdict=verdict,
        verdict_low=verdict,
        verdict_high=verdict,
        predicted=predicted,
        retake=retake,
    )
