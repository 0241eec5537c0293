"""Sentences that a reader could disprove by looking at the quote they stand under."""

from dataclasses import replace

import pytest

from sparring.assessment.anchoring import anchors, likely
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.caveats import caveats
from sparring.assessment.conditions import conditions
from sparring.assessment.finding import find
from sparring.assessment.gaps import gaps
from sparring.assessment.grading import Grade, Material, grade
from sparring.assessment.lifting import lift
from sparring.assessment.moments import moments
from sparring.assessment.reasons import rating_reason
from sparring.assessment.reviewing import Review
from sparring.assessment.substance import Substance
from sparring.assessment.vetoes import contradicts
from sparring.assessment.weighing import Weighed
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import Heard
from sparring.domain.round import Round
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.transcript import Transcript
from sparring.listening.model.reading import ModelReading, SentenceReading
from tests.assessment.scene import talk

STORY = talk(
    Round.BEHAVIORAL,
    "An incident",
    "i Tell me about an incident you were responsible for.",
    "c I gave it out after the ward check, not before, and we lost a day.",
    "i What did you change?",
    "c I added a gate that refuses it without the check.",
)


def piece(
    turn: int, quote: str, signal: SignalId, *, plus: bool = True, why: str = "", asked: bool = False
) -> Evidence:
    polarity = Polarity.PLUS if plus else Polarity.MINUS
    return Evidence(turn, quote, signal, polarity, not asked, Source.LOCAL_MODEL, 0.6, why)


def material(transcript: Transcript, *evidence: Evidence) -> Material:
    return Material(transcript, None, {}, evidence, Substance(300, "", (), foreign=False), SHIPPED)


def graded(m: Material, signal: SignalId) -> Grade:
    found = next(x for x in grade(m) if x.signal == signal)
    assert isinstance(found, Grade)
    return found


@pytest.mark.parametrize(
    ("signal", "quote", "missing"),
    [
        ("tradeoffs", "I'd rather go back to Postgres for the holds: on fail-over a hold may be lost.", ()),
        ("tradeoffs", "We take Redis.", ("no alternative is named", "no price is named")),
        ("complexity", "In the worst case, still the total bytes.", ()),
        ("complexity", "It is quick.", ("no growth is stated",)),
        ("failure_ownership", "He said we'd be paying the licence until 2025 regardless.", ()),
        ("failure_ownership", "We shipped it on a Friday.", ("it says “we” or “the team” and never “I”",)),
    ],
)
def test_nothing_is_called_missing_that_is_there(signal: SignalId, quote: str, missing: tuple[str, ...]) -> None:
    assert gaps(signal, 2, quote, quote) == missing


@pytest.mark.parametrize(("why", "ticked"), [("", False), ("a prevention that stayed", True)])
def test_a_single_word_ticks_no_prevention(rubric: Rubric, why: str, ticked: bool) -> None:
    said = piece(1, "I gave it out after the ward check, not before", "failure_ownership", why=why)
    m = material(STORY, said)
    met = anchors(rubric.signal(Round.BEHAVIORAL, "failure_ownership"), graded(m, "failure_ownership"), m).met
    assert ("puts a prevention in place" in met) is ticked


def test_unasked_tests_are_unasked_and_what_cannot_be_looked_at_is_not_asked_for(rubric: Rubric) -> None:
    round_ = talk(Round.CODING, "Cache", "i Write a cache.", "c I have not tested a bad mode; empty works.", "i Hm.")
    m = material(round_, piece(1, "I have not tested a bad mode; empty works", "testing"))
    weak = replace(graded(m, "testing"), value=3)
    for condition in conditions(rubric.signal(Round.CODING, "testing"), 4):
        if condition.text in ("tests unasked", "names what is left untested"):
            assert likely(condition, weak, m) > 1.5 * likely(condition, replace(weak, positive=()), m)
    for signal in ("correctness", "code_quality"):
        assert anchors(rubric.signal(Round.CODING, signal), replace(weak, signal=signal), m).missed == ()
    untimed = replace(m, transcript=replace(round_, timed=False))
    talked = rubric.signal(Round.CODING, "communication")
    quiet = "keeps silences short or announces them"
    assert quiet in anchors(talked, replace(weak, value=2, positive=()), m).missed
    assert quiet not in anchors(talked, replace(weak, value=2, positive=()), untimed).missed


