"""The room in a real terminal, with a real clock and a keyboard."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest

from sparring.bank import Bank
from sparring.cli.room import TerminalRoom
from sparring.domain.round import Round
from sparring.session.conductor import Conductor
from sparring.session.fold import PREDICTED
from sparring.session.planning import configure
from sparring.store import Store
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
    room.send("I moved the price lists to a stream.\r")
    room.expect(r"\?")
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


def test_ctrl_c_clears_a_line_and_leaves_from_an_empty_one(room: "pexpect.spawn[str]", terminal: Terminal) -> None:
    room.expect("technical initiative")
    # Until the prompt stands, a control character would go to the program and not to the line.
    room.expect(pexpect.TIMEOUT, timeout=4)
    room.send("Half a thought")
    room.expect("Half a thought")
    room.sendcontrol("c")
    room.send("I wrote the RFC for it.\r")
    room.expect(r"Dana .{0,8}\[")
    room.sendcontrol("c")
    room.expect("sparring resume")
    room.expect(pexpect.EOF)
    replayed = terminal.run("replay", "be").stdout
    assert "I wrote the RFC" in replayed and "Half a thought" not in replayed


class Overtaken:
    """A candidate over whom the time runs out; what they send next is `text`."""

    def __init__(self, text: str, *, begun: bool) -> None:
        self.text, self._begun = text, begun
        self.room: TerminalRoom | None = None

    def read(self) -> str | None:
        assert self.room is not None
        while not self.room._conductor.closed:
            self.room._tick()
        text, self.text = self.text, ""
        return text or None

    def typing(self) -> bool:
        return False

    def begun(self) -> bool:
        return self._begun

    def stop(self) -> None:
        """Nothing is under way."""


class Late:
    """A clock that has run out."""

    def now(self) -> float:
        return 3600.0

    def spoken(self, words: str) -> None:
        """It is past all of it."""

    def passed(self, seconds: float) -> None:
        """It is past all of it."""


@pytest.mark.parametrize(
    ("text", "begun", "said", "viewed"),
    [
        ("It cost us two weeks.", True, ["It cost us two weeks."], False),
        ("I think it was a hire", False, [], True),
        ("/quit", True, [], False),
    ],
)
def test_what_comes_after_the_time_is_an_answer_only_if_it_was_begun_before(
    tmp_path: Path, text: str, begun: bool, said: list[str], viewed: bool
) -> None:
    bank = Bank()
    with Store.open(tmp_path / "sparring.db") as store:
        config = configure(bank, Round.BEHAVIORAL, minutes=3)
        conductor = Conductor.begin(store, bank, config, "s1", datetime.now(UTC))
        conductor.open(0.0)
        room = TerminalRoom(conductor, tmp_path)
        room._clock = Late()  # type: ignore[assignment]
        room._source = candidate = Overtaken(text, begun=begun)
        candidate.room = room
        room._converse()
        assert [turn.text for turn in conductor.transcript.candidate_turns] == said
        assert any(event.kind == PREDICTED for event in conductor.events) is viewed
