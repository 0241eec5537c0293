"""Drills are heard to be answered before they are put."""

import pytest

from sparring.bank import Bank
from sparring.listening import sentences
from sparring.listening.telling import Telling

TOPICS = Bank().topics()
TELLING = Telling(TOPICS.values())


def told(text: str) -> set[tuple[str, str, int]]:
    return set(TELLING.hear(text, sentences.split(text)))


@pytest.mark.parametrize(
    ("said", "drill"),
    [
        ("The client hashes the id onto a hash ring.", ("sharding", "mapping", 0)),
        ("Everything of one user sits on the same shard.", ("sharding", "partition_key", 0)),
        ("everything for that one user is together", ("sharding", "partition_key", 0)),
    ],
)
def test_an_answer_is_heard_in_other_forms_of_its_words(said: str, drill: tuple[str, str, int]) -> None:
    assert drill in told(said)


def test_words_far_from_one_another_are_no_phrase() -> None:
    apart = "We hash the password, and once a day somebody in operations walks around a large ring of offices."
    assert ("sharding", "mapping", 0) not in told(apart)


def test_talk_of_nothing_answers_nothing() -> None:
    assert told("Hm, let me think.") == set()
    assert told("") == set()


def test_every_shipped_drill_has_phrases_of_its_own() -> None:
    for topic in TOPICS.values():
        for facet in topic.facets:
            assert len(facet.told_by) == len(facet.drills), (topic.id, facet.id)
            for told_by in facet.told_by:
                assert len(told_by) >= 6, (topic.id, facet.id, told_by)
                assert len(set(told_by)) == len(told_by)
                assert all(phrase == phrase.lower() and len(phrase.split()) <= 4 for phrase in told_by)


def test_a_good_answer_gives_more_of_its_own_drills_than_of_others() -> None:
    own = other = 0
    for topic in TOPICS.values():
        for facet in topic.facets:
            for covers in facet.covers:
                for heard_topic, heard_facet, _ in told(covers):
                    own += (heard_topic, heard_facet) == (topic.id, facet.id)
                    other += (heard_topic, heard_facet) != (topic.id, facet.id)
    sides = sum(len(topic.facets) for topic in TOPICS.values())
    assert own > 20 * other / (sides - 1)
