"""Clarifying questions find the right fact, or honestly none."""

import pytest

from sparring.listening.clarify import answer
from tests.listening.facts import FACTS, UNSEEN, WITHOUT_FACT


def test_unseen_phrasings_are_right_or_declined() -> None:
    found = [(answer(text, FACTS), wanted) for text, wanted in UNSEEN]
    right = sum(fact is not None and fact.id == wanted for fact, wanted in found)
    wrong = [(fact.id, wanted) for fact, wanted in found if fact is not None and fact.id != wanted]
    assert len(FACTS) >= 20
    assert len(wrong) <= 0.03 * len(UNSEEN), wrong
    assert right >= 0.8 * len(UNSEEN)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_every_known_phrasing_finds_its_fact(fact: object) -> None:
    for phrase in fact.asked_as:  # type: ignore[attr-defined]
        assert answer(phrase, FACTS) is fact


@pytest.mark.parametrize("text", WITHOUT_FACT)
def test_a_question_without_a_fact_gets_none(text: str) -> None:
    assert answer(text, FACTS) is None


@pytest.mark.parametrize("text", ["", "?", "10 000", "um", "so", "is it", "🙂"])
def test_nothing_asked_is_nothing_answered(text: str) -> None:
    assert answer(text, FACTS) is None


def test_numbers_in_the_question_do_not_matter() -> None:
    assert answer("do we have 10k daily active users or 50 million", FACTS) is FACTS[0]


def test_no_facts_answer_nothing() -> None:
    assert answer("How many users are there?", ()) is None
