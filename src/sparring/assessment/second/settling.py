"""Settles a rating on which two raters have spoken."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.assessment.calibration import Calibration
from sparring.assessment.grading import Grade, Ungraded
from sparring.domain.evidence import Source
from sparring.domain.opinion import SecondOpinion


def settled(
    grades: Sequence[Grade | Ungraded],
    alone: Sequence[Grade | Ungraded],
    opinion: SecondOpinion,
    calibration: Calibration,
) -> tuple[Grade | Ungraded, ...]:
    """The grades with the second opinion in them.

    `grades` are made from what both raters cite, `alone` from what the local ones do. What was measured, and has no
    interval, stays. A limit that a grade reached (a wrong sum, a drill that nothing held) holds for both raters. Where
    they are far apart the interval is wide: which of them is right is not known.
    """
    return tuple(_settled(grade, before, opinion, calibration) for grade, before in zip(grades, alone, strict=True))


def _settled(
    grade: Grade | Ungraded, before: Grade | Ungraded, opinion: SecondOpinion, calibration: Calibration
) -> Grade | Ungraded:
    said = opinion.of(grade.signal)
    if isinstance(grade, Ungraded) or said is None or said.rating is None or grade.low == grade.high:
        return grade
    own = before.expected if isinstance(before, Grade) else float(said.rating)
    share = calibration.second
    expected = (1 - share) * own + share * said.rating
    if grade.note:
        expected = min(expected, grade.expected)
    value = 1 + sum(expected > cut for cut in calibration.cuts)
    if value == 1 and not grade.negative:
        value = 2
    width = calibration.second_width + calibration.second_apart * abs(own - said.rating)
    return replace(
        grade,
        expected=round(expected, 2),
        value=value,
        low=round(min(max(1.0, expected - width), value), 1),
        high=round(max(min(4.0, expected + width), value), 1),
        source=Source.LANGUAGE_MODEL,
        ran="",
        alone=before.value if isinstance(before, Grade) else None,
        second=said.rating,
    )
