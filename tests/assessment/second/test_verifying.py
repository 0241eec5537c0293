"""What of a model's answer is believed."""

from sparring.assessment.second.answer import Answer, Passage
from sparring.assessment.second.verifying import verified
from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from tests.assessment.scene import talk

ROUND = talk(
    Round.BEHAVIORAL,
    "A failure",
    "i Tell me about a failure.",
    "c I shipped a migration that locked the orders table — it’s on me.\nI hadn't tested it  on real volume.",
    "i What did you change?",
    "c I wrote a lint that refuses a blocking lock, and two other teams use it.",
)
WORDS = "I wrote a lint that refuses a blocking lock"


def passage(words: str, turn: int = 1, speaks: str = "for") -> Passage:
    return Passage.model_validate({"turn": turn, "words": words, "speaks": speaks, "why": "a prevention that stands."})


def test_words_of_the_turn_are_kept_with_what_they_say() -> None:
    opinion, dropped = verified("failure_ownership", Answer(passages=[passage(WORDS, 3)], rating=4), ROUND)
    [quoted] = opinion.quotes
    assert (quoted.turn, quoted.quote, quoted.polarity) == (3, WORDS, Polarity.PLUS)
    assert quoted.why == "a prevention that stands"
    assert opinion.rating == 4 and dropped == 0


def test_a_reason_is_put_as_the_programs_own_are() -> None:
    def reason(why: str) -> str:
        told = Passage.model_validate({"turn": 3, "words": WORDS, "speaks": "for", "why": why})
        return verified("failure_ownership", Answer(passages=[told], rating=4), ROUND)[0].quotes[0].why

    assert reason("Unasked: Names a prevention that stands.") == "names a prevention that stands"
    assert reason("SLA named, with its price") == "SLA named, with its price"


def test_words_that_nobody_said_are_dropped_and_the_rating_with_them() -> None:
    invented = [passage("I take full responsibility for the outage"), passage("What did you change")]
    opinion, dropped = verified("failure_ownership", Answer(passages=invented, rating=4), ROUND)
    assert opinion.quotes == () and opinion.rating is None and dropped == 2


def test_blanks_and_marks_may_differ_and_what_is_kept_is_the_transcript() -> None:
    said = "I hadn’t tested it on real volume"
    also = "locked the orders table - it's on me"
    opinion, _ = verified("failure_ownership", Answer(passages=[passage(said), passage(f'"{also}."')], rating=3), ROUND)
    text = ROUND.turns[1].text
    assert [x.quote for x in opinion.quotes] == [
        "I hadn't tested it  on real volume",
        "locked the orders table — it’s on me",
    ]
    assert all(x.quote in text for x in opinion.quotes)


def test_a_passage_under_the_wrong_number_is_found_where_it_stands() -> None:
    opinion, _ = verified("failure_ownership", Answer(passages=[passage(WORDS, 1)], rating=4), ROUND)
    assert opinion.quotes[0].turn == 3


def test_the_interviewers_words_and_a_word_or_two_show_nothing() -> None:
    answer = Answer(passages=[passage("Tell me about a failure", 0), passage("a lint", 3)], rating=3)
    opinion, dropped = verified("failure_ownership", answer, ROUND)
    assert opinion.quotes == () and dropped == 2


def test_the_same_words_count_once_and_no_more_than_three_are_read() -> None:
    every = [passage(WORDS, 3), passage(WORDS, 3), passage("I shipped a migration"), passage("it's on me")]
    answer = Answer(passages=every, rating=3)
    opinion, _ = verified("failure_ownership", answer, ROUND)
    assert len(opinion.quotes) == 2


def test_a_polarity_is_what_the_answer_says() -> None:
    opinion, _ = verified("failure_ownership", Answer(passages=[passage(WORDS, 3, "against")], rating=1), ROUND)
    assert opinion.quotes[0].polarity is Polarity.MINUS
