"""A debrief by two raters: what moves, what stays, and what is said of it."""

from dataclasses import replace

import pytest

from sparring.assessment import render
from sparring.assessment.assess import assess_reading
from sparring.assessment.calibration import SHIPPED
from sparring.bank import Bank
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.evidence import Polarity, Source
from sparring.domain.opinion import Opinion, Quoted, SecondOpinion
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import TestRun
from tests.assessment.scene import SENIOR, answer, talk

BANK = Bank()
TOLD = answer(SENIOR)
PROPOSED = "So I proposed extracting just those two instead of a full rewrite"
NUMBER = "we went from bi-weekly to daily deployments, and failed releases dropped by half"


def said(signal: str, rating: int | None, *quotes: str, polarity: Polarity = Polarity.PLUS) -> Opinion:
    return Opinion(signal, rating, tuple(Quoted(1, quote, polarity, "says so") for quote in quotes))


def debrief(*opinions: Opinion, **more: object) -> Debrief:
    opinion = SecondOpinion("llama/prompts-1", opinions, **more) if opinions else None  # type: ignore[arg-type]
    return assess_reading(TOLD, None, rubric=BANK.rubric(), question=None, topics=BANK.topics(), opinion=opinion)


def rated(made: Debrief) -> dict[str, Rating]:
    return {x.signal: x for x in made.scores if isinstance(x, Rating)}


def test_a_rating_of_both_lies_between_them_and_says_what_each_said() -> None:
    alone = rated(debrief())["outcome"]
    both = rated(debrief(said("outcome", 1, NUMBER, polarity=Polarity.MINUS)))["outcome"]
    assert alone.value > both.value > 1
    assert (both.alone, both.second, both.source) == (alone.value, 1, Source.LANGUAGE_MODEL)
    assert both.low <= 1.5 and both.high >= both.value


def test_the_interval_is_wide_where_the_two_are_far_apart() -> None:
    agreed = rated(debrief(said("outcome", 4, NUMBER)))["outcome"]
    apart = rated(debrief(said("outcome", 1, NUMBER, polarity=Polarity.MINUS)))["outcome"]
    assert apart.high - apart.low > agreed.high - agreed.low


def test_other_signals_stay_as_they_were() -> None:
    alone, both = rated(debrief()), rated(debrief(said("outcome", 4, NUMBER)))
    assert {x: both[x].value for x in both if x != "outcome"} == {x: alone[x].value for x in alone if x != "outcome"}


def test_a_rating_without_a_quote_moves_nothing() -> None:
    alone, both = debrief(), debrief(said("outcome", None))
    assert rated(both)["outcome"] == rated(alone)["outcome"]


def test_its_quotes_are_shown_with_their_source() -> None:
    made = debrief(said("tradeoffs", 4, PROPOSED))
    [piece] = [x for x in made.evidence if x.source is Source.LANGUAGE_MODEL]
    assert (piece.signal, piece.quote, piece.why) == ("tradeoffs", PROPOSED, "says so")
    page = render.terminal_text(made, TOLD, BANK.rubric(), width=100)
    assert "second opinion 4" in page and "llama read the transcript and gave a second opinion" in page
    assert made.rater.endswith("+llama/prompts-1")


def test_what_it_failed_at_and_made_up_is_told() -> None:
    made = debrief(said("outcome", 4, NUMBER), failed=(("tradeoffs", "No form."),), dropped=2)
    told = " ".join(made.caveats)
    assert "no usable answer on tradeoffs" in told and "2 of its quotes were dropped" in told


ESTIMATE = talk(
    Round.SYSTEM_DESIGN,
    "Design a feed",
    "i Design the feed. How many requests is that?",
    "c A hundred million requests a day is fifty thousand requests a second, so I need forty machines for it.",
    "i Go on.",
    "c I would keep posts by author and time, and read the last ones of everybody who is followed.",
)


