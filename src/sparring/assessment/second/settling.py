"""Settles a rating on which two raters have spoken."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.assessment.grading import Grade, Material, Ungraded, interval, rated
from sparring.assessment.second.worth import share, width
from sparring.domain.evidence import Source
from sparring.domain.opinion import Opinion, SecondOpinion


def settled(
    m: Material, grades: Sequence[Grade | Ungraded], alone: Sequence[Grade | Ungraded], opinion: SecondOpinion
) -> tuple[Grade | Ungraded, ...]:
    """The grades with the second opinion in them.

    `m` and `grades` are made from what both raters cite, `alone` from what the local ones do. What was measured, and
    has no interval, stays; so does a signal of which the second rater has nothing in the evidence, because a check
    denied it. A limit (a wrong sum, a drill that nothing held) holds for both raters. Where they are far apart the
    interval is wide: which of them is right is not known. Where one alone saw anything it is the interval of one.
    """
    return tuple(_settled(m, grade, before, opinion) for grade, before in zip(grades, alone, strict=True))


def _settled(
    m: Material, grade: Grade | Ungraded, before: Grade | Ungraded, opinion: SecondOpinion
) -> Grade | Ungraded:
    said = opinion.of(grade.signal)
    if isinstance(grade, Ungraded) or not grade.estimated or said is None or not _stands(m, grade, said):
        return grade
    assert said.rating is not None
    own = before.expected if isinstance(before, Grade) else float(said.rating)
    weight = share(m.calibration, opinion.standing)
    both = (1 - weight) * own + weight * said.rating
    expected, value, note = rated(m, grade.signal, both, (grade.positive, grade.negative), grade.asked)
    half = width(m.calibration, opinion.standing) + m.calibration.second_apart * abs(own - said.rating)
    if isinstance(before, Ungraded):
        half = m.calibration.rating_width[m.transcript.round]
    low, high = interval(expected, half, value)
    return replace(
        grade,
        expected=round(expected, 2),
        value=value,
        low=low,
        high=high,
        source=Source.LANGUAGE_MODEL,
        note=note,
        ran="",
        alone=before.value if isinstance(before, Grade) else None,
        second=said.rating,
    )


def _stands(m: Material, grade: Grade, said: Opinion) -> bool:
    """Whether the rating has a quote that is in the evidence: one may have been denied since it was read."""
    shown = [m.evidence[i] for i in (*grade.positive, *grade.negative)]
    return said.rating is not None and any(
        x.turn == y.turn and x.polarity is y.polarity and (x.quote in y.quote or y.quote in x.quote)
        for x in said.quotes
        for y in shown
    )
