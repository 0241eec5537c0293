"""What comes next: spaced, in a new question, and worth the evening."""

from datetime import timedelta

import pytest

from sparring.bank import Bank
from sparring.domain.question import BehavioralQuestion
from sparring.domain.round import Round
from sparring.practice.next_rep import NextRep, next_rep
from sparring.practice.result import Result
from sparring.practice.schedule import LONGEST, schedule
from sparring.session.practising import by_round
from tests.practice.held import START, held


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank()


def after(bank: Bank, results: list[Result], days: float) -> NextRep:
    rep = next_rep(results, by_round(bank), bank.rubric(), START + timedelta(days=days))
    assert rep is not None
    return rep


def test_a_failed_signal_comes_back_sooner_than_one_that_was_shown() -> None:
    due = {each.signal: each for each in schedule([held(0, tradeoffs=1, outcome=4)], START)}
    assert due["tradeoffs"].due < due["outcome"].due


def test_what_is_shown_again_and_again_comes_back_later_each_time_and_never_later_than_a_month() -> None:
    results = [held(0, outcome=3)]
    gaps = []
    for _ in range(4):
        (due,) = schedule(results, START)
        gaps.append((due.due - results[-1].at).days)
        results.append(held((due.due - START).total_seconds() / 86400, outcome=3))
    assert gaps == sorted(gaps)
    assert gaps[-1] <= LONGEST


def test_nobody_who_has_held_nothing_is_lectured(bank: Bank) -> None:
    rep = after(bank, [], 0)
    assert rep.round is Round.BEHAVIORAL
    assert rep.signal is None


def test_a_failed_signal_returns_in_a_new_question(bank: Bank) -> None:
    met = next(
        question.id
        for question in by_round(bank)[Round.BEHAVIORAL]
        if isinstance(question, BehavioralQuestion) and question.target == "tradeoffs"
    )
    rep = after(bank, [held(0, question=met, tradeoffs=1)], 10)
    question = bank.question(rep.question)
    assert isinstance(question, BehavioralQuestion)
    assert rep.signal == "tradeoffs"
    assert rep.question != met
    assert question.target == "tradeoffs"
    assert "10 days ago" in rep.why


def test_the_worst_of_what_is_due_comes_first(bank: Bank) -> None:
    assert after(bank, [held(0, tradeoffs=2, influence=1)], 20).signal == "influence"


def test_a_kind_of_round_that_was_never_held_comes_when_nothing_is_due(bank: Bank) -> None:
    rep = after(bank, [held(0, tradeoffs=4)], 0.01)
    assert rep.round is not Round.BEHAVIORAL
    assert rep.signal is None


def test_when_nothing_is_due_it_says_what_comes_next(bank: Bank) -> None:
    results = [
        held(0, tradeoffs=4),
        held(0, Round.CODING, testing=4),
        held(0, Round.SYSTEM_DESIGN, depth=4),
    ]
    assert "No signal is due again today" in after(bank, results, 0.01).why


def test_an_empty_bank_has_no_rep(bank: Bank) -> None:
    assert next_rep([], {}, bank.rubric(), START) is None
