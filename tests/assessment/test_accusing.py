"""What is held against a candidate has to be true of what was said."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sparring.assessment.calibration import SHIPPED
from sparring.assessment.calling import Call
from sparring.assessment.claiming import against, corrected
from sparring.assessment.grading import Grade, Material
from sparring.assessment.hollow import hollow
from sparring.assessment.mistakes import mistakes
from sparring.assessment.moments import moments
from sparring.assessment.reviewing import Review, denied_by, review, unfounded
from sparring.assessment.scans import scans
from sparring.assessment.substance import weigh
from sparring.bank import Bank
from sparring.domain.debrief import MistakeSeen
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import Claim, ClaimKind, Heard
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.transcript import Snapshot, TestRun, Transcript
from sparring.listening.quantities import check
from tests.assessment.scene import talk

WRONG = "The cache is always right, because Redis is single-threaded."


def minus(signal: str, quote: str, why: str = "") -> Evidence:
    return Evidence(1, quote, signal, Polarity.MINUS, False, Source.LOCAL_MODEL, 0.6, why)


def rated(signal: str, value: int, negative: tuple[int, ...] = (), positive: tuple[int, ...] = ()) -> Grade:
    return Grade(signal, float(value), value, 1.0, 2.0, Source.LOCAL_MODEL, positive, negative, None)


def seen(transcript: Transcript, evidence: tuple[Evidence, ...], *grades: Grade) -> tuple[MistakeSeen, ...]:
    heard = {turn.i: Heard() for turn in transcript.candidate_turns}
    m = Material(transcript, None, heard, evidence, weigh(transcript), SHIPPED)
    mid, no = Altitude.MID, Verdict.NO_HIRE
    return mistakes(m, Call(1.5, mid, mid, mid, no, no, no, ()), grades)


def told(transcript: Transcript, evidence: tuple[Evidence, ...], *grades: Grade) -> dict[str, str]:
    return {x.mistake: x.why for x in seen(transcript, evidence, *grades)}


def designed(said: str) -> Transcript:
    filler = "The rest of it is as I drew it, with the reader on one side and the writer on the other."
    return talk(Round.SYSTEM_DESIGN, "Design a cache", "i How is it kept right?", f"c {said} {filler}")


@pytest.mark.parametrize(
    ("said", "why", "accused"),
    [
        (WRONG, "", True),
        ("Honestly I don't know how that is invalidated.", "", False),
        ("I've not built one, but I think it is kept right by itself.", "", False),
        ("Redis does that for us.", "leaves it to a product", False),
        ("A write is always seen at once.", "a usual belief that does not hold; what holds: not by replicas", True),
    ],
)
def test_only_what_was_said_without_reservation_is_a_bluff(said: str, why: str, accused: bool) -> None:
    found = told(designed(said), (minus("depth", said, why),), rated("depth", 1, (0,)))
    assert ("bluff" in found) is accused


def test_talking_is_not_silence() -> None:
    said = "word " * 1500
    spoken = talk(
        Round.CODING, "Cache", "i Begin.", "c Let me start with the plan for it.", f"c {said}", "c Done with it now."
    )
    turns = [replace(turn, at=at) for turn, at in zip(spoken.turns, (0.0, 10.0, 60.0, 720.0), strict=True)]
    grade = rated("communication", 1)
    assert "silent_coding" not in told(replace(spoken, turns=tuple(turns)), (), grade)
    mute = replace(turns[2], text="I typed.")
    assert "11 minutes" in told(replace(spoken, turns=(*turns[:2], mute, turns[3])), (), grade)["silent_coding"]


def test_a_list_of_requirements_is_not_quoted_as_their_absence() -> None:
    listed = "Functional: record payments, show a statement."
    (found,) = seen(designed(listed), (minus("requirements", listed),), rated("requirements", 1, (0,)))
    assert found.mistake == "skipped_requirements"
    assert found.quote == ""


@pytest.mark.parametrize(
    ("said", "empty"),
    [
        ("Nothing really, it went well.", True),
        ("Um, honestly, not much. We did it well.", True),
        ("I'd communicate more.", True),
        ("I would write the runbook up front and rehearse it. Nothing beats having it ready.", False),
        ("I would invite the support lead to it, I had not really listened to them.", False),
        ("It runs silent for two weeks first now. I did that in March, and nothing happened.", False),
    ],
)
def test_an_answer_is_empty_only_where_it_says_nothing_would_change(said: str, empty: bool) -> None:
    asked = talk(Round.BEHAVIORAL, "A failure", "i What would you do differently?", f"c {said}")
    nodded = talk(
        Round.BEHAVIORAL, "A failure", "i What would you do differently?", "c Hm, let me think.", "i Sure.", f"c {said}"
    )
    for transcript in (asked, nodded):
        assert (hollow(transcript, transcript.turns[-1]) is not None) is empty


def belief(quote: str) -> Claim:
    return Claim(ClaimKind.BELIEF, quote, "Replicas are never behind.", "Replicas lag.", False, "Never?", "belief:x.y")


@pytest.mark.parametrize(
    ("after", "back"),
    [("i Is that so?|c No. Sorry. That's wrong, they lag.", 3), ("i Is that so?|c Yes, by design.", None)],
)
def test_a_belief_that_is_taken_back_is_not_counted(after: str, back: int | None) -> None:
    said = "Replicas are never behind."
    transcript = talk(Round.SYSTEM_DESIGN, "Design a store", "i Replicas?", f"c {said}", *after.split("|"))
    claim = belief(said)
    assert corrected(1, claim, {1: Heard(claims=(claim,))}, transcript) == back
    assert against(claim, Review()) == "a usual belief that does not hold; what holds: Replicas lag"


SUM = "300 million times 200 KB is 6 TB a day."


@pytest.mark.parametrize(
    ("turns", "put_right"),
    [
        ((f"{SUM} And 20 million times 15 is 300 million.",), None),
        ((SUM, "I was off: 300 million times 200 KB is 60 TB a day."), 2),
        ((SUM, "I was off, 60,000 GB over 86,400 seconds is 694 MB a second."), 2),
    ],
)
def test_a_figure_is_put_right_by_what_the_sum_comes_to_and_not_by_its_terms(
    turns: Sequence[str], put_right: int | None
) -> None:
    transcript = talk(Round.SYSTEM_DESIGN, "Design a store", "i Numbers?", *(f"c {said}" for said in turns))
    heard = {turn.i: Heard(claims=check(turn.text)) for turn in transcript.candidate_turns}
    wrong = next(claim for claim in heard[1].claims if not claim.holds)
    assert corrected(1, wrong, heard, transcript) == put_right


SLOW = """class Cache:
    def __init__(self):
        self.order = []

    def get(self, key):
        self._touch(key)

    def put(self, key, value):
        self._touch(key)

    def _touch(self, key):
        self.order.remove(key)
