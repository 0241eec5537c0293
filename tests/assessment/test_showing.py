"""What the interviewer takes for shown: heard by the shipped model, on sessions that it has not seen."""

from dataclasses import replace
from pathlib import Path

from sparring.assessment.corpus import read_corpus
from sparring.assessment.showing import shown
from sparring.bank import Bank
from sparring.domain.round import Verdict
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Speaker, Transcript
from sparring.listening.model import SignalModel

LATER = Path(__file__).parents[2] / "training" / "later"


def test_a_strong_round_shows_most_of_its_signals_in_its_own_words(model: SignalModel) -> None:
    strong = [x for x in read_corpus(LATER) if x.label.verdict is Verdict.STRONG_HIRE][:6]
    assert strong
    for each in strong:
        found = shown(each.transcript, model=model, question=None, topics=Bank().topics())
        said = [turn.text for turn in each.transcript.candidate_turns]
        assert sum(x.enough for x in found.values()) > len(SIGNALS[each.transcript.round]) / 2
        assert all(any(quote in text for text in said) for x in found.values() for quote in x.quotes)


def test_a_talk_with_nothing_in_it_shows_nothing(model: SignalModel) -> None:
    first = next(iter(read_corpus(LATER))).transcript
    empty = _saying(first, "Yes, fine, it all went well and everybody was happy with it.")
    found = shown(empty, model=model, question=None, topics=Bank().topics())
    assert not any(x.enough for x in found.values())


def _saying(transcript: Transcript, text: str) -> Transcript:
    turns = tuple(replace(x, text=text) if x.speaker is Speaker.CANDIDATE else x for x in transcript.turns)
    return replace(transcript, turns=turns)
