"""Words for moves."""

from hypothesis import given
from hypothesis import strategies as st

from sparring.domain.move import WAIT, Move, MoveKind
from sparring.interviewer.wording import word
from tests.engine.scene import interviewer


def said(move: Move, *spoken: str, seed: int = 0) -> str:
    return word(move, interviewer(), seed=seed, spoken=spoken)


def test_silence_has_no_words() -> None:
    assert said(WAIT) == ""


def test_slots_are_filled() -> None:
    assert said(Move(MoveKind.PROBE, "probe", {"ask": "Why?"})).endswith(") Why?")


def test_two_moves_of_a_kind_never_sound_alike() -> None:
    move = Move(MoveKind.NUDGE, "nudge")
    assert len({said(move), said(move, "nudge"), said(move, "nudge", "probe", "nudge")}) == 3


def test_a_long_quote_is_left_out_rather_than_the_question() -> None:
    move = Move(MoveKind.PROBE, "probe_quoting", {"quote": "word " * 57, "ask": "And why is that?"})
    assert said(move).endswith("And why is that?")
    assert len(said(move).split()) < 60


@given(st.text())
def test_a_candidates_braces_are_text(quote: str) -> None:
    move = Move(MoveKind.PUSH_BACK, "push_back", {"quote": "{ask}" + quote[:40], "ask": "Sure?"})
    assert "{ask}" in said(move)
