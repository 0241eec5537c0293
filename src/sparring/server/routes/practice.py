"""Progress: levels over time, what to train next, the plan up to the interview."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from anyio import to_thread
from fastapi import APIRouter

from sparring.assessment.render.words import doubt
from sparring.domain.round import Round
from sparring.domain.rubric import Signal
from sparring.practice.calibration import calibration
from sparring.practice.level import Level, level, of_signal
from sparring.practice.next_rep import next_rep
from sparring.practice.plan import plan
from sparring.practice.result import Result
from sparring.practice.schedule import Due, schedule
from sparring.server import views as v
from sparring.server.office import Desk, Office
from sparring.session import practising
from sparring.session.debriefing import question_of

router = APIRouter(prefix="/api", tags=["practice"])


@router.get("/progress")
async def progress(office: Desk) -> v.ProgressView:
    """Levels, predictions, time, the next rep, the plan. Makes debriefs that nobody has read yet."""
    for session in await to_thread.run_sync(practising.undebriefed, office.store):
        await office.debrief(session)
    return await to_thread.run_sync(_progress, office, datetime.now(UTC))


@router.get("/next")
def next_(office: Desk) -> v.NextView | None:
    """Today's rep."""
    return _next(office, practising.results(office.store), datetime.now(UTC))


@router.put("/goal", status_code=204)
def set_goal(goal: v.GoalView, office: Desk) -> None:
    """The day of the interview, and how often to train."""
    practising.set_goal(office.store, practising.Goal(goal.interview, goal.per_week))


def _progress(office: Office, now: datetime) -> v.ProgressView:
    held = practising.results(office.store)
    goal = practising.goal(office.store)
    due = {(each.round, each.signal): each for each in schedule(held, now)}
    today = now.astimezone().date()
    signals = office.bank.rubric().signals
    return v.ProgressView(
        sessions=[_point(office, result) for result in held],
        rows=[_row(held, signal, due) for round_ in Round for signal in signals[round_]],
        calibration=calibration(held).says,
        weeks=_weeks(held, today),
        minutes=round(sum(result.lasted for result in held) / 60, 1),
        next=_next(office, held, now),
        goal=v.GoalView(interview=goal.interview, per_week=goal.per_week),
        plan=[
            v.DayView(day=day.day, kind=day.kind.value, round=day.round, why=day.why)
            for day in (plan(held, today, goal.interview, goal.per_week) if goal.interview else ())
        ],
    )


def _next(office: Office, held: Sequence[Result], now: datetime) -> v.NextView | None:
    rep = next_rep(held, practising.by_round(office.bank), office.bank.rubric(), now)
    if rep is None:
        return None
    title = office.bank.question(rep.question).title
    return v.NextView(round=rep.round, question=rep.question, title=title, minutes=rep.minutes, why=rep.why)


def _row(held: Sequence[Result], signal: Signal, due: dict[tuple[Round, str], Due]) -> v.RowView:
    of_round = [result for result in held if result.round is signal.round]
    found = due.get((signal.round, signal.id))
    return v.RowView(
        round=signal.round,
        signal=signal.id,
        title=signal.title,
        level=_level(level(of_signal(of_round, signal.id))),
        cells=[_cell(result, signal.id) for result in of_round],
        due=found.due if found else None,
    )


def _level(found: Level | None) -> v.LevelView | None:
    if found is None:
        return None
    return v.LevelView(
        mean=round(found.mean, 2),
        low=round(found.low, 2),
        high=round(found.high, 2),
        rounds=found.rounds,
        trend=found.trend.value,
    )


def _cell(result: Result, signal: str) -> v.CellView | None:
    rated = result.ratings.get(signal)
    return v.CellView(session=result.session, value=rated.value, low=rated.low, high=rated.high) if rated else None


def _point(office: Office, result: Result) -> v.PointView:
    question = question_of(office.bank, result.question)
    return v.PointView(
        session=result.session,
        at=result.at,
        round=result.round,
        title=question.title if question else result.question,
        altitude=result.altitude,
        altitude_low=result.altitude_low,
        altitude_high=result.altitude_high,
        verdict=result.verdict,
        verdict_range=doubt(result.verdict, result.verdict_low, result.verdict_high),
        predicted=result.predicted,
        retake=result.retake,
    )


def _weeks(held: Sequence[Result], today: date) -> list[v.WeekView]:
    """The last eight weeks, empty ones among them."""
    minutes: dict[date, float] = defaultdict(float)
    for result in held:
        day = result.at.astimezone().date()
        minutes[day - timedelta(days=day.weekday())] += result.lasted / 60
    monday = today - timedelta(days=today.weekday())
    weeks = [monday - timedelta(weeks=k) for k in reversed(range(8))]
    return [v.WeekView(monday=week, minutes=round(minutes[week], 1)) for week in weeks]
