from dataclasses import replace

import pytest

from sparring.assessment.assess import assess
from sparring.assessment.curveballs import curveballs
from sparring.bank import Bank
from sparring.domain.debrief import CurveballKind, Reaction
from sparring.domain.question import BehavioralQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.domain.transcript import Transcript
from tests.assessment.scene import talk

BANK = Bank()
DESIGN = BANK.question("chat")
STORY = BANK.question("ambiguity_first_of_kind")
assert isinstance(DESIGN, DesignQuestion) and isinstance(STORY, BehavioralQuestion)
HINT = DESIGN.wrong_hints[1]


def put(ref: str, says: str, *answers: str, round_: Round = Round.SYSTEM_DESIGN) -> Transcript:
    """A round in which something was put in the second turn of the interviewer."""
    begun = talk(round_, "A round", "i Go ahead.", "c I would begin with the reads.", f"i Hm. {says}", *answers)
    asked = replace(begun.turns[2], move="hint", meant=says.strip(), curveball=ref)
    return replace(begun, turns=(*begun.turns[:2], asked, *begun.turns[3:]))


@pytest.mark.parametrize(
    ("said", "reaction", "quote"),
    [
        ("Well. Good idea, let's do that.", Reaction.TOOK_IT, "Good idea, let's do that."),
        ("No. That doesn't hold when the clocks differ.", Reaction.OBJECTED, None),
        ("The reads are the larger part of it all.", Reaction.OPEN, None),
    ],
)
def test_a_wrong_suggestion_is_told_with_its_truth_and_what_was_made_of_it(
    said: str, reaction: Reaction, quote: str | None
) -> None:
    (found,) = curveballs(put("wrong_hint:1", HINT.says, f"c {said}"), DESIGN)
    assert (found.kind, found.turn, found.answer) == (CurveballKind.WRONG_HINT, 2, 3)
    assert (found.says, found.meant) == (HINT.says.strip(), HINT.truth)
    assert (found.reaction, found.quote) == (reaction, said if quote is None else quote)


def test_a_nod_is_followed_to_the_words_that_say_it() -> None:
    lines = ("c Let me think.", "i Take your time.", "c I would rather not, that breaks with two writers.")
    held = put("wrong_hint:1", HINT.says, *lines)
    turns = list(held.turns)
    turns[4] = replace(turns[4], move="acknowledge", meant="Go on.")
    (found,) = curveballs(replace(held, turns=tuple(turns)), DESIGN)
    assert found.reaction is Reaction.OBJECTED and found.answer == 5


@pytest.mark.parametrize(
    ("later", "reaction"),
    [
        ("I agreed too quickly about the read flag, a row per recipient is too much.", Reaction.TOOK_BACK),
        ("I take that back about the colours of the logo.", Reaction.TOOK_IT),
    ],
)
def test_what_was_taken_and_is_taken_back_later_is_told_so(later: str, reaction: Reaction) -> None:
    lines = ("c Good idea, let's do that.", "i What else?", f"c {later}")
    (found,) = curveballs(put("wrong_hint:1", HINT.says, *lines), DESIGN)
    assert found.reaction is reaction
    assert (found.answer, found.quote) == ((5, later) if reaction is Reaction.TOOK_BACK else (3, lines[0][2:]))


def test_changes_and_traps_are_told_and_not_judged() -> None:
    change = DESIGN.changes[0]
    (changed,) = curveballs(put(f"change:{change.id}", change.says, "c Good idea, let's do that."), DESIGN)
    assert (changed.kind, changed.reaction, changed.quote) == (
        CurveballKind.CHANGE,
        Reaction.OPEN,
        "Good idea, let's do that.",
    )
    assert changed.meant == change.tests
    trap = STORY.traps[0]
    led = put("trap:0", trap.says, "c Yes, good idea.", round_=Round.BEHAVIORAL)
    (trapped,) = curveballs(led, STORY)
    assert (trapped.kind, trapped.reaction, trapped.meant) == (CurveballKind.TRAP, Reaction.OPEN, trap.watch_for)


@pytest.mark.parametrize("ref", ["wrong_hint:9", "change:gone", "trap:0"])
def test_what_the_question_has_no_more_is_left_out(ref: str) -> None:
    assert curveballs(put(ref, HINT.says, "c Good idea."), DESIGN) == ()


def test_a_suggestion_that_was_reworded_since_or_never_answered_is_left_out() -> None:
    assert curveballs(put("wrong_hint:1", "Could we not shard by colour?", "c Good idea."), DESIGN) == ()
    assert curveballs(put("wrong_hint:1", HINT.says), DESIGN) == ()
    assert curveballs(put("wrong_hint:1", HINT.says, "c Good idea."), None) == ()


def test_a_wrong_suggestion_that_was_taken_is_a_rep_of_its_own() -> None:
    for said, expected in (("Good idea, let's do that.", 1), ("No. That breaks when clocks differ.", 0)):
        held = replace(put("wrong_hint:1", HINT.says, f"c {said}"), planned=2700.0)
        told = assess(held, rubric=BANK.rubric(), question=DESIGN, topics={}, model=None)
        again = [rep for rep in told.reps if "suggestion" in rep.title]
        assert [rep.command for rep in again] == ["sparring retake talk --from 01:55"] * expected
