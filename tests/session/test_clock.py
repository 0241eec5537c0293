"""Time by the words."""

from sparring.session.clock import WallClock, WordClock


def test_a_turn_costs_what_its_words_take_to_say() -> None:
    clock = WordClock(base=10)
    clock.spoken("word " * 150)
    assert clock.now() == 70
    clock.spoken("Yes.")
    assert clock.now() == 72
    clock.passed(30)
    assert clock.now() == 102


def test_a_resumed_session_goes_on_where_it_stood() -> None:
    clock = WallClock(base=600)
    clock.spoken("word " * 1000)
    assert 600 <= clock.now() < 700