"""


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("get is O of one.", True),
        ("And put is O(1).", True),
        ("Everything here is constant.", True),
        ("begin just pushes a dict, O of one.", False),
        ("O of one.", False),
    ],
)
def test_a_cost_is_denied_by_the_method_it_is_about(said: str, denied: bool) -> None:
    claim = Claim(ClaimKind.COMPLEXITY, said, "O(1) time", "O(1) time", True, "", "cost")
    assert (denied_by(claim, Review(scans=scans(SLOW))) is not None) is denied


def test_with_tests_run_no_sentence_is_the_moment_that_cost_correctness() -> None:
    transcript = replace(designed("It cancels, no issue at all."), round=Round.CODING, tests=TestRun(9, 15))
    evidence = (minus("correctness", "It cancels, no issue at all."), minus("testing", "I have not tried it yet."))
    m = Material(transcript, None, {1: Heard()}, evidence, weigh(transcript), SHIPPED)
    grades = (rated("correctness", 1, (0,)), rated("testing", 1, (1,)))
    found = moments(grades, m, Bank().rubric(), (), passed=False)
    assert [x.quote for x in found] == ["I have not tried it yet."]


HALVING = SLOW.replace("self.order.remove(key)", "self.order.insert(bisect(self.order, key), key)")


@pytest.mark.parametrize(
    ("said", "source", "claimed"),
    [
        ("I use bisect for the check, so book is O(log n).", SLOW, True),
        ("For earliest I binary search, so it is logarithmic.", SLOW, True),
        ("I use bisect for the check, so book is O(log n).", HALVING, False),
        ("A tree would make that O(log n).", SLOW, False),
        ("Sorting them costs n log n.", SLOW, False),
        ("Every call is constant.", SLOW, False),
    ],
)
def test_a_logarithm_is_credited_only_to_code_that_can_take_one(said: str, source: str, claimed: bool) -> None:
    transcript = talk(Round.CODING, "A cache", "i Go ahead?", f"c {said}")
    transcript = replace(transcript, code=(Snapshot(60, "python", source),))
    assert unfounded(said, review(transcript)) is claimed


def test_nothing_is_said_of_a_logarithm_where_there_is_no_code() -> None:
    assert not unfounded("It is O(log n).", Review())
