"""What is promised without an exception is asked about, and what is required or explained is not."""

import pytest

from sparring.domain.move import Move
from sparring.engine.policies.promise import promised
from tests.engine.scene import TALK, Round_, heard


@pytest.mark.parametrize(
    "said",
    [
        "Events pile up in the log, retention is three days so nothing gets lost.",
        "And Flink is exactly-once.",
        "They retry with the same reference, so no duplicates.",
        "An accepted request is never lost.",
    ],
)
def test_a_promise_without_an_exception_is_heard_and_its_words_are_the_candidates(said: str) -> None:
    clause = promised(f"{TALK}. {said} Then the next part.")
    assert clause and clause in said


@pytest.mark.parametrize(
    "said",
    [
        "A payment must never be lost.",
        "Nobody can give you exactly once over HTTP.",
        "Nothing is lost if the relay keeps its offset until the write has come back.",
        "Then nothing is lost, because the outbox holds it until the consumer has committed.",
        "Do you need exactly once there?",
        "It never takes long.",
    ],
)
def test_a_requirement_a_reason_or_a_condition_is_no_promise(said: str) -> None:
    assert promised(said) == ""


def answer(round_: Round_, at: float, said: str) -> Move:
    return round_.say(at, f"{TALK}. {said}", heard())


def test_it_is_said_back_and_asked_about_twice_a_round_once_the_design_has_begun() -> None:
    round_ = Round_()
    round_.move(0)
    assert not (answer(round_, 60, "So nothing is lost.").ref or "").startswith("promise:")
    round_.say(600)
    moves = [answer(round_, 700 + 100 * k, f"In the {part} nothing is ever lost.") for k, part in enumerate("abcd")]
    asked = [move for move in moves if (move.ref or "").startswith("promise:")]
    assert [move.slots["quote"] for move in asked] == ["In the a nothing is ever lost", "In the b nothing is ever lost"]
    assert len({move.slots["ask"] for move in asked}) == 2


def test_a_promise_that_something_else_came_before_is_asked_about_later() -> None:
    round_ = Round_()
    round_.move(0)
    answer(round_, 60, "So nothing is ever lost.")
    round_.say(600)
    moves = [round_.say(620 + 60 * k, f"{TALK} {k}") for k in range(2)]
    assert "nothing is ever lost" in " ".join(move.slots.get("quote", "") for move in moves)
