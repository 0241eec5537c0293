"""The room in a real terminal, with a real clock and a keyboard."""

import re
from collections.abc import Iterator

import pexpect
import pytest

from tests.cli.terminal import Terminal

SHORTEST = ("spar", "behavioral", "--question", "led_initiative", "--minutes", "3", "--interviewer", "challenger")


@pytest.fixture
def room(terminal: Terminal) -> Iterator["pexpect.spawn[str]"]:
    import sys

    child = pexpect.spawn(
        sys.executable,
        ["-m", "sparring.cli", *SHORTEST],
        env={**terminal.environment, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=60,
    )
    yield child
    child.close(force=True)


def words(text: str) -> str:
    """A screen without colours and cursor movements."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]", "", text)


def test_a_turn_is_typed_and_answered_and_the_room_is_left(room: "pexpect.spawn[str]", terminal: Terminal) -> None:
    room.expect("technical initiative")
    room.send("I proposed splitting out billing and wrote the RFC.\r")
    room.expect(r"\?")
    room.send("/quit\r")
    room.expect("sparring resume")
    room.expect(pexpect.EOF)
    assert "I proposed splitting" in terminal.run("replay", "be").stdout


def test_an_answer_that_begins_with_a_slash_is_an_answer(room: "pexpect.spawn[str]", terminal: Terminal) -> None:
    room.expect("technical initiative")
    room.send("/feed GET returns the last page, /users POST creates one.\r")
    room.expect("Dana")
    room.send("/nonsense\r")
    room.expect("There is no /nonsense")
    room.send("/quit\r")
    room.expect(pexpect.EOF)
    assert "/feed GET" in terminal.run("replay", "be").stdout


def test_after_the_close_a_command_is_no_opinion(room: "pexpect.spawn[str]", terminal: Terminal) -> None:
    room.expect("technical initiative")
    room.send("/end\r")
    room.expect("yourself|verdict|decide|went|hire")
    room.send("/time\r")
    room.expect("How do you think it went")
    room.send("no hire\r")
    room.expect("predicted", timeout=120)
    room.expect(pexpect.EOF, timeout=120)
    assert "own view no hire" in terminal.run("replay", "be").stdout


def test_who_is_typing_is_not_silent(room: "pexpect.spawn[str]") -> None:
    room.expect(r"Dana .{0,8}\[00:0")
    room.expect(r"initiative\.")
    patience = 20  # seconds; this interviewer would nudge a candidate who does nothing for so long
    for _ in range(patience // 4 + 2):
        room.send("well ")
        room.expect(pexpect.TIMEOUT, timeout=4)
        assert "Dana" not in words(room.before or "")
