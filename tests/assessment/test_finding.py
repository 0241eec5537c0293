from dataclasses import replace

import pytest

from sparring.assessment.calibration import SHIPPED
from sparring.assessment.finding import find
from sparring.assessment.hearing import hear
from sparring.assessment.reviewing import Review
from sparring.assessment.weighing import Weights, weigh_sentences
from sparring.bank import Bank
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Transcript
from sparring.listening.model.heads import ALTITUDE, VERDICT
from sparring.listening.model.reading import ModelReading, SentenceReading
from tests.assessment.scene import answer

TOPICS = Bank().topics()
PLAN = "I wrote the plan for the two teams."
MOVE = "Then I moved the first service myself."
ASIDE = "The canteen was closed that week, which nobody liked."
HEAD = ("action", Polarity.PLUS)


def reading(said: dict[str, float], text: str) -> ModelReading:
    """What a model would have read: for each sentence the probability that it is evidence for `action`."""
    heads = [(signal, polarity) for signal in SIGNALS["behavioral"] for polarity in Polarity]  # type: ignore[index]
    sentences = tuple(
        SentenceReading(1, text.index(x), text.index(x) + len(x), dict.fromkeys(heads, 0.01) | {HEAD: p})
        for x, p in said.items()
    )
    wholes = [*SIGNALS["behavioral"], VERDICT, ALTITUDE]  # type: ignore[index]
    return ModelReading("test", sentences, dict.fromkeys(wholes, (3.0, 1.0, -1.0)))


def found(said: dict[str, float], text: str) -> list[Evidence]:
    """The evidence for `action` in one answer."""
    transcript: Transcript = answer(text)
    heard = hear(transcript, None, TOPICS)
    pieces = find(transcript, reading(said, text), heard, SHIPPED, Review())
    return [x for x in pieces if (x.signal, x.polarity) == HEAD]


def test_sentences_that_follow_one_another_are_one_quote() -> None:
    both = found({PLAN: 0.95, MOVE: 0.95}, f"{PLAN} {MOVE}")
    assert [x.quote for x in both] == [f"{PLAN} {MOVE}"]


def test_what_stands_between_two_sentences_is_quoted_with_neither() -> None:
    apart = found({PLAN: 0.95, ASIDE: 0.01, MOVE: 0.95}, f"{PLAN} {ASIDE} {MOVE}")
    assert [x.quote for x in apart] == [PLAN, MOVE]


def test_two_long_sentences_stay_two_quotes() -> None:
    first = "I wrote the plan for both of the teams and walked each of them through it on a Monday afternoon in May."
    then = "Then I moved the first of the services myself and stayed up for the night in which the traffic went over."
    assert [x.quote for x in found({first: 0.95, then: 0.95}, f"{first} {then}")] == [first, then]


def test_nothing_is_called_measured_that_no_rule_saw() -> None:
    said = "The two teams and their leads sat together over it on the Monday after that."
    quotes = found({said: 0.6, ASIDE: 0.01}, f"{said} {ASIDE}")
    assert [x.source for x in quotes] == [Source.LOCAL_MODEL]


@pytest.mark.parametrize("beside", [0.01, 0.5, 0.99])
def test_a_sentence_the_model_is_surer_of_is_never_less_likely(beside: float) -> None:
    text = f"{PLAN} {MOVE}"
    heard = hear(answer(text), None, TOPICS)
    likelihoods = []
    for own in (0.06, 0.2, 0.4, 0.6, 0.8, 0.99):
        weighed = weigh_sentences(reading({PLAN: own, MOVE: beside}, text), heard, {1: text}, Weights())
        likelihoods += [x.likelihood for x in weighed if (x.signal, x.polarity, x.sentence.start) == (*HEAD, 0)]
    assert likelihoods == sorted(likelihoods) and likelihoods[0] < likelihoods[-1]


def test_what_is_taken_in_beside_a_quote_never_stops_inside_of_a_number() -> None:
    """The model takes a full stop in a number for the end of a sentence."""
    short, half = "I moved the first service myself.", "Then I kept the share of errors under 0."
    text = f"{short} {half}1 percent for all of the four weeks that it took us."
    [piece] = found({short: 0.9, half: 0.2}, text)
    assert piece.quote == text
    long = f"{text[:-1]}, with a table of every caller, of what each of them sends us, of who is on call there and why."
    assert not any(x.quote.endswith("0.") for x in found({short: 0.9, half: 0.2}, long))


def test_what_was_perhaps_misheard_speaks_for_somebody_and_never_against() -> None:
    against = ("action", Polarity.MINUS)
    said = "I gave the plan to the two teams and they did the rest of it without me."
    text = f"{said} {ASIDE}"
    sure = answer(text)
    unsure = replace(sure, turns=(sure.turns[0], replace(sure.turns[1], unsure=((7, 11),))))

    def polarities(transcript: Transcript, head: tuple[str, Polarity]) -> list[Polarity]:
        read = reading({said: 0.01, ASIDE: 0.01}, text)
        first = replace(read.sentences[0], probability={**read.sentences[0].probability, head: 0.95})
        ratings = {**read.ratings, "action": (-1.0, -2.0, -3.0)} if head == against else read.ratings
        read = replace(read, sentences=(first, read.sentences[1]), ratings=ratings)
        pieces = find(transcript, read, hear(transcript, None, TOPICS), SHIPPED, Review())
        return [x.polarity for x in pieces if x.signal == "action"]

    assert polarities(sure, against) == [Polarity.MINUS]
    assert polarities(unsure, against) == []
    assert polarities(sure, HEAD) == polarities(unsure, HEAD) == [Polarity.PLUS]
