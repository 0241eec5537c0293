"""A good answer to the very question: shown once the round is over, for what was asked in the end."""

from dataclasses import replace

from sparring.assessment import render
from sparring.assessment.assess import assess_reading
from sparring.assessment.referring import levels, reference
from sparring.bank import Bank
from sparring.domain.move import MoveKind
from sparring.domain.question import CodingQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.domain.transcript import Transcript
from tests.assessment.scene import ASKS, talk

BANK = Bank()


def coded(*changes: int) -> Transcript:
    """A coding round in which the interviewer changed the requirement at these turns."""
    round_ = talk(Round.CODING, "x", *(f"{'ic'[k % 2]} Turn {k} of the talk about the code." for k in range(8)))
    moved = (
        replace(turn, move=MoveKind.CHANGE_REQUIREMENT.value) if turn.i in changes and turn.speaker is ASKS else turn
        for turn in round_.turns
    )
    return replace(round_, turns=tuple(moved))


def a_coding_question() -> CodingQuestion:
    question = BANK.question(sorted(BANK.questions(Round.CODING))[0])
    assert isinstance(question, CodingQuestion)
    return question


def test_the_solution_is_that_of_the_stage_that_was_reached() -> None:
    question = a_coding_question()
    every = [question.reference, *(stage.reference for stage in question.stages)]
    for reached, changes in enumerate([(), (2,), (2, 4)]):
        found = reference(question, coded(*changes))
        assert found is not None and found.code == every[reached]
    assert found is not None and question.good.time in found.note


def test_a_board_is_told_arrow_by_arrow_with_what_goes_there() -> None:
    for name in BANK.questions(Round.SYSTEM_DESIGN):
        question = BANK.question(name)
        assert isinstance(question, DesignQuestion)
        found = reference(question, talk(Round.SYSTEM_DESIGN, "x", "i Design it.", "c I would."))
        assert found is not None and len(found.board) >= 5, name
        assert all(source and target for source, target, _ in found.board), name
        assert any(what for _, _, what in found.board), name


def test_an_open_round_gives_nothing_away() -> None:
    question = a_coding_question()
    still = replace(coded(), open=True)
    assert reference(question, still) is None and levels(question, still) == ()
    assert levels(question, coded())


def test_a_story_and_a_question_from_elsewhere_have_none() -> None:
    story = BANK.question(sorted(BANK.questions(Round.BEHAVIORAL))[0])
    assert reference(story, talk(Round.BEHAVIORAL, "x", "i Tell me.", "c It was so.")) is None
    assert reference(None, coded()) is None


def test_every_page_has_it() -> None:
    question = a_coding_question()
    made = assess_reading(coded(), None, rubric=BANK.rubric(), question=question, topics=BANK.topics())
    line = next(line for line in question.reference.splitlines() if line.startswith("def ") or "class " in line)
    assert line in render.html(made, coded(), BANK.rubric()).replace("&#34;", '"').replace("&gt;", ">")
    assert line in render.markdown(made, coded(), BANK.rubric())
    assert "A solution that passes every case" in render.terminal_text(made, coded(), BANK.rubric(), width=100)
