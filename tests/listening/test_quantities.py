"""Sums said aloud."""

import pytest

from sparring.domain.heard import ClaimKind
from sparring.domain.question import Quantity
from sparring.listening import units
from sparring.listening.errors import ListeningError, UnreadableQuantity
from sparring.listening.givens import ASSUMED, Givens
from sparring.listening.quantities import check

RIGHT = (
    "ten million over fifteen, six hundred and sixty thousand a second",
    "200M users times 10 opens / 86400 = 23k qps",
    "1 KB times 1e9 is 1 TB",
    "two hundred megabytes per second times a day is 17 terabytes",
    "So 100 million requests per day works out to roughly 1,200 requests per second.",
    "500M opens / 86400 = 5800 per second, peak x3 = 17k/s.",
    "1% of 2M = 20k comments a minute",
    "5M/day = 58/s",
    "five hundred messages a second times five thousand readers is two and a half million deliveries a second",
    "100 million a day is about a thousand a second",
    "twenty million posts times three hundred followers is six billion inserts a day",
    "thirty thousand over twelve is twenty-five hundred per node",
    "8 million over twenty-one thousand a second is six minutes",
    "ten million times ten times twenty is two billion a day",
    "1 KB times a million is 1 GB",
    "4 TB / 10 = 400 GB",
    "a hundred million times four hundred bytes is forty gigs",
    "2 billion a day is roughly 23 thousand q p s",
    "10 megabytes per second times 86,400 seconds is about 864 gigabytes a day",
    "three hundred million times two hundred kilobytes is sixty terabytes a day",
    "300 million events x 2 KB = 7 MB/s",
)
WRONG = (
    "10 megabytes per second times 86,400 seconds is about 86 gigabytes a day",
    "20k writes per second times 86400 seconds is 170 million a day",
    "100 million a day is about 12 thousand a second",
    "1 KB times 1e9 is 1 GB",
    "50k times 4 is 2 million",
    "a hundred and fifty million a day is a hundred and seventy five a second",
    "500M opens / 86400 = 58000 per second",
    "so 2 billion a day is about 230,000 qps",
    "ten million times two kilobytes is two hundred gigabytes",
    "four terabytes over ten machines is forty gigabytes",
    "um five hundred a second times a day is four million",
    "a million a minute is a hundred thousand a second",
    "three hundred million times two hundred kilobytes is six terabytes a day",
    "25k writes x 3 kB = 75 kB/s",
)
ORDINARY = (
    "20 million users times 200 KB is 60 TB a day.",
    "I'd start with the requirements and then size it.",
    "We had 3 services and 12 engineers on 2 teams.",
    "Okay, a million a day, two hundred thousand at midnight.",
    "Redis does 100k a second so 3 of them are enough.",
    "I'd retry 3 times a day and 5 times a week.",
    "It went from 40 minutes to 6.",
    "The p99 is 250 ms and the budget is 300.",
    "Each of the 5 regions has 2 replicas.",
    "In 2019 we moved 14 services in 6 months.",
    "A TTL of 60 seconds, or 5 minutes for the big ones.",
    "One of them failed, so two were left.",
    "100 million requests a day, so I'd plan for 5,000 a second at peak.",
    "The 3 of us split it 2 ways.",
    "10 users is 5 times more than 2.",
    "It's 99.9 percent, so about 43 minutes a month.",
    "We keep 7 days hot and 90 days cold.",
    "Version 2 is 10 times faster than version 1.",
    "5 pushes a day, that's fine for us.",
    "Half of the 400 files were bad.",
    "I would page on 3 failures in 5 minutes.",
    "between 10 and 20 thousand users",
    "The first 100 rows are enough, then 50 more.",
    "It costs $5 a month times 12.",
    "A 10 Gbit link does about 1 GB a second.",
    "We had 20 million users and 3 thousand requests a second.",
    "n is 10 to the 5, so n squared is too slow.",
    "He said 2 weeks, I said 4.",
    "Over 9000 a second is where one box stops.",
    "Two or three hundred milliseconds is what people notice.",
    "Seven times twenty is a hundred and forty million opens a day.",
    "three plus five is two",
    "eight plus four, one point five, so one-fifty",
    "a million squared over eighty, over two",
    "fifty posts times sixteen bytes, is two point four megabytes",
    "1/10: 200k clients",
    "a million events a second over two hundred nodes thats fifty thousand events never billed",
    "At 4 we stopped, at 6 we rolled back, at 8 it was fine.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_sums_hold(text: str) -> None:
    claims = check(text)
    assert claims
    assert all(claim.holds for claim in claims)


@pytest.mark.parametrize("text", WRONG)
def test_wrong_sums_are_found(text: str) -> None:
    (claim,) = check(text)
    assert not claim.holds
    assert claim.kind is ClaimKind.ARITHMETIC
    assert claim.quote in text


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_make_no_false_claim(text: str) -> None:
    assert [claim for claim in check(text) if not claim.holds] == []


def test_a_claim_reads_well_and_its_challenge_gives_nothing_away() -> None:
    (claim,) = check("100 million a day is about 12 thousand a second")
    assert claim.stated == "about 12,000/s"
    assert claim.computed == "100 million/day is about 1,157/s"
    assert not any(character.isdigit() for character in claim.ask)
    assert claim.ask.endswith("?")


def test_the_same_claim_has_the_same_ref_however_it_is_said() -> None:
    (typed,) = check("100M a day = 12k/s")
    (spoken,) = check("so a hundred million a day is about twelve thousand a second")
    assert typed.ref == spoken.ref


@pytest.mark.parametrize("a_day", [86400, 100_000])
def test_a_day_may_be_taken_long_or_short(a_day: int) -> None:
    (claim,) = check(f"a billion a day is about {1e9 / a_day:.0f} a second")
    assert claim.holds


@pytest.mark.parametrize("of_1024", [1000, 1024])
def test_a_kilobyte_may_be_1000_or_1024(of_1024: int) -> None:
    (claim,) = check(f"{of_1024**2} times 1 KB is 1 GB")
    assert claim.holds


@pytest.mark.parametrize(
    "said",
    [
        "A hundred million a day, so that's about, hmm, a hundred and twenty per second.",
        "A hundred million a day, there are eighty-six thousand seconds in a day, so about a hundred a second.",
        "A hundred million a day, a day has 86,400 seconds, so... a hundred a second.",
    ],
)
def test_what_stands_between_a_sum_and_its_result_does_not_hide_it(said: str) -> None:
    (claim,) = check(said)
    assert not claim.holds and claim.quote in said and "1,157" in claim.computed


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("150 GB a day times 365 is 55 TB a year", True),
        ("100 GB/day * 30 = 3 TB/month", True),
        ("500 writes/s x 1KB x 86400 = 43 GB/day", True),
        ("864 GB a day divided by 86400 is 10 MB a second", True),
        ("10 MB per second times 60 is 600 MB per minute", True),
        ("24 hours times 3600 is 86400 seconds", True),
        ("100 hours / 24 = 4 days", True),
        ("10 k requests times 1 KB is 10 MB", True),
        ("150 GB a day times 365 is 5 TB a year", False),
        ("1 million × 2 KB is 2 TB", False),
    ],
)
def test_a_bare_number_may_be_the_days_of_a_year_or_the_seconds_of_a_day(said: str, holds: bool) -> None:
    (claim,) = check(said)
    assert claim.holds is holds


