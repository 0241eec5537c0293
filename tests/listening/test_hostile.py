"""Inputs that once cost the room its composure."""

import subprocess
import sys

import pytest

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.listening import Listener


def test_an_absurd_power_is_heard_without_harm() -> None:
    Listener(Round.SYSTEM_DESIGN, None, {}).hear("We store 99999999999999999999 ^ 19 bytes, that is 1e99**19.")


def test_rows_of_stops_are_cut_in_linear_time() -> None:
    assert Listener(Round.BEHAVIORAL, None, {}).hear("... " * 15_000 + "?" * 60_000) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 50_000 + "b?",
        "a" + "\n" * 50_000 + "b",
        "It was 5 users. " * 3_500,
        "a? " * 15_000,
        "I could have " + "a" * 50_000,
    ],
    ids=["blanks", "lines", "sums", "questions", "letters"],
)
def test_long_turns_are_heard_before_anybody_gives_up(text: str) -> None:
    """Where time grows with the square of the length, each of these takes minutes."""
    question = Bank().question("rate_limiter")
    assert Listener(Round.SYSTEM_DESIGN, question, {}).hear(text) is not None


def test_threads_that_ask_at_once_get_one_registry_of_units() -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor; from sparring.listening import units\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    print(len({id(made) for made in pool.map(lambda _: units.registry(), range(8))}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
