from dataclasses import replace

import pytest

from sparring.assessment.volunteering import volunteered
from sparring.domain.round import Round
from sparring.domain.transcript import Transcript
from tests.assessment.scene import talk

ANSWER = "I would keep the counters in Redis, because a lost second of counts is cheaper than a slow request."
LATER = (
    "And it costs us a second cluster that somebody has to run, which I would take, since the other way is a rewrite."
)


def asked(question: str, answer: str = ANSWER) -> Transcript:
    turns = ("i Design a rate limiter.", "c How many requests?", f"i {question}", f"c {answer}")
    return replace(talk(Round.SYSTEM_DESIGN, "Design a rate limiter", *turns), planned=2700.0)


def of(transcript: Transcript, quote: str, signal: str) -> bool:
    return volunteered(transcript, transcript.turns[3], quote, signal, True)


def test_a_direct_answer_to_a_question_is_no_volunteering() -> None:
    assert not of(asked("What happens when that Redis node dies in the middle of the day?"), ANSWER, "resilience")
    assert not of(asked("Why Redis and not a table in the database you have?"), ANSWER, "tradeoffs")


def test_what_comes_after_the_answer_unasked_is() -> None:
    said = f"{ANSWER} {ANSWER} {ANSWER} {LATER}"
    assert of(asked("Go on.", said), LATER, "tradeoffs")


def test_own_questions_are() -> None:
    question = "How many clients are there, and does each have its own limit?"
    assert of(asked("Go ahead.", question), question, "requirements")


@pytest.mark.parametrize("signal", ["depth", "resilience"])
def test_a_drill_asks_for_depth_and_for_its_own_signal(signal: str) -> None:
    transcript = asked("Say the box fails.")
    drill = replace(transcript.turns[2], asks="resilience", move="drill")
    turns = (*transcript.turns[:2], drill, transcript.turns[3])
    assert not of(replace(transcript, turns=turns), ANSWER, signal)


def test_what_nobody_asked_before_is_volunteered() -> None:
    alone = talk(Round.SYSTEM_DESIGN, "Design a rate limiter", f"c {ANSWER}")
    assert volunteered(alone, alone.turns[0], ANSWER, "tradeoffs", True)


def test_a_nod_after_a_logged_question_does_not_make_the_answer_unasked() -> None:
    plain = talk(
        Round.SYSTEM_DESIGN,
        "Design a rate limiter",
        "i What does that cost you?",
        "c Let me think.",
        "i Mhm.",
        f"c {LATER}",
    )
    logged = replace(plain.turns[0], asks="tradeoffs", move="probe")
    nod = replace(plain.turns[2], move="acknowledge")
    transcript = replace(plain, turns=(logged, plain.turns[1], nod, plain.turns[3]), planned=2700.0)
    assert not volunteered(transcript, transcript.turns[3], LATER, "tradeoffs", True)


def test_a_long_answer_to_a_logged_question_stays_one() -> None:
    said = f"{ANSWER} {ANSWER} {LATER}"
    unlogged = asked("Go on.", said)
    logged = replace(unlogged.turns[2], asks="tradeoffs", move="probe")
    assert of(unlogged, LATER, "tradeoffs")
    assert not of(replace(unlogged, turns=(*unlogged.turns[:2], logged, unlogged.turns[3])), LATER, "tradeoffs")


def test_what_follows_an_own_turn_is_unasked() -> None:
    alone = talk(
        Round.CODING, "A cache", "i Write a cache.", "c I start with a dictionary.", "c It is linear in the keys."
    )
    assert volunteered(alone, alone.turns[2], "It is linear in the keys.", "complexity", True)


def test_what_follows_a_hint_was_found_with_help() -> None:
    said = f"{ANSWER} {ANSWER} {ANSWER} {LATER}"
    transcript = asked("Go on.", said)

    def after(**changes: str) -> bool:
        turns = list(transcript.turns)
        turns[2] = replace(turns[2], **changes)
        return of(replace(transcript, turns=tuple(turns)), LATER, "tradeoffs")

    assert after() and not after(move="hint") and after(move="hint", curveball="wrong_hint:0")
