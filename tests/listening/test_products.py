"""Products whose factors stand in clauses of their own."""

import pytest

from sparring.domain.heard import Claim
from sparring.domain.round import Round
from sparring.listening import Listener, products, quantities

RIGHT = (
    "ten million users, five opens each, so 50 million opens a day",
    "A post is 1 KB, 50 million posts a day, that is 50 GB per day",
    "each message is 200 bytes and we get 2 billion messages a day so that's 400 gigabytes a day",
    "1 KB per post, 50 million posts a day, so that's 18 TB after a year",
    "ten million users open it five times a day, so that's fifty million opens a day",
    "400k hits a second on one title, three hundred seconds, that's 120M timestamps",
    "Two million daily, twenty each, so that's forty million a day",
    "200 million users, 10 loads each per day, so that's 23 thousand loads a second",
)
WRONG = (
    "A post is 1 KB, 50 million posts a day, that is 50 TB per day",
    "A post is 1 KB. We get 50 million posts a day. So that is 50 TB per day.",
    "A post is 1 KB and we have 50 million posts a day. That makes 50 TB per day.",
    "If each counter is 64 bytes and we have a hundred thousand keys, that is 64 gigabytes",
    "200 million users, 10 loads each per day, so that's 2 billion loads a second",
    "ten million users open it five times a day, so that's 500 million opens a day",
    "a billion users and each has ten gigs so that's uh ten petabytes",
)
LEFT_ALONE = (
    "A post is 1 KB, 50 million posts a day, that is 150 GB with three replicas",
    "A post is 1 KB, 50 million posts a day, is that 50 TB per day?",
    "A post is 1 KB, 50 million posts a day, so over five years that is 90 TB",
    "A post is 1 KB, 50 million posts a day, kept for years, so that is 90 TB",
    "A post is 1 KB, 50 million posts a day, that is 50 TB. No wait, let me redo that.",
    "A post is 1 KB plus pictures, 50 million posts a day, that is 50 TB a day",
    "500 bytes per row, 2 million rows, so 10 machines would do",
    "We have 3 regions and 5 nodes each, so 2 failures are fine.",
    "100 million users, 5 services, so 40 engineers",
    "We have 20 shards, 4 TB on the big one, so that is 50 GB of cache",
    "10 ms per call, 5 calls, so that's 2000 users waiting",
    "The page is 2 MB, 300 ms to render, which is 3 GB of memory over the day",
)
MENDED = (
    "A post is 1 KB, 50 million posts a day, that is 50 TB per day. Sorry, 50 gigabytes.",
    "A post is 1 KB, 50 million posts a day, that is 50 TB per day, then we cache it. Wait, no, that's 50 GB per day.",
    "1 KB times 50 million is 50 TB, sorry, 50 gigabytes",
)


def check(text: str) -> tuple[Claim, ...]:
    return (*quantities.check(text), *products.check(text))


@pytest.mark.parametrize("text", RIGHT)
def test_right_products_hold(text: str) -> None:
    assert [claim.holds for claim in check(text)] == [True]


@pytest.mark.parametrize("text", WRONG)
def test_wrong_products_are_found(text: str) -> None:
    (claim,) = check(text)
    assert not claim.holds
    assert claim.quote in text
    assert not any(character.isdigit() for character in claim.ask)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_have_been_meant_otherwise_is_left_alone(text: str) -> None:
    assert [claim for claim in check(text) if not claim.holds] == []


@pytest.mark.parametrize("text", MENDED)
def test_a_result_that_is_corrected_holds(text: str) -> None:
    (claim,) = check(text)
    assert claim.holds
    assert "50 GB" in claim.stated


def test_a_listener_hears_products() -> None:
    (claim,) = Listener(Round.SYSTEM_DESIGN, None, {}).hear(WRONG[0]).claims
    assert claim.computed == "1 KB × 50 million/day is about 0.05 TB/day"
