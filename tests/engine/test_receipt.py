"""A word on what a candidate has just done, before the next question."""

import pytest

from sparring.domain.move import Move, MoveKind
from sparring.interviewer.wording import word
from tests.engine.scene import STORY, TALK, Round_, interviewer, plan


def in_a_design() -> Round_:
    round_ = Round_(plan())
    round_.move(0)
    round_.say(20, TALK)
    return round_


@pytest.mark.parametrize(
    ("said", "receipt"),
    [
        (f"Let me correct something I said. It is sixty terabytes and not six. {TALK}", "corrected"),
        (f"I was a factor of ten off, so that is seven hundred a second. {TALK}", "corrected"),
        (f"As I said, the two rows are written in one transaction. {TALK}", "reminded"),
        (f"I've already answered that. {TALK}", "reminded"),
        (TALK, ""),
    ],
)
def test_a_correction_and_a_reminder_are_not_passed_over(said: str, receipt: str) -> None:
    move = in_a_design().say(700, said)
    assert move.kind in (MoveKind.PROBE, MoveKind.DRILL, MoveKind.NEXT_PHASE, MoveKind.ACKNOWLEDGE)
    assert move.receipt == receipt


def test_a_story_may_tell_of_a_correction() -> None:
    round_ = Round_(plan(STORY, minutes=25))
    round_.move(0)
    assert round_.say(20, f"I wrote to all of them: let me correct myself. {TALK}").receipt == ""


def test_a_receipt_goes_before_a_question_without_a_lead_in() -> None:
    move = Move(MoveKind.DRILL, "drill", {"ask": "And cold?"}, receipt="corrected")
    said = word(move, interviewer(), seed=1, spoken=())
    assert said in {f"{template} And cold?" for template in interviewer().wordings["corrected"]}
