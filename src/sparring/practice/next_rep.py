"""What to train next, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sparring.domain.question import AnyQuestion, BehavioralQuestion
from sparring.domain.round import Round
from sparring.domain.rubric import DECIDING, Rubric, SignalId
from sparring.practice.result import Result
from sparring.practice.schedule import Due, schedule

MINUTES = {Round.BEHAVIORAL: 10.0, Round.SYSTEM_DESIGN: 20.0, Round.CODING: 30.0}
"""Length of a rep: long enough to show the signal, short enough for an evening."""

FIRST = Round.BEHAVIORAL


@dataclass(frozen=True, slots=True)
class NextRep:
    """One rep."""

    round: Round
    signal: SignalId | None
    """What it trains; None for a first round of its kind."""

    question: str
    minutes: float
    why: str


def next_rep(
    results: Sequence[Result], questions: Mapping[Round, Sequence[AnyQuestion]], rubric: Rubric, now: datetime
) -> NextRep | None:
    """The signal that is due and costs most, in a question that was not met before; a new kind of round where none is.

    None where the bank is empty.
    """
    met = [result.question for result in results]
    due = [each for each in schedule(results, now) if each.due <= now and questions.get(each.round)]
    due.sort(key=lambda each: (each.rating, each.signal not in DECIDING[each.round], each.strength))
    if due:
        return _again(due[0], questions[due[0].round], met, rubric, now)
    return _first(results, questions, met) or _soonest(results, questions, met, rubric, now)


def _day(moment: datetime) -> date:
    """The day it is where the program runs."""
    return moment.astimezone().date()


def _again(due: Due, pool: Sequence[AnyQuestion], met: Sequence[str], rubric: Rubric, now: datetime) -> NextRep:
    title = rubric.signal(due.round, due.signal).title
    days = max(0, (_day(now) - _day(due.last)).days)
    when = "earlier today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    question = _question(pool, due.signal, met)
    new = "in a question you have not met" if question.id not in met else "once more"
    why = f"{title}: rated {due.rating} ({when}) and due again, {new}."
    return NextRep(due.round, due.signal, question.id, MINUTES[due.round], why)


def _first(
    results: Sequence[Result], questions: Mapping[Round, Sequence[AnyQuestion]], met: Sequence[str]
) -> NextRep | None:
    """A kind of round that was never held, behavioral before the others."""
    held = {result.round for result in results}
    for round_ in (FIRST, *Round):
        if round_ not in held and questions.get(round_):
            question = _question(questions[round_], None, met)
            return NextRep(round_, None, question.id, MINUTES[round_], f"You have held no {round_.label} round yet.")
    return None


def _soonest(
    results: Sequence[Result],
    questions: Mapping[Round, Sequence[AnyQuestion]],
    met: Sequence[str],
    rubric: Rubric,
    now: datetime,
) -> NextRep | None:
    """Nothing is due: what will be next, for whoever has an evening to spare."""
    coming = [each for each in schedule(results, now) if questions.get(each.round)]
    if not coming:
        return None
    rep = _again(coming[0], questions[coming[0].round], met, rubric, now)
    title = rubric.signal(coming[0].round, coming[0].signal).title
    title, day = f"{title[:1].lower()}{title[1:]}", _day(coming[0].due)
    when = f"today; the next is {title}, on {day:%d %B}" if day > _day(now) else f"yet; {title} is, later today"
    why = f"No signal is due again {when}. A round now still counts."
    return NextRep(rep.round, rep.signal, rep.question, rep.minutes, why)


def _question(pool: Sequence[AnyQuestion], signal: SignalId | None, met: Sequence[str]) -> AnyQuestion:
    """The best question for the signal: one not met first; then one that targets it; then the one met longest ago."""

    def rank(question: AnyQuestion) -> tuple[int, int, int, str]:
        last = max((k for k, id_ in enumerate(met) if id_ == question.id), default=-1)
        return (0 if last < 0 else 1, _fit(question, signal), last, question.id)

    return min(pool, key=rank)


def _fit(question: AnyQuestion, signal: SignalId | None) -> int:
    if signal is None or not isinstance(question, BehavioralQuestion):
        return 1
    return 0 if question.target == signal else 1 if signal in question.expects else 2
