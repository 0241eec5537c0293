"""What came first: a question about the task, or its solution."""

import re
from itertools import pairwise

from sparring.assessment.grading import Material
from sparring.domain.heard import Heard
from sparring.domain.round import Round, Seconds
from sparring.domain.transcript import Transcript, Turn
from sparring.listening.model.sentences import sentences

_OPENING = 3
"""Candidate turns in which a design's first component is looked for; a coding round has the code to go by."""

_UNCODED = 2
"""Candidate turns of a coding round before which a question has to come, where nobody knows when code was written."""

_PART = re.compile(
    r"\b(gateway|load balancer|database|postgres\w*|redis|kafka|queue|cache|cdn|bucket|service|servers?|tables?"
    r"|workers?|api|cluster|shards?|replicas?)\b",
    re.IGNORECASE,
)


_AGENDA = re.compile(r"\b(requirements?|functional|agenda|estimat\w*|scope)\b", re.IGNORECASE)
"""In a sentence that says what will be talked about, or wanted, a part is no part of a design yet."""


def asked_first(m: Material) -> bool:
    """Whether the candidate put a question about the task before the first component or the first change of code."""
    turns = m.transcript.candidate_turns
    if m.transcript.round is Round.CODING:
        code = _first_change(m.transcript)
        before = turns[:_UNCODED] if code is None else tuple(turn for turn in turns if turn.at < code)
    else:
        before = _undrawn(m, turns[:_OPENING])
    return any(m.heard[turn.i].questions for turn in before if turn.i in m.heard)


def _undrawn(m: Material, opening: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The opening turns up to the first that names a part of the design; at least one."""
    drawn = (i for i, turn in enumerate(opening) if _draws(turn.text, m.heard.get(turn.i, Heard())))
    return opening[: max(1, next(drawn, len(opening)))]


def _draws(text: str, heard: Heard) -> bool:
    """Whether a part is named outside of what only lists the steps to come, or the requirements."""
    spans = [text[a:b] for a, b in sentences(text)]
    talk = " ".join(x for x in spans if not _AGENDA.search(x))
    return _PART.search(talk) is not None or any(mention.quote in talk for mention in heard.mentions)


def _first_change(transcript: Transcript) -> Seconds | None:
    """When the code first differed from what the file held at the start; None where only its end is known."""
    snapshots = transcript.code
    if snapshots and any(turn.move for turn in transcript.turns):
        # The log of our own rounds holds no starter: the first that it holds is a change.
        return snapshots[0].at
    return next((b.at for a, b in pairwise(snapshots) if a.text != b.text), None)
