"""The plan up to the interview."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sparring.domain.round import Round
from sparring.practice.plan import FARTHEST, Kind, plan
from tests.practice.held import held

TODAY = date(2026, 3, 2)


def test_the_day_before_is_for_sleep() -> None:
    days = plan([], TODAY, TODAY + timedelta(days=21), 4)
    assert days[-1].kind is Kind.REST
    assert days[-1].day == TODAY + timedelta(days=20)
    assert sum(day.kind is Kind.LOOP for day in days) == 1


def test_the_weakest_round_comes_most_often_and_none_is_left_out() -> None:
    weak = [held(0, Round.CODING, complexity=1, correctness=1, communication=1)]
    strong = [held(0, round_, **ratings) for round_, ratings in STRONG.items()]
    counts = Counter(day.round for day in plan([*weak, *strong], TODAY, TODAY + timedelta(days=28), 5) if day.round)
    assert counts[Round.CODING] == max(counts.values())
    assert set(counts) == set(Round)


STRONG = {
    Round.SYSTEM_DESIGN: {"requirements": 3, "tradeoffs": 3, "depth": 3},
    Round.BEHAVIORAL: {"ownership": 3},
}


def test_what_was_never_held_stands_nowhere() -> None:
    weak = [held(0, Round.CODING, complexity=1, correctness=1, communication=1)]
    says = {day.round: day.why for day in plan(weak, TODAY, TODAY + timedelta(days=21), 7) if day.kind is Kind.ROUND}
    assert says[Round.CODING] == "Coding stands below the bar."
    assert says[Round.BEHAVIORAL] == "Behavioral has not been held yet."


def test_an_interview_today_or_past_has_no_plan() -> None:
    assert plan([], TODAY, TODAY, 4) == ()
    assert plan([], TODAY, TODAY - timedelta(days=3), 4) == ()


@given(st.integers(1, 400), st.integers(1, 7))
def test_no_week_holds_more_than_was_asked_for(days: int, per_week: int) -> None:
    found = plan([], TODAY, TODAY + timedelta(days=days), per_week)
    assert len(found) <= FARTHEST
    assert [day.day for day in found] == sorted({day.day for day in found})
    for begin in range(0, min(days, FARTHEST), 7):
        week = [day for day in found if begin <= (day.day - TODAY).days < begin + 7 and day.kind is Kind.ROUND]
        assert len(week) <= per_week


def test_an_interview_beyond_the_plan_brings_no_day_before_it() -> None:
    days = plan([], TODAY, TODAY + timedelta(days=60), 4)
    assert {day.kind for day in days} == {Kind.ROUND}
