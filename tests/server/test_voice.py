"""Spoken into a real server, and heard by the real weights."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.server.guest import guest
from tests.server.test_room import begin
from tests.serving import Served, serving
from tests.voice.clips import frames

AT_ONCE = 3200
SILENCE = bytes(AT_ONCE)
WITHIN = 60


def speak(socket: ClientConnection, *parts: bytes) -> None:
    for part in parts:
        for begin_ in range(0, len(part), AT_ONCE):
            socket.send(part[begin_ : begin_ + AT_ONCE])


def heard(socket: ClientConnection, last: str) -> list[dict[str, Any]]:
    """Messages up to one of the type `last`."""
    messages: list[dict[str, Any]] = []
    while not messages or messages[-1]["type"] not in (last, "trouble"):
        messages.append(json.loads(socket.recv(timeout=WITHIN)))
    return messages


def words(messages: list[dict[str, Any]]) -> str:
    return " ".join(message["text"] for message in messages if message["type"] == "phrase")


def test_what_is_spoken_comes_back_as_words(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="system_design", question="kv_store")
    with connect(f"{served.rooms}/api/sessions/{session}/voice") as socket:
        assert heard(socket, "ready")[-1] == {"type": "ready"}
        speak(socket, SILENCE * 5, frames("clarify"), SILENCE * 10)
        phrase = heard(socket, "phrase")
        assert [message["now"] for message in phrase if message["type"] == "speaking"][:2] == [True, False]
        assert "how many short links" in words(phrase).lower()
        # Whoever is done does not wait for a pause.
        speak(socket, frames("story"))
        socket.send('{"type": "finish"}')
        rest = heard(socket, "finished")
        assert "staff engineer" in words(rest)
        assert "two hours" in words(rest)
        socket.send('{"type": "finish"}')
        assert heard(socket, "finished") == [{"type": "finished"}]


def test_a_spoken_turn_is_told_as_one_and_can_be_corrected(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="system_design", question="kv_store")
    with guest(served.rooms, session) as candidate:
        assert candidate.heard[0]["no_voice"] == ""
        text = "  I'd put a Redis cash in front."
        cash = [text.index("cash"), text.index("cash") + 4]
        candidate.send("say", id="one", text=text, spoken=True, unsure=[cash])
        said = candidate.hear("event", kind="candidate")
        assert (said["spoken"], said["unsure"]) == (True, [[cash[0] - 2, cash[1] - 2]])
        candidate.send("correct", turn=said["seq"], text="I'd put a Redis cache in front.")
        corrected = candidate.hear("event", kind="corrected")
        assert (corrected["turn"], corrected["text"]) == (said["seq"], "I'd put a Redis cache in front.")
        candidate.send("say", id="two", text="This was typed.")
        typed = candidate.hear("event", kind="candidate")
        assert (typed["spoken"], typed["unsure"]) == (False, [])
        candidate.send("correct", turn=typed["seq"], text="No.")
        assert "said aloud" in candidate.hear("trouble")["message"]


@pytest.mark.parametrize("sent", [b"abc", b"\x00" * 70_000, '{"type": "sing"}', "no json"])
def test_what_is_no_sound_and_no_message_is_refused_with_a_sentence(
    api: httpx.Client, served: Served, sent: bytes | str
) -> None:
    session = begin(api, round="behavioral")
    with connect(f"{served.rooms}/api/sessions/{session}/voice") as socket:
        heard(socket, "ready")
        socket.send(sent)
        trouble = heard(socket, "trouble")[-1]
        assert trouble["gone"] and trouble["message"].endswith(".")
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=WITHIN)


def test_nobody_speaks_into_a_session_that_is_not_there_or_over(api: httpx.Client, served: Served) -> None:
    with connect(f"{served.rooms}/api/sessions/nowhere/voice") as socket:
        assert heard(socket, "ready")[-1]["type"] == "trouble"
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as candidate:
        candidate.send("end")
        candidate.hear("event", kind="ended")
    with connect(f"{served.rooms}/api/sessions/{session}/voice") as socket:
        assert "over" in heard(socket, "ready")[-1]["message"]


def test_another_sites_page_does_not_listen_in(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral")
    with (
        pytest.raises(Exception, match=r"403|rejected|4403"),
        connect(f"{served.rooms}/api/sessions/{session}/voice", origin="http://elsewhere.example") as socket,
    ):
        socket.recv(timeout=WITHIN)


def test_a_machine_that_cannot_hear_says_so_and_the_round_goes_on(tmp_path: Path) -> None:
    with (
        serving(tmp_path, SPARRING_VOICE_MODEL=str(tmp_path / "gone")) as server,
        httpx.Client(base_url=server.address, timeout=30) as api,
    ):
        session = begin(api, round="behavioral")
        with connect(f"{server.rooms}/api/sessions/{session}/voice") as socket:
            trouble = heard(socket, "ready")[-1]
            assert trouble["gone"] and "SPARRING_VOICE_MODEL" in trouble["message"]
        with guest(server.rooms, session) as candidate:
            assert candidate.heard[0]["no_voice"] == trouble["message"]
            candidate.say("I led the migration of our billing to a new ledger in 2023.")
