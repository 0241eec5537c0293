"""Whole rounds over the WebSocket of a real server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from sparring.bank import Bank
from sparring.domain.event import Event
from sparring.domain.round import Round
from sparring.server import messages as m
from sparring.server.errors import RoomClosed
from sparring.server.live import LiveRoom
from sparring.server.lobby import Lobby
from sparring.session.conductor import Conductor
from sparring.session.planning import configure
from sparring.store import Store, StoreBusy
from tests.server.guest import guest
from tests.serving import Served, serving

CLARIFY = "Before I start: how large can this get, and what should happen when a key is missing?"


def begin(api: httpx.Client, **setup: object) -> str:
    answer = api.post("/api/sessions", json={"fast": True, "minutes": 20, **setup})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_a_round_from_the_first_word_to_the_debrief(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral", question="failure_incident")
    with guest(served.rooms, session) as candidate:
        assert candidate.heard[0]["type"] == "welcome"
        assert [event["kind"] for event in candidate.events()] == ["opened", "interviewer"]
        candidate.say("In March our payment service lost forty minutes of orders because I had raised a timeout.")
        candidate.say("I decided to roll back first, called the on-call of the ledger team, and wrote the postmortem.")
        candidate.say("I chose that though it took two fixes out of the release, because every minute cost us orders.")
        candidate.say("Error rates after releases fell from four a month to none in the half year after.")
        candidate.say("What I would do differently: ask the ledger team before I touch a limit that they share.")
        candidate.send("end")
        candidate.hear("event", kind="interviewer", move="close")
        candidate.send("predict", verdict="no_hire", ratings={"ownership": 3, "unheard_of": 2}, text="Too short.")
        candidate.hear("event", kind="ended")
    made = api.get(f"/api/sessions/{session}/debrief").json()
    assert made["session"]["ended"] and not made["session"]["imported"]
    assert made["predicted"] == {"verdict": "no_hire", "ratings": {"ownership": 3}, "text": "Too short."}
    assert {line["speaker"] for line in made["page"]["lines"]} == {"interviewer", "candidate"}
    quotes = [seen["cited"] for rated in made["page"]["rated"] for seen in rated["seen"]]
    said = {line["i"]: "".join(part["text"] for part in line["parts"]) for line in made["page"]["lines"]}
    assert quotes
    assert all(quote["text"] in said[quote["turn"]] for quote in quotes)
    assert [row["verdict"] for row in api.get("/api/sessions").json() if row["id"] == session] != [None]


def test_whoever_comes_back_hears_only_what_they_missed(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="system_design", question="rate_limiter")
    with guest(served.rooms, session) as first:
        first.say(CLARIFY)
        last = first.events()[-1]["seq"]
    with guest(served.rooms, session, after=last) as second:
        kinds = [event["kind"] for event in second.events()]
        assert set(kinds) <= {"left"}
        assert second.say("I would assume ten thousand requests a second at the peak.")


def test_a_turn_that_is_sent_twice_counts_once(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as candidate:
        candidate.say("It began in May.", "turn-1")
        candidate.send("say", id="turn-1", text="It began in May.")
        candidate.say("And it ended in June.", "turn-2")
    events = api.get(f"/api/sessions/{session}/events").json()
    assert [event["text"] for event in events if event["kind"] == "candidate"] == [
        "It began in May.",
        "And it ended in June.",
    ]


def test_two_windows_hear_the_same(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as one, guest(served.rooms, session) as other:
        answer = one.say("My manager asked me to take over the migration.")
        assert other.hear("event", kind="candidate")["text"].startswith("My manager")
        assert other.hear("event", kind="interviewer")["text"] == answer


def test_code_is_run_handed_in_and_judged(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="coding", question="lru_ttl")
    reference = Path("content/questions/coding/lru_ttl/reference.py").read_text(encoding="utf-8")
    with guest(served.rooms, session) as candidate:
        candidate.say(CLARIFY)
        candidate.send("run")
        failing = candidate.hear("results")
        assert failing["cases"] and not all(case["passed"] for case in failing["cases"])
        candidate.send("code", text=reference)
        candidate.hear("event", kind="code")
        candidate.send("scratch", text="print(6 * 7)")
        assert candidate.hear("printed")["printed"] == "42\n"
        candidate.hear("busy", what="")
        candidate.send("run")
        passing = candidate.hear("results")
        assert all(case["passed"] for case in passing["cases"]), passing
        candidate.hear("busy", what="")
        candidate.send("hand_in")
        assert candidate.hear("event", kind="handed_in")["passed"]
        assert candidate.hear("event", kind="interviewer")["text"]
    with guest(served.rooms, session) as again:
        texts = [event["text"] for event in again.events() if event["kind"] == "code"]
        assert texts[-1] == reference


def test_the_interviewer_sees_what_is_drawn(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="system_design", question="news_feed")
    box = {"id": "a", "type": "rectangle", "x": 0, "y": 0, "width": 100, "height": 50, "customData": {"kind": "cache"}}
    label = {"id": "t", "type": "text", "containerId": "a", "text": "Feed cache", "x": 0, "y": 0}
    scene = json.dumps({"type": "excalidraw", "elements": [box, label]})
    with guest(served.rooms, session) as candidate:
        candidate.send("draw", scene=scene)
        changed = candidate.hear("event", kind="board")
        assert changed["changes"] == ["added cache 'Feed cache'"]
        assert candidate.hear("drawn")["components"] == [{"id": "a", "label": "Feed cache", "kind": "cache"}]
        candidate.send("draw", scene="{broken")
        assert "JSON" in candidate.hear("drawn")["problem"]
    with guest(served.rooms, session) as again:
        assert [event["scene"] for event in again.events() if event["kind"] == "board"] == [scene]


def test_a_killed_server_loses_nothing(tmp_path: Path) -> None:
    with serving(tmp_path) as first, httpx.Client(base_url=first.address) as api:
        session = begin(api, round="behavioral")
        with guest(first.rooms, session) as candidate:
            candidate.say("We lost a customer, and it was my call.")
            first.process.kill()
    with serving(tmp_path) as second, guest(second.rooms, session) as candidate:
        assert [event["text"] for event in candidate.events() if event["kind"] == "candidate"] == [
            "We lost a customer, and it was my call."
        ]
        assert candidate.say("I had promised a date without asking the team.")


def test_a_retake_keeps_what_came_before(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as candidate:
        candidate.say("The first answer, which stays as it was in both of the takes.")
        candidate.say("The second answer, which I would like to give again, better.")
    events = api.get(f"/api/sessions/{session}/events").json()
    at = [event["at"] for event in events if event["kind"] == "interviewer"][1]
    taken = api.post(f"/api/sessions/{session}/retake", json={"at": at}).json()["id"]
    with guest(served.rooms, taken) as candidate:
        said = [event["text"] for event in candidate.events() if event["kind"] == "candidate"]
        assert len(said) == 1 and said[0].startswith("The first answer")
        candidate.say("The better one.")
    takes = api.get(f"/api/sessions/{session}/debrief").json()["takes"]
    assert [take["id"] for take in takes] == [taken]


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"type": "dance"}, "could not be understood"),
        ({"type": "say", "id": "1", "text": "x" * 60_001}, "at most 60000 characters"),
        ({"type": "predict", "verdict": "maybe"}, "could not be understood"),
    ],
)
def test_nonsense_is_answered_with_a_sentence_and_the_room_stays(
    api: httpx.Client, served: Served, message: dict[str, object], says: str
) -> None:
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as candidate:
        candidate.send(**{"type_" if key == "type" else key: value for key, value in message.items()})  # type: ignore[arg-type]
        assert says in candidate.hear("trouble")["message"]
        assert candidate.say("Still here.")


def test_a_round_that_is_over_says_so(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral")
    with guest(served.rooms, session) as candidate:
        candidate.send("end")
        candidate.hear("event", kind="interviewer", move="close")
        candidate.send("predict", verdict="hire")
        candidate.hear("event", kind="ended")
        candidate.send("say", id="1", text="One more thing.")
        assert "over" in candidate.hear("trouble")["message"]


def test_the_clock_stands_still_while_nobody_is_there(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="behavioral", fast=False)
    with guest(served.rooms, session) as candidate:
        candidate.say("Hello there.")
        first = candidate.hear("stands")["standing"]["now"]
    with guest(served.rooms, session) as candidate:
        later = candidate.heard[-1]["standing"]["now"]
    assert later - first < 5


def test_a_loop_goes_from_round_to_round(api: httpx.Client, served: Served) -> None:
    session = begin(api, round="coding", loop=True)
    seen = []
    while True:
        with guest(served.rooms, session) as candidate:
            seen.append(candidate.heard[0]["round"])
            candidate.send("end")
            candidate.hear("event", kind="interviewer", move="close")
            candidate.send("predict", verdict="hire")
            candidate.hear("event", kind="ended")
        if not api.get(f"/api/sessions/{session}").json()["next_in_loop"]:
            break
        session = api.post(f"/api/sessions/{session}/next").json()["id"]
    assert seen == ["coding", "system_design", "behavioral"]
    assert api.post(f"/api/sessions/{session}/next").status_code == 404


def test_a_round_that_went_on_in_the_terminal_is_read_again(tmp_path: Path) -> None:
    """Two programs on one session: whoever is behind is told, and comes back to the whole of it."""
    with serving(tmp_path) as server, httpx.Client(base_url=server.address) as api:
        session = begin(api, round="behavioral")
        with guest(server.rooms, session) as candidate:
            candidate.say("Said in the browser.")
            with Store.open(tmp_path / "sparring.db") as store:
                elsewhere = Conductor.resume(store, Bank(), session)
                elsewhere.say("Said in the terminal.", elsewhere.at + 1)
            candidate.send("say", id="late", text="Said in the browser, too late.")
            assert "went on" in candidate.hear("trouble")["message"]
        with guest(server.rooms, session) as again:
            said = [event["text"] for event in again.events() if event["kind"] == "candidate"]
            assert said == ["Said in the browser.", "Said in the terminal."]


def test_a_turn_that_could_not_be_kept_is_taken_when_it_is_sent_again(tmp_path: Path) -> None:
    """Nothing is known before it is in the log."""
    asyncio.run(_resent(tmp_path))


async def _resent(tmp_path: Path) -> None:
    class Busy(Store):
        busy = False

        def append(self, session_id: str, event: Event) -> None:
            if self.busy:
                raise StoreBusy("here", 1.0)
            super().append(session_id, event)

    bank = Bank()
    with Busy.open(tmp_path / "sparring.db") as store:
        assert isinstance(store, Busy)
        conductor = Conductor.begin(store, bank, configure(bank, Round.BEHAVIORAL, fast=True), "s1", datetime.now(UTC))
        place = LiveRoom(conductor, {})
        queue = await place.join(-1)
        message = m.Say(type="say", id="one", text="It began in May.")
        store.busy = True
        with pytest.raises(StoreBusy):
            await place.take(message)
        store.busy = False
        await place.take(message)
        await place.take(message)
        await place.leave(queue)
        place.close()
    assert [turn.text for turn in conductor.transcript.candidate_turns] == ["It began in May."]


def test_an_id_means_one_session_whatever_others_begin_with(tmp_path: Path) -> None:
    """A page left open on a deleted session writes nothing into another."""
    with serving(tmp_path) as server, httpx.Client(base_url=server.address) as api:
        sessions = [begin(api, round="behavioral") for _ in range(10)]
        first, tenth = sessions[0], sessions[9]
        assert tenth.startswith(first)
        assert api.delete(f"/api/sessions/{first}").status_code == 204
        assert api.put(f"/api/sessions/{first}/note", json={"text": "mine"}).status_code == 404
        assert api.get(f"/api/sessions/{first}").status_code == 404
        with connect(f"{server.rooms}/api/sessions/{first}/room") as socket:
            socket.send(json.dumps({"type": "hello", "after": -1}))
            assert json.loads(socket.recv(timeout=10))["gone"]


@asynccontextmanager
async def _lobby(tmp_path: Path) -> AsyncIterator[tuple[Lobby, str]]:
    """A lobby, and the id of a round that nobody is in."""
    with Store.open(tmp_path / "sparring.db") as store:
        lobby = Lobby(Bank(), store)
        yield lobby, await lobby.begin(configure(Bank(), Round.BEHAVIORAL, fast=True))
        await lobby.close()


def test_a_room_is_not_closed_under_somebody_on_the_way_in(tmp_path: Path) -> None:
    asyncio.run(_passed_in_the_door(tmp_path))


async def _passed_in_the_door(tmp_path: Path) -> None:
    async with _lobby(tmp_path) as (lobby, session):
        first = await lobby.room(session)
        queue = await first.join(-1)
        on_the_way = await lobby.room(session)
        await first.leave(queue)
        lobby.left(first)
        assert on_the_way is first
        await on_the_way.join(-1)
        await on_the_way.take(m.Say(type="say", id="one", text="It began in May."))
        assert await lobby.room(session) is first, "whoever comes next is in the same room"


def test_a_stale_room_takes_no_other_with_it(tmp_path: Path) -> None:
    asyncio.run(_stale(tmp_path))


async def _stale(tmp_path: Path) -> None:
    async with _lobby(tmp_path) as (lobby, session):
        old = await lobby.room(session)
        lobby.stale(old)
        new = await lobby.room(session)
        assert new is not old
        lobby.stale(old)
        assert await lobby.room(session) is new


def test_a_round_whose_question_is_gone_is_over(tmp_path: Path) -> None:
    asyncio.run(_without_question(tmp_path))


async def _without_question(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sparring.db") as store:
        config = configure(Bank(), Round.BEHAVIORAL, fast=True)
        store.create("s1", datetime.now(UTC), {**config.as_json(), "question": "gone"}, [])
        with pytest.raises(RoomClosed, match="This round is over: its question has been deleted"):
            await Lobby(Bank(), store).room("s1")