READS = Quantity("reads", "Reads per second", "2.3e5 request/second", None, ("reads per second", "read rate"))
USERS = Quantity("users", "Daily users", "50e6 user", None, ("daily users", "daily active users"))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("so we have 200 reads per second", False),
        ("the read rate is about two thousand a second", False),
        ("we have 200 thousand reads per second", None),
        ("that's 500 thousand daily active users", False),
        ("daily users are about 40 million", None),
        ("is it 200 reads per second?", None),
        ("one node does 5000 reads per second", None),
        ("each shard has 200 reads per second", None),
    ],
)
def test_quantities_of_the_question(text: str, holds: bool | None) -> None:
    claims = Givens((READS, USERS)).check(text)
    assert [claim.holds for claim in claims] == ([] if holds is None else [holds])


@pytest.mark.parametrize("expression", ["", "many", "3 parsecs_of_doubt", "1 request +", "'; drop"])
def test_an_unreadable_quantity_says_what_was_expected(expression: str) -> None:
    with pytest.raises(UnreadableQuantity, match="expected a number with units") as caught:
        units.base(expression)
    assert isinstance(caught.value, ListeningError)


POSTS = Quantity("posts", "Posts a day", "100e6 post/day", "", ("posts per day", "posts a day"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("so with 100 million daily users the reads are what matters", True),
        ("with 100 million daily active users and ten loads each", True),
        ("we have 25 million users a day", True),
        ("we get 40 million posts a day", True),
        ("we have 60 million daily users", False),
        ("assume 100 million daily users", False),
        ("let's say 100 million daily users", False),
        ("suppose we had 100 million daily users", False),
        ("I'd plan for 100 million daily users", False),
        ("more than 20 million daily users", False),
        ("100 million daily users in Europe", False),
        ("for each region 10 million daily users", False),
        ("is it 100 million daily users?", False),
        ("in two years 100 million daily users", False),
        ("if there are 100 million daily users", False),
        ("100 million users", False),
    ],
)
def test_a_given_number_stated_otherwise_is_asked_about(text: str, found: bool) -> None:
    given = Quantity("users", "Daily users", "50e6 user", "", ("daily active users", "dau"))
    claims = Givens((READS, given, POSTS)).check(text)
    assert [claim.holds for claim in claims] == ([False] if found else [])
    assert all("number" in claim.ask and not any(c.isdigit() for c in claim.ask) for claim in claims)