def estimated(rating: int) -> Rating | None:
    words = "A hundred million requests a day is fifty thousand requests a second"
    opinion = SecondOpinion("llama/prompts-1", (Opinion("estimation", rating, (Quoted(1, words, Polarity.PLUS, ""),)),))
    made = assess_reading(ESTIMATE, None, rubric=BANK.rubric(), question=None, topics=BANK.topics(), opinion=opinion)
    return rated(made).get("estimation")


def test_a_rating_whose_only_quote_a_check_denies_moves_nothing() -> None:
    low, high = estimated(1), estimated(4)
    assert low is not None and high is not None
    assert (high.value, high.second, low.value) == (low.value, None, low.value)


def test_a_limit_holds_for_both_raters() -> None:
    words = "A read costs O(1), since the map has the place of every key in the list"
    coded = talk(Round.CODING, "LRU cache", "i Build a cache.", "c I will.", "i What does a read cost?", f"c {words}.")
    opinion = SecondOpinion("llama/prompts-1", (Opinion("complexity", 4, (Quoted(3, words, Polarity.PLUS, ""),)),))
    question = BANK.question("lru_ttl")
    made = assess_reading(coded, None, rubric=BANK.rubric(), question=question, topics=BANK.topics(), opinion=opinion)
    complexity = rated(made)["complexity"]
    assert (complexity.second, complexity.value) == (4, 3)
    assert "a 4 brings it unasked" in complexity.reason


def test_one_opinion_on_one_signal_moves_the_verdict_by_little() -> None:
    one = debrief(said("outcome", rated(debrief())["outcome"].value, NUMBER))
    assert one.verdict.value is debrief().verdict.value


def test_what_one_rater_alone_saw_has_the_interval_of_one() -> None:
    words = "My manager was happy with how I did my part"
    told = answer(f"I moved the login code out. {words}. It went well.")
    opinion = SecondOpinion("llama/prompts-1", (said("influence", 2, words, polarity=Polarity.MINUS),))
    common = {"rubric": BANK.rubric(), "question": None, "topics": BANK.topics()}
    alone = rated(assess_reading(told, None, **common))  # type: ignore[arg-type]
    both = rated(assess_reading(told, None, opinion=opinion, **common))["influence"]  # type: ignore[arg-type]
    assert "influence" not in alone
    assert (both.alone, both.second) == (None, 2)
    assert both.high - both.low > 2 * SHIPPED.second_width


def test_what_was_measured_stays_whatever_it_says() -> None:
    coded = replace(
        talk(Round.CODING, "Sum", "i Sum two numbers.", "c I add them, and that is a single pass over both of them."),
        tests=TestRun(4, 4),
    )
    words = "I add them, and that is a single pass over both of them."
    opinion = SecondOpinion("llama/prompts-1", (said("correctness", 1, words, polarity=Polarity.MINUS),))
    made = assess_reading(coded, None, rubric=BANK.rubric(), question=None, topics=BANK.topics(), opinion=opinion)
    correctness = rated(made)["correctness"]
    assert (correctness.value, correctness.second, correctness.source) == (4, None, Source.MEASURED)


@pytest.mark.parametrize("rating", [1, 2, 3])
def test_a_higher_opinion_never_lowers_a_rating(rating: int) -> None:
    lower = rated(debrief(said("outcome", rating, NUMBER)))["outcome"]
    higher = rated(debrief(said("outcome", rating + 1, NUMBER)))["outcome"]
    assert higher.value >= lower.value


def test_the_program_calls_the_verdict_from_the_ratings_of_both() -> None:
    high = [said(signal, 4, NUMBER) for signal in SIGNALS[Round.BEHAVIORAL]]
    low = [said(signal, 1, NUMBER, polarity=Polarity.MINUS) for signal in SIGNALS[Round.BEHAVIORAL]]
    assert debrief(*low).verdict.value.rank < debrief(*high).verdict.value.rank


def test_no_second_opinion_leaves_no_trace() -> None:
    made = debrief()
    assert all(x.second is None and x.alone is None for x in made.scores if isinstance(x, Rating))
    assert "second" not in " ".join(made.caveats)
    assert 0 < SHIPPED.second < 1
