"""What came first: a question about the task, or its solution."""

from itertools import pairwise

from sparring.assessment.grading import Material
from sparring.domain.round import Round, Seconds
from sparring.domain.transcript import Transcript

_OPENING = 1
"""Candidate turns of a design before which a question has to come; a coding round has the code to go by."""


def asked_first(m: Material) -> bool:
    """Whether the candidate put a question about the task before the first component or the first change of code."""
    turns = m.transcript.candidate_turns
    if m.transcript.round is Round.CODING:
        code = _first_change(m.transcript)
        before = turns[: 2 * _OPENING] if code is None else [turn for turn in turns if turn.at < code]
    else:
        before = turns[:_OPENING]
    return any(m.heard[turn.i].questions for turn in before if turn.i in m.heard)


def _first_change(transcript: Transcript) -> Seconds | None:
    """When the code first differed from what the file held at the start; None where only its end is known."""
    snapshots = transcript.code
    return next((b.at for a, b in pairwise(snapshots) if a.text != b.text), None)
