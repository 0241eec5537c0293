"""What to do next: the rep of each signal that cost most, and the command that starts it."""

from collections.abc import Sequence

from sparring.assessment.grading import Grade, Material, Ungraded, by_urgency
from sparring.domain.debrief import Curveball, Reaction, Rep
from sparring.domain.move import MoveKind
from sparring.domain.question import AnyQuestion
from sparring.domain.round import clock
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.transcript import Speaker, Transcript, Turn

_MOST = 3
_SURE = 3.5
"""Lower end of an interval from which a 4 is plainly one."""

_RUN_UP = 5.0
"""Seconds before the question from which a retake starts."""


def reps(
    grades: Sequence[Grade | Ungraded],
    m: Material,
    rubric: Rubric,
    question: AnyQuestion | None,
    deciding: Sequence[SignalId],
    put: Sequence[Curveball],
) -> tuple[Rep, ...]:
    """One to three, the most urgent first; a wrong suggestion that was taken comes on top of them."""
    taken = [x for x in put if x.reaction is Reaction.TOOK_IT][:1]
    return (*_by_signal(grades, m, rubric, question, deciding), *(_suggestion(x, m.transcript) for x in taken))


def _by_signal(
    grades: Sequence[Grade | Ungraded],
    m: Material,
    rubric: Rubric,
    question: AnyQuestion | None,
    deciding: Sequence[SignalId],
) -> tuple[Rep, ...]:
    rated = by_urgency(grades, deciding)
    found = [_rep(grade, m, rubric, question, first=not i) for i, grade in enumerate(rated[:_MOST])]
    unseen = [x.signal for x in grades if isinstance(x, Ungraded)]
    if not found and not unseen:
        return (*_least_sure(grades, m, rubric), _harder(m.transcript))
    return tuple(found) if found else (_unseen(unseen[0], m, rubric),)


def _suggestion(put: Curveball, transcript: Transcript) -> Rep:
    """A wrong suggestion, to be answered again."""
    do = (
        "Before you build on what an interviewer suggests, hold it against the facts you were given: say what it would "
        "break here and for whom, or what it would cost, and only then take it or leave it."
    )
    return _retake(None, "A suggestion to doubt", do, transcript, transcript.turns[put.turn].at)


def _retake(signal: SignalId | None, what: str, do: str, transcript: Transcript, at: float) -> Rep:
    """The same round again, from a little before a moment of it."""
    start = clock(max(1.0, at - _RUN_UP))
    return Rep(signal, f"{what}: retake from {start}", do, f"sparring retake {transcript.id} --from {start}")


def _harder(transcript: Transcript) -> Rep:
    """Everything was seen at the top of the scale: the next round has to ask for more."""
    do = (
        "Everything that was seen was at the top of the scale. Hold a question that you have not met, with another "
        "interviewer, at pressure 3 and held against staff."
    )
    return Rep(None, "Ask for more", do, f"sparring spar {transcript.round.value} --pressure 3 --level staff")


def _least_sure(grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric) -> tuple[Rep, ...]:
    """The 4 that could as well be a 3: what to practise when there is nothing below the top."""
    rated = [x for x in grades if isinstance(x, Grade) and x.estimated and x.low < _SURE]
    if not rated:
        return ()
    least = min(rated, key=lambda x: x.expected)
    signal = rubric.signal(m.transcript.round, least.signal)
    sure = f"({least.low:.1f} to {least.high:.1f})"
    do = f"All ratings are at the top; of this one the program is least sure {sure}. {signal.rep}"
    return (Rep(least.signal, f"{signal.title}: make it sure", do, ""),)


def _unseen(signal_id: SignalId, m: Material, rubric: Rubric) -> Rep:
    signal = rubric.signal(m.transcript.round, signal_id)
    return Rep(signal_id, f"{signal.title}: not seen yet", signal.rep, "")


def _rep(grade: Grade, m: Material, rubric: Rubric, question: AnyQuestion | None, *, first: bool) -> Rep:
    signal = rubric.signal(m.transcript.round, grade.signal)
    at = _lost_at(grade, m)
    held = m.transcript.planned is not None
    # A retake keeps what was before it: before the first question there is nothing, and the round is begun anew.
    if held and at is not None and at > _RUN_UP:
        return _retake(grade.signal, signal.title, signal.rep, m.transcript, at)
    command = _again(m.transcript, question) if first or (held and at is not None) else ""
    return Rep(grade.signal, f"{signal.title}: from {grade.value} to {grade.value + 1}", signal.rep, command)


def _lost_at(grade: Grade, m: Material) -> float | None:
    """When the question came whose answer counted against the signal, or that first asked for it."""
    if grade.negative:
        turn = m.evidence[grade.negative[0]].turn
        before = [x for x in m.transcript.turns if x.i < turn and x.speaker is Speaker.INTERVIEWER]
        return _put_at(before[-1]) if before else 0.0
    return _put_at(grade.asked) if grade.asked is not None else None


def _put_at(question: Turn) -> float:
    """When a question came; of a changed requirement, so that a retake begins with it and not before it."""
    return question.at + _RUN_UP + 1 if question.move == MoveKind.CHANGE_REQUIREMENT else question.at


def _again(transcript: Transcript, question: AnyQuestion | None) -> str:
    command = f"sparring spar {transcript.round.value}"
    return f"{command} --question {question.id}" if question is not None else command
