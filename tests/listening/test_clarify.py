"""Clarifying questions find the right fact, or honestly none."""

import pytest

from sparring.domain.question import Fact
from sparring.listening.clarify import answer
from sparring.listening.questions import split
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


@pytest.mark.parametrize(
    "text",
    [
        "How many users churn?",
        "how many engineers are there?",
        "How many servers do we have?",
        "What is the read/write ratio?",
        "what's the ratio of reads to writes",
        "Is it read heavy?",
        "Do users pay?",
        "How big is the company?",
    ],
)
def test_words_of_any_question_find_no_fact(text: str) -> None:
    assert answer(text, FACTS) is None


def test_reads_against_writes_find_the_fact_that_is_asked_for_so() -> None:
    ratio = Fact(
        "ratio", ("What is the read to write ratio?", "Is it read heavy?", "Reads or writes?"), ("ratio",), "…"
    )
    assert answer("read/write ratio?", (*FACTS, ratio)) is ratio


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("How many users are there, and do we support groups?", ["users", "groups"]),
        ("Do we show read receipts, and what happens when the recipient is offline?", ["receipts", "offline"]),
        ("How many messages a day, and which regions?", ["messages", "regions"]),
    ],
)
def test_both_questions_of_a_sentence_are_answered(text: str, ids: list[str]) -> None:
    found = [answer(question, FACTS) for question in split(text)]
    assert [fact.id for fact in found if fact] == ids


@pytest.mark.parametrize("text", ["", "?", "10 000", "um", "so", "is it", "🙂"])
def test_nothing_asked_is_nothing_answered(text: str) -> None:
    assert answer(text, FACTS) is None


def test_numbers_in_the_question_do_not_matter() -> None:
    assert answer("do we have 10k daily active users or 50 million", FACTS) is FACTS[0]


def test_no_facts_answer_nothing() -> None:
    assert answer("How many users are there?", ()) is None
