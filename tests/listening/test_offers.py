"""A reply to "do you mean ...?" takes what was meant."""

import pytest

from sparring.domain.round import Round
from sparring.listening import Listener
from sparring.listening.clarify import Facts
from sparring.listening.offers import taken
from tests.engine.scene import QUESTION
from tests.listening.facts import FACTS

BY_ID = {fact.id: fact for fact in FACTS}
FIND = Facts(FACTS).find


def ids(reply: str, *offered: str) -> tuple[str, ...] | None:
    facts = taken(reply, [BY_ID[id_] for id_ in offered], FIND)
    return None if facts is None else tuple(fact.id for fact in facts)


@pytest.mark.parametrize("reply", ["yes", "Yeah, that.", "um, right", "exactly", "that's the one", "Yes please!"])
def test_assent_takes_what_was_offered(reply: str) -> None:
    assert ids(reply, "media") == ("media",)


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ("the first", "history"),
        ("the former, please", "history"),
        ("1", "history"),
        ("The second one.", "receipts"),
        ("the latter", "receipts"),
        ("b", "receipts"),
        ("whether the sender sees it was read", "receipts"),
        ("how long we keep them", "history"),
    ],
)
def test_of_two_the_one_that_is_pointed_at_is_taken(reply: str, wanted: str) -> None:
    assert ids(reply, "history", "receipts") == (wanted,)


@pytest.mark.parametrize("reply", ["both", "Both of them, actually", "yes"])
def test_both_are_taken_where_neither_is_told_apart(reply: str) -> None:
    assert ids(reply, "history", "receipts") == ("history", "receipts")


@pytest.mark.parametrize("reply", ["no", "Nope.", "neither", "not really", "no, the colour of the logo"])
def test_a_refusal_takes_nothing(reply: str) -> None:
    assert ids(reply, "history", "receipts") == ()


def test_a_refusal_may_say_what_was_meant() -> None:
    assert ids("no, how many users are there", "history") == ("users",)


@pytest.mark.parametrize(
    "reply",
    [
        "Let me sketch the write path then.",
        "I do the write path first.",
        "No. Shall I draw first, or talk?",
        "I would put the messages of one chat on one partition, and " + "keep them in order there, " * 6,
    ],
)
def test_what_is_no_reply_is_heard_as_any_turn(reply: str) -> None:
    assert ids(reply, "media") is None


def test_a_rate_per_second_points_at_no_second_offer() -> None:
    assert ids("ten per second", "media", "receipts") is None


def test_a_listener_hears_a_reply_only_after_an_offer() -> None:
    listener = Listener(Round.SYSTEM_DESIGN, QUESTION, {})
    assert listener.hear("yes").taken is None
    assert listener.hear("yes", offered=("region", "gone")).taken == ("region",)


def test_what_is_not_asked_clearly_may_mean_one_fact_or_two() -> None:
    found = FIND("what is kept, and what of it can be read?")
    assert found.fact is None
    assert 1 <= len(found.near) <= 2
    assert not FIND("are we in a hurry?").near


def test_assent_with_more_behind_it_takes_what_was_offered() -> None:
    more = "If I may assume: I would hope for three in one region, with a few milliseconds between them, and go on."
    assert ids(f"Yes, the media. {more} {more}", "media") == ("media",)
    assert ids(f"{more} {more}", "media") is None
    assert (
        ids(f"Right, so what I would do now is the estimate, since it decides the redundancy. {more}", "media") is None
    )
