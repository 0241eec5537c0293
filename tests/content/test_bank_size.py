"""Enough for three weeks: how much there is of everything, and that it differs."""

from collections import Counter

from sparring.bank import Bank
from sparring.domain.question import BehavioralQuestion, CodingQuestion, DesignQuestion
from sparring.domain.round import Round

GUIDES = {
    "senior_bar", "coding", "system_design", "behavioral", "deep_dives", "estimating", "mistakes", "three_weeks",
    "how_the_debrief_works",
}  # fmt: skip


def test_behavioral_questions_cover_what_decides(bank: Bank) -> None:
    questions = [bank.question(name) for name in bank.questions(Round.BEHAVIORAL)]
    targets = Counter(question.target for question in questions if isinstance(question, BehavioralQuestion))
    assert len(questions) >= 48
    assert min(targets[target] for target in ("ambiguity", "influence", "tradeoffs", "failure_ownership")) >= 8


def test_every_family_of_design_has_a_question(bank: Bank) -> None:
    questions = [bank.question(name) for name in bank.questions(Round.SYSTEM_DESIGN)]
    families = Counter(question.family for question in questions if isinstance(question, DesignQuestion))
    assert len(questions) >= 24
    assert min(families[each] for each in ("social_feed", "storage_system", "notification_system", "rate_limiter")) >= 4
    for question in questions:
        assert isinstance(question, DesignQuestion)
        assert len(question.facts) >= 25, question.id
        assert len(question.changes) == 3 and len(question.wrong_hints) == 2, question.id
        assert sum(quantity.formula is not None for quantity in question.quantities) >= 5, question.id


def test_every_topic_has_six_to_twelve_facets_and_each_its_wrong_belief(bank: Bank) -> None:
    topics = bank.topics()
    assert len(topics) >= 36
    assert all(6 <= len(topic.facets) <= 12 for topic in topics.values())
    assert [(id_, facet.id) for id_, topic in topics.items() for facet in topic.facets if facet.misbelief is None] == []


def test_coding_cases_are_of_every_kind(bank: Bank) -> None:
    assert len(bank.questions(Round.CODING)) >= 24
    for name in bank.questions(Round.CODING):
        question = bank.question(name)
        assert isinstance(question, CodingQuestion)
        assert len({case.category for case in question.cases}) == 4, name
        assert {case.stage for case in question.cases} == {1, 2, 3}, name
        assert all(case.why for case in question.cases), name


def test_there_is_a_guide_to_everything(bank: Bank) -> None:
    assert set(bank.guides()) >= GUIDES
    assert all(guide.minutes >= 3 for guide in bank.guides().values())


def test_no_question_is_asked_in_the_same_words_by_two_questions(bank: Bank) -> None:
    asked: Counter[str] = Counter()
    for name in bank.questions():
        question = bank.question(name)
        asked.update({layer for probe in question.probes for layer in probe.layers})
    repeated = [text for text, times in asked.items() if times > 1]
    assert len(repeated) <= 0.02 * len(asked), repeated


def test_no_drill_stands_in_two_places(bank: Bank) -> None:
    drills = Counter(drill for topic in bank.topics().values() for facet in topic.facets for drill in facet.drills)
    assert [drill for drill, times in drills.items() if times > 1] == []


def test_no_word_opens_two_topics(bank: Bank) -> None:
    words = Counter(word.casefold() for topic in bank.topics().values() for word in set(topic.heard_as))
    assert [word for word, times in words.items() if times > 1] == []