def test_made_good_is_said_only_where_something_better_came_later(rubric: Rubric) -> None:
    against = piece(1, "I gave it out after the ward check", "failure_ownership", plus=False)
    better = piece(3, "I added a gate that refuses it without the check", "failure_ownership")

    def told(*evidence: Evidence, value: int) -> str:
        m = material(STORY, *evidence)
        marked = [replace(x, value=value) if isinstance(x, Grade) else x for x in grade(m)]
        return next(x.what for x in moments(marked, m, rubric, (), passed=False) if not x.helped)

    assert told(against, better, value=3).endswith("this counted against it, made good later")
    assert told(against, better, value=2).endswith("this counted against it")
    assert told(against, value=3).endswith("this counted against it")


def test_nobody_is_reproached_with_bringing_a_fault_too_late(rubric: Rubric) -> None:
    fault = piece(3, "I added a gate that refuses it without the check", "failure_ownership", plus=False, asked=True)
    m = material(STORY, fault)
    (up,) = lift([x for x in grade(m) if x.signal == "failure_ownership"], m, rubric, {}, ())
    assert "once asked" not in up.would_contain


def test_what_was_worth_something_is_not_held_against_who_repeats_it() -> None:
    round_ = talk(
        Round.CODING,
        "Order of tasks",
        "i What does it cost?",
        "c With the heap it is V log V plus E.",
        "i What was it again?",
        "c V log V plus E.",
    )
    plus, minus = ("complexity", Polarity.PLUS), ("complexity", Polarity.MINUS)
    text = {turn.i: turn.text for turn in round_.turns}
    sentences = tuple(
        SentenceReading(i, 0, len(text[i]), {plus: up, minus: down}) for i, up, down in ((1, 0.97, 0.0), (3, 0.0, 0.97))
    )
    reading = ModelReading("test", sentences, {"complexity": (2.0, 0.0, -2.0)})
    found = find(round_, reading, {1: Heard(), 3: Heard()}, SHIPPED, Review())
    assert [(x.turn, x.polarity) for x in found] == [(1, Polarity.PLUS)]


def test_the_missing_times_are_told_once_and_missing_code_is_told() -> None:
    note = "The file has no times: they are estimated."
    round_ = replace(talk(Round.CODING, "Cache", "i Write a cache.", "c Yes."), timed=False, notes=(note,))
    said = caveats(material(round_))
    assert sum("times" in x for x in said) == 1
    assert "There is no code here, so correctness is heard from the talk." in said


def test_more_of_the_same_is_counted_as_it_came(rubric: Rubric) -> None:
    said = piece(1, "I gave it out after the ward check, not before", "ownership")
    other = piece(3, "I added a gate that refuses it without the check", "ownership", asked=True)

    def reason(*evidence: Evidence) -> str:
        m = material(STORY, *evidence)
        return rating_reason(replace(graded(m, "ownership"), value=3), m)

    assert reason(said, other).endswith("and one more, once asked.")
    assert reason(said, said).endswith("and one more.")
    assert reason(said, said, other).endswith("and two more, one of them once asked.")


@pytest.mark.parametrize(
    ("sentence", "struck"),
    [
        ("I'd like to go back to the design, because there are some things I didn't cover yet.", True),
        ("Yes, sure, go ahead.", True),
        ("Does that seem reasonable, or would you like me to go into one part?", True),
        ("What do you want me to do?", False),
        ("What should I do next?", False),
        ("I could go on with whatever you like.", False),
    ],
)
def test_who_says_where_to_go_is_not_told_that_they_did_not_drive(sentence: str, struck: bool) -> None:
    weak = Weighed(SentenceReading(1, 0, len(sentence), {}), "drive", Polarity.MINUS, 0.5, 0.5, None)
    assert contradicts(weak, sentence) is struck


def test_asking_for_a_hint_is_evidence_of_nothing() -> None:
    asks = "Could I have a hint?"
    weighed = Weighed(SentenceReading(1, 0, len(asks), {}), "clarify", Polarity.PLUS, 0.5, 0.5, None)
    assert contradicts(weighed, asks)
    asks = "Could I have two sums with the same name?"
    assert not contradicts(replace(weighed, sentence=SentenceReading(1, 0, len(asks), {})), asks)
