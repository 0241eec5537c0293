"""What was put on purpose (a changed requirement, a leading question, a wrong suggestion), and the answer to it."""

from collections.abc import Iterator, Sequence

from sparring.assessment.asking import answers_to
from sparring.assessment.quoting import trimmed
from sparring.domain.debrief import Curveball, CurveballKind, Reaction
from sparring.domain.question import AnyQuestion, BehavioralQuestion, DesignQuestion
from sparring.domain.transcript import Transcript, Turn
from sparring.listening.reactions import reaction, withdrawal
from sparring.listening.words import content

_SAME_MATTER = 2
"""Words of subject that a turn shares with what was put, from which it speaks of the same."""

_SAYS_SOMETHING = 8
"""Words from which a turn is an answer and not a filler before it."""

_Reacted = tuple[Reaction, Turn, tuple[int, int]]
"""What was made of a suggestion, in which turn, and where in it."""


def curveballs(transcript: Transcript, question: AnyQuestion | None) -> tuple[Curveball, ...]:
    """Every curveball that was answered at all, in order; none where the log does not say what was put.

    What the question has no more, or has in other words by now, is left out: its author's note would not fit.
    """
    put = {ref: (kind, says.strip(), meant) for ref, kind, says, meant in _of(question)}
    found = []
    for turn in transcript.turns:
        kind, says, meant = put.get(turn.curveball or "", (None, "", ""))
        if kind is not None and says == turn.plain and (answers := answers_to(transcript, turn)):
            found.append(_curveball(kind, turn, answers, meant, transcript))
    return tuple(found)


def _of(question: AnyQuestion | None) -> Iterator[tuple[str, CurveballKind, str, str]]:
    """The curveballs of a question: how the log names each, its kind, what is said, and what its author meant."""
    if isinstance(question, DesignQuestion):
        for change in question.changes:
            yield f"change:{change.id}", CurveballKind.CHANGE, change.says, change.tests
        for k, hint in enumerate(question.wrong_hints):
            yield f"wrong_hint:{k}", CurveballKind.WRONG_HINT, hint.says, hint.truth
    elif isinstance(question, BehavioralQuestion):
        for k, trap in enumerate(question.traps):
            yield f"trap:{k}", CurveballKind.TRAP, trap.says, trap.watch_for


def _curveball(
    kind: CurveballKind, put: Turn, answers: Sequence[Turn], meant: str, transcript: Transcript
) -> Curveball:
    reacted, answer, span = _reaction(answers) if kind is CurveballKind.WRONG_HINT else _unjudged(answers)
    if reacted is Reaction.TOOK_IT and (later := _withdrawn(transcript, put, answer)):
        reacted, answer, span = later
    start, end = trimmed(answer.text, *span)
    return Curveball(kind, put.i, put.plain, reacted, answer.i, answer.text[start:end], meant)


def _reaction(answers: Sequence[Turn]) -> _Reacted:
    for answer in reversed(answers):
        reacted, span = reaction(answer.text)
        if reacted is not Reaction.OPEN:
            return reacted, answer, span
    return _unjudged(answers)


def _unjudged(answers: Sequence[Turn]) -> _Reacted:
    """The first answer that says something, whole."""
    longest = max(answers, key=lambda turn: len(turn.text))
    first = next((turn for turn in answers if len(turn.text.split()) >= _SAYS_SOMETHING), longest)
    return Reaction.OPEN, first, (0, len(first.text))


def _withdrawn(transcript: Transcript, put: Turn, taken: Turn) -> _Reacted | None:
    """A later turn on the same matter in which the assent is taken back."""
    matter = set(content(put.plain))
    for turn in transcript.candidate_turns:
        span = withdrawal(turn.text) if turn.i > taken.i else None
        if span is not None and len(matter.intersection(content(turn.text))) >= _SAME_MATTER:
            return Reaction.TOOK_BACK, turn, span
    return None
