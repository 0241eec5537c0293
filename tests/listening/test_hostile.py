"""Inputs that once cost the room its composure."""

from sparring.domain.round import Round
from sparring.listening import Listener


def test_an_absurd_power_is_heard_without_harm() -> None:
    Listener(Round.SYSTEM_DESIGN, None, {}).hear(0, "We store 99999999999999999999 ^ 19 bytes, that is 1e99**19.")


def test_rows_of_stops_are_cut_in_linear_time() -> None:
    assert Listener(Round.BEHAVIORAL, None, {}).hear(0, "... " * 15_000 + "?" * 60_000) is not None