@pytest.mark.parametrize(
    "before", ["Let me make some assumptions.", "Suppose it is a smaller product.", "What if it grew?"]
)
def test_what_follows_from_an_assumption_is_not_asked_about(before: str) -> None:
    assert ASSUMED.search(before)
    assert Givens((USERS,)).check("That is 500 thousand daily users.")
    assert Givens((USERS,)).check("That is 500 thousand daily users.", assumed=True) == ()


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("four samples a minute per series, so sixty million times four is 240 million samples per second", False),
        ("four samples a minute per series, so sixty million times four is 240 million samples a minute", True),
        ("sixty million times four is 240 million samples per second", True),
        (
            "four a second here and four a minute there, so sixty million times four is 240 million a second",
            True,
        ),
    ],
)
def test_a_rate_said_per_minute_makes_no_product_per_second(said: str, holds: bool) -> None:
    (claim,) = check(said)
    assert claim.holds is holds
    assert holds or claim.computed == "60 million × 4 a minute is about 4 million/s"


@pytest.mark.parametrize(
    ("said", "computed"),
    [
        ("six million a day, a day has 1,440 minutes, so about 4,200 requests a second", "4,167/min"),
        ("six million rides a day over 24 hours is two hundred and fifty thousand a second", "69.4/s"),
    ],
)
def test_a_day_divided_by_its_minutes_or_hours_makes_no_rate_per_second(said: str, computed: str) -> None:
    (claim,) = check(said)
    assert not claim.holds and claim.computed.endswith(computed)


def test_it_is_heard_beside_other_sums_of_the_turn() -> None:
    slip = "Requests: six million a day, a day has 1,440 minutes, so about 4,200 requests a second."
    found = check(f"400 thousand times a hundred bytes is 40 megabytes. {slip}")
    assert [claim.holds for claim in found] == [True, False]


def test_a_day_divided_by_its_minutes_makes_a_rate_per_minute() -> None:
    assert all(x.holds for x in check("six million a day, a day has 1,440 minutes, so about 4,200 requests a minute"))


def test_what_is_added_and_does_not_come_out_is_about_something_else() -> None:
    assert check("Six petabytes, coded nine plus three, so eight petabytes raw.") == ()
    (claim,) = check("two hundred plus fifty is about 250 requests a second")
    assert claim.holds
