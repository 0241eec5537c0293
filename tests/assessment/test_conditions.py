"""What is ticked and what is called missing: by the rating, how hard the condition is, and what was heard of it."""

from dataclasses import replace

import pytest

from sparring.assessment.anchoring import anchors
from sparring.assessment.assess import assess
from sparring.assessment.conditions import USUAL, likelihood
from sparring.assessment.grading import Grade
from sparring.domain.debrief import Rating
from sparring.domain.round import Round
from sparring.domain.rubric import Anchor, Rubric, Signal
from sparring.domain.transcript import TestRun, Transcript
from sparring.listening.model import SignalModel
from tests.assessment.scene import MID, SENIOR, answer, talk
from tests.assessment.test_wording import graded, material, piece

QUOTE = "I decided to keep the nightly job running beside the stream for six weeks."
STORY = talk(Round.BEHAVIORAL, "A migration", "i Tell me about it.", f"c {QUOTE}", "i And then?", "c It held.")


def ownership(rubric: Rubric, *difficulty: float) -> Signal:
    """The signal with conditions of a 3 and a 4 that no words tell."""
    signal = rubric.signal(Round.BEHAVIORAL, "ownership")
    (one, two, three, four) = signal.anchors
    easy, hard = difficulty
    plain = [replace(x, met_when=(), difficulty=()) for x in (one, two)]
    return replace(
        signal,
        anchors=(
            *plain,
            replace(three, met_when=("keeps things apart",), difficulty=(easy,)),
            replace(four, met_when=("stays with it",), difficulty=(hard,)),
        ),
    )


def rated(expected: float, value: int) -> Grade:
    m = material(STORY, piece(1, QUOTE, "ownership"))
    return replace(graded(m, "ownership"), expected=expected, value=value)


def test_half_of_the_candidates_meet_a_condition_at_its_difficulty_and_more_above_it() -> None:
    at = [likelihood(2.5, replace(USUAL, rating=rating)) for rating in (1.5, 2.5, 3.5)]
    assert at[0] < 0.5 < at[2] and at[1] == pytest.approx(0.5)
    assert likelihood(2.5, replace(USUAL, rating=2.5, shown=1.0)) > 0.5
    assert likelihood(2.5, replace(USUAL, rating=2.5, length=2.0)) > 0.5


@pytest.mark.parametrize(
    ("easy", "hard", "met", "missed"),
    [
        (0.0, 6.0, ("keeps things apart",), ("stays with it",)),
        (3.0, 3.0, (), ("stays with it",)),  # the least likely, so that there is something to go for
        (1.7, -1.0, ("stays with it",), ()),
        (1.7, 1.7, (), ()),  # nobody can be sure of either
    ],
)
def test_what_is_likely_is_ticked_and_what_is_unlikely_is_asked_for(
    rubric: Rubric, easy: float, hard: float, met: tuple[str, ...], missed: tuple[str, ...]
) -> None:
    m = material(STORY, piece(1, QUOTE, "ownership"))
    ticked = anchors(ownership(rubric, easy, hard), rated(2.8, 3), m)
    assert (ticked.met, ticked.missed) == (met, missed)


def test_what_a_rating_itself_asks_for_and_nobody_heard_is_told(rubric: Rubric) -> None:
    m = material(STORY, piece(1, QUOTE, "ownership"))
    assert anchors(ownership(rubric, 6.0, 6.0), rated(2.8, 3), m).unheard == ("keeps things apart",)
    top = anchors(ownership(rubric, 1.0, 6.0), rated(3.8, 4), m)
    assert top.unheard == ("stays with it",) and top.missed == () and top.met == ("keeps things apart",)


def test_a_condition_that_nobody_measured_is_ticked_by_its_words_alone(rubric: Rubric) -> None:
    signal = rubric.signal(Round.BEHAVIORAL, "outcome")
    own = Anchor(4, "x", ("puts a number on it", "makes the moon rise"))
    m = material(STORY, piece(1, "It went from 11 a month to 2.", "outcome"))
    grade = replace(graded(m, "outcome"), value=3)
    ticked = anchors(replace(signal, anchors=(*signal.anchors[:3], own)), grade, m)
    assert "puts a number on it" in ticked.met and ticked.missed == ("makes the moon rise",)
    assert anchors(replace(signal, anchors=(*signal.anchors[:3], own)), replace(grade, value=4), m).unheard == ()


def test_what_a_rule_saw_is_never_called_missing(rubric: Rubric) -> None:
    signal = rubric.signal(Round.BEHAVIORAL, "ownership")
    named = Anchor(4, "x", ("names a decision that was theirs",), (9.0,))
    m = material(STORY, piece(1, QUOTE, "ownership", why="a decision of their own"))
    assert anchors(replace(signal, anchors=(*signal.anchors[:3], named)), rated(3.0, 3), m).missed == ()


@pytest.mark.parametrize(("passed", "missing"), [(19, True), (20, False)])
def test_whether_cases_passed_is_known_and_not_likely(rubric: Rubric, passed: int, missing: bool) -> None:
    coded: Transcript = replace(
        talk(Round.CODING, "Cache", "i Write a cache.", "c It is done."), tests=TestRun(passed, 20, ())
    )
    m = material(coded)
    grade = graded(m, "correctness")
    ticked = anchors(rubric.signal(Round.CODING, "correctness"), replace(grade, value=3, expected=4.0), m)
    assert ("passes every case" in ticked.missed) is missing
    assert ("passes every case" in ticked.met) is not missing


def test_every_condition_above_a_1_has_been_measured(rubric: Rubric) -> None:
    bare = [
        (signal.id, anchor.rating)
        for signals in rubric.signals.values()
        for signal in signals
        for anchor in signal.anchors[1:]
        if len(anchor.difficulty) != len(anchor.met_when) and signal.id != "correctness"
    ]
    assert bare == []


def test_more_is_ticked_of_a_strong_answer_than_of_a_weak_one(rubric: Rubric, model: SignalModel) -> None:
    def counts(text: str) -> tuple[int, int]:
        debrief = assess(answer(text), rubric=rubric, question=None, topics={}, model=model)
        scores = [x for x in debrief.scores if isinstance(x, Rating)]
        assert all(not set(x.anchors_met) & {*x.anchors_missed, *x.anchors_unheard} for x in scores)
        return sum(len(x.anchors_met) for x in scores), sum(len(x.anchors_missed) for x in scores)

    (strong, _), (weak, asked_for) = counts(SENIOR), counts(MID)
    assert strong > weak + 5
    assert asked_for > 0
