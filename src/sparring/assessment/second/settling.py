"""Settles a rating on which two raters have spoken."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.assessment.calibration import Calibration
from sparring.assessment.grading import Grade, Ungraded
from sparring.domain.evidence import Source
from sparring.domain.opinion import SecondOpinion
from sparring.domain.round import Round


def settled(
    grades: Sequence[Grade | Ungraded],
    alone: Sequence[Grade | Ungraded],
    opinion: SecondOpinion,
    calibration: Calibration,
    round_: Round,
) -> tuple[Grade | Ungraded, ...]:
    """The grades with the second opinion in them.

    `grades` are made from what both raters cite, `alone` from what the local ones do. What was measured, and has no
    interval, stays. A limit that a grade reached (a wrong sum, a drill that nothing held) holds for both raters. Where
    they are far apart the interval is wide: which of them is right is not known. Where one alone saw anything it is the
    interval of one.
    """
    return tuple(
        _settled(grade, before, opinion, calibration, round_) for grade, before in zip(grades, alone, strict=True)
    )


def _settled(
    grade: Grade | Ungraded, before: Grade | Ungraded, opinion: SecondOpinion, calibration: Calibration, round_: Round
) -> Grade | Ungraded:
    said = opinion.of(grade.signal)
    if isinstance(grade, Ungraded) or said is None or said.rating is None or grade.low == grade.high:
        return grade
    share = calibration.second
    own = before.expected if isinstance(before, Grade) else float(said.rating)
    expected, limited = (1 - share) * own + share * said.rating, False
    if grade.note and expected > grade.expected:
        expected, limited = grade.expected, True
    value = 1 + sum(expected > cut for cut in calibration.cuts)
    if value == 1 and not grade.negative:
        value = 2
    width = calibration.second_width + calibration.second_apart * abs(own - said.rating)
    if isinstance(before, Ungraded):
        width = calibration.rating_width[round_]
    return replace(
        grade,
        expected=round(expected, 2),
        value=value,
        low=round(min(max(1.0, expected - width), value), 1),
        high=round(max(min(4.0, expected + width), value), 1),
        source=Source.LANGUAGE_MODEL,
        note=grade.note if limited else "",
        ran="",
        alone=before.value if isinstance(before, Grade) else None,
        second=said.rating,
    )
