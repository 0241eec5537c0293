"""Progress and the story bank over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sparring.practice.stories import Story
from sparring.session import storing
from sparring.store import Store
from tests.server.guest import guest
from tests.serving import Served, serving

LINES = (
    "In March our checkout failed for forty minutes and we lost about sixty thousand euros of orders.",
    "I decided to roll back first although that took two fixes out of it, because every minute cost us orders.",
    "Error rates after releases fell from four a month to none. I would ask the ledger team first, next time.",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("practice")) as server:
        yield server


@pytest.fixture(scope="module")
def held(home: Served) -> str:
    """A behavioral round of a few minutes, held to its end."""
    with httpx.Client(base_url=home.address, timeout=60) as api:
        setup = {"round": "behavioral", "question": "failure_incident", "fast": True, "minutes": 20}
        session = str(api.post("/api/sessions", json=setup).json()["id"])
    with guest(home.rooms, session) as candidate:
        for k in range(12):
            candidate.say(f"{LINES[k % 3]} That was part {k} of the story.")
        candidate.send("end")
        candidate.hear("event", kind="interviewer", move="close")
        candidate.send("predict", verdict="strong_hire")
        candidate.hear("event", kind="ended")
    return session


@pytest.fixture
def api(home: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=home.address, timeout=60) as client:
        yield client


def test_a_held_round_is_on_the_page_of_progress(api: httpx.Client, held: str) -> None:
    found = api.get("/api/progress").json()
    assert [point["session"] for point in found["sessions"]] == [held]
    assert found["sessions"][0]["predicted"] == "strong_hire"
    assert found["minutes"] > 2
    seen = [row for row in found["rows"] if row["level"]]
    assert seen and all(row["round"] == "behavioral" and row["level"]["trend"] == "unclear" for row in seen)
    assert found["next"]["question"] != "failure_incident"


def test_a_plan_is_made_for_a_day_and_forgotten(api: httpx.Client, held: str) -> None:
    assert api.put("/api/goal", json={"interview": "2999-01-01", "per_week": 5}).status_code == 204
    found = api.get("/api/progress").json()
    assert found["goal"] == {"interview": "2999-01-01", "per_week": 5}
    assert len(found["plan"]) > 20
    api.put("/api/goal", json={"interview": None, "per_week": 5})
    assert api.get("/api/progress").json()["plan"] == []
    assert api.put("/api/goal", json={"per_week": 9}).status_code == 422


def test_stories_are_saved_written_told_and_forgotten(api: httpx.Client, held: str) -> None:
    text = {"title": "Teaching", "text": "I taught three juniors to review code.", "happened": "2019-05-01"}
    written = api.post("/api/stories", json=text).json()["id"]
    before = api.get("/api/stories").json()["holes"]
    assert api.post(f"/api/sessions/{held}/story").status_code == 201
    bank = api.get("/api/stories").json()
    by_id = {story["id"]: story for story in bank["stories"]}
    assert by_id[held]["text"].startswith("In March") and by_id[held]["told"] == 1
    assert by_id[written]["stale"]
    assert len(bank["signals"]) == 9 and set(bank["holes"]) < set(before)
    api.post(f"/api/stories/{written}/told", json={"id": held})
    api.put(f"/api/stories/{written}", json={**text, "title": "Teaching, again"})
    again = {story["id"]: story for story in api.get("/api/stories").json()["stories"]}
    assert again[written]["title"] == "Teaching, again" and again[written]["told"] == 1
    for blank in (" ", "\n", "\x1b[0m"):
        refused = api.put(f"/api/stories/{written}", json={**text, "text": blank})
        assert refused.status_code == 422 and "has words" in refused.json()["error"]
    incident = api.post("/api/stories", json={"title": "The checkout", "text": "\n\n".join(LINES)}).json()["id"]
    fits = api.get("/api/questions/failure_incident/stories").json()
    order = [story["id"] for story in fits]
    assert set(order[:2]) == {incident, held} and order[2:] == [written]
    assert api.get("/api/questions/news_feed/stories").status_code == 404
    assert api.delete(f"/api/stories/{written}").status_code == 204
    assert api.delete(f"/api/stories/{written}").status_code == 404


def test_everything_is_erased(tmp_path: Path) -> None:
    with serving(tmp_path) as server, httpx.Client(base_url=server.address, timeout=60) as api:
        api.post("/api/stories", json={"title": "One", "text": "I did it."})
        api.put("/api/goal", json={"interview": "2999-01-01", "per_week": 5})
        api.post("/api/transcripts", files={"file": ("a.txt", "Interviewer: Why?\nAnna: Because I decided so.\n")})
        assert api.post("/api/erase", json={"confirm": "delete everything"}).status_code == 204
        assert api.get("/api/sessions").json() == []
        assert api.get("/api/stories").json()["stories"] == []
        assert api.get("/api/progress").json()["goal"]["interview"] is None


def test_a_story_of_any_length_never_takes_the_bank_down(tmp_path: Path) -> None:
    with serving(tmp_path) as server, httpx.Client(base_url=server.address, timeout=120) as api:
        talk = "Interviewer: Tell me about a failure.\nAnna: " + "I decided to wait, and it cost us a day. " * 900
        session = api.post("/api/transcripts", files={"file": ("a.txt", talk)}, data={"candidate": "Anna"}).json()["id"]
        assert api.post(f"/api/sessions/{session}/story").status_code == 201
        (story,) = api.get("/api/stories").json()["stories"]
        assert len(story["text"]) == 20_000


def test_a_story_of_blanks_from_before_such_were_refused_is_listed_and_can_be_deleted(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sparring.db") as store:
        storing.keep(store, Story("old", "Nothing", " ", None, ""))
    with serving(tmp_path) as server, httpx.Client(base_url=server.address, timeout=30) as api:
        [story] = api.get("/api/stories").json()["stories"]
        assert story["parsed"] == {"parts": [], "ratings": {}}
        assert api.get("/api/questions/failure_incident/stories").status_code == 200
        assert api.delete("/api/stories/old").status_code == 204
