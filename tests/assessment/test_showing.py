"""What the interviewer takes for shown: heard by the shipped model, on sessions that it has not seen."""

from dataclasses import replace
from pathlib import Path

from sparring.assessment.corpus import read_corpus
from sparring.assessment.showing import so_far
from sparring.bank import Bank
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model import SignalModel

LATER = Path(__file__).parents[2] / "training" / "later"


def test_a_strong_round_shows_most_of_its_signals_in_its_own_words(model: SignalModel) -> None:
    strong = [x for x in read_corpus(LATER) if x.label.verdict is Verdict.STRONG_HIRE][:6]
    assert strong
    for each in strong:
        found = so_far(each.transcript, model=model, question=None, topics=Bank().topics()).shown
        said = [turn.text for turn in each.transcript.candidate_turns]
        assert sum(x.enough for x in found.values()) > len(SIGNALS[each.transcript.round]) / 2
        assert all(any(quote in text for text in said) for x in found.values() for quote in x.quotes)


def test_a_talk_with_nothing_in_it_shows_nothing(model: SignalModel) -> None:
    first = next(iter(read_corpus(LATER))).transcript
    empty = _saying(first, "Yes, fine, it all went well and everybody was happy with it.")
    found = so_far(empty, model=model, question=None, topics=Bank().topics()).shown
    assert not any(x.enough for x in found.values())


def test_only_the_answer_to_the_last_drill_is_said_to_hold_or_not(model: SignalModel) -> None:
    bank = Bank()
    topic = bank.topic("cache")
    facet = next(x for x in topic.facets if x.id == "invalidation")
    asked = Turn(1, 20, Speaker.INTERVIEWER, facet.drills[0], drilled=(topic.id, facet.id))
    strong = (
        "Writers publish the key on commit and every reader drops it, so the entry is at most a second old; a lost"
        " message is why each entry also expires after five minutes, and we count how often a read is a version behind."
    )
    first = Turn(0, 0, Speaker.CANDIDATE, "I would put a cache in front of the profile store.")

    def held(*turns: Turn) -> bool | None:
        talk = Transcript("t", Round.SYSTEM_DESIGN, "", "A feed", turns, Altitude.SENIOR, "typed")
        return so_far(talk, model=model, question=None, topics=bank.topics()).held

    assert held(first) is None
    assert held(first, asked, Turn(2, 30, Speaker.CANDIDATE, strong)) is True
    assert held(first, asked, Turn(2, 30, Speaker.CANDIDATE, "I don't know, the library does that for us.")) is False


def _saying(transcript: Transcript, text: str) -> Transcript:
    turns = tuple(replace(x, text=text) if x.speaker is Speaker.CANDIDATE else x for x in transcript.turns)
    return replace(transcript, turns=turns)
