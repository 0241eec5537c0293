"""Questions and topics of the user's own, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.serving import serving


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def api(home: Path) -> Iterator[httpx.Client]:
    with serving(home) as server, httpx.Client(base_url=server.address, timeout=60) as client:
        yield client


@pytest.mark.parametrize(
    ("kind", "model"), [("behavioral", "failure_incident"), ("system_design", "news_feed"), ("topic", "cache")]
)
def test_a_shipped_one_under_another_name_is_right(api: httpx.Client, kind: str, model: str) -> None:
    text = api.get(f"/api/own/{kind}/models/{model}").json()["text"]
    assert api.post(f"/api/own/{kind}/files/mine_{model}/check", json={"text": text}).json() == []


def test_a_question_is_written_practised_changed_and_forgotten(api: httpx.Client, home: Path) -> None:
    text = api.get("/api/own/behavioral/models/failure_incident").json()["text"]
    mine = text.replace(text[text.index("title = ") : text.index("\n", text.index("title = "))], 'title = "Mine"')
    assert api.put("/api/own/behavioral/files/mine", json={"text": mine}).status_code == 204
    assert {"kind": "behavioral", "id": "mine"} in api.get("/api/own").json()
    assert api.get("/api/own/behavioral/files/mine").json()["text"] == mine
    titles = {question["id"]: question["title"] for question in api.get("/api/questions").json()}
    assert titles["mine"] == "Mine"
    assert api.post("/api/sessions", json={"round": "behavioral", "question": "mine"}).status_code == 201
    assert (home / "content/questions/behavioral/mine.toml").read_text(encoding="utf-8") == mine
    assert api.delete("/api/own/behavioral/files/mine").status_code == 204
    assert "mine" not in {question["id"] for question in api.get("/api/questions").json()}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("mine", "not toml at all", "TOML"),
        ("mine", 'title = "Only a title"', "uuid"),
        ("failure_incident", "", "shipped already"),
        ("Not-A-Name", "", "lower-case"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(api: httpx.Client, name: str, text: str, says: str) -> None:
    problems = api.post(f"/api/own/behavioral/files/{name}/check", json={"text": text}).json()
    assert any(says in problem["says"] for problem in problems), problems
    before = api.get("/api/own").json()
    assert api.put(f"/api/own/behavioral/files/{name}", json={"text": text}).status_code == 422
    assert api.get("/api/own").json() == before


@pytest.mark.parametrize("name", ["..%2f..%2fescape", "%2e%2e", "a%00b"])
def test_no_name_leads_out_of_the_folder(api: httpx.Client, name: str) -> None:
    assert api.put(f"/api/own/topic/files/{name}", json={"text": "x = 1"}).status_code in (404, 405, 422)
    assert api.get(f"/api/own/topic/files/{name}").status_code in (404, 422)
    assert api.get(f"/api/own/topic/models/{name}").status_code in (404, 422)


def test_a_draft_is_made_of_a_few_particulars(api: httpx.Client) -> None:
    signals = api.get("/api/own/behavioral/signals").json()
    assert {"id": "influence", "title": "Influence"} in signals
    wish = {"title": "Nobody wanted it", "statement": "Tell me about a thing nobody wanted.", "target": "influence"}
    made = api.post("/api/own/behavioral/drafts", json=wish)
    assert made.status_code == 200
    assert api.post("/api/own/behavioral/files/nobody_wanted_it/check", json=made.json()).json() == []
    refused = api.post("/api/own/behavioral/drafts", json={**wish, "target": "estimation"})
    assert 400 <= refused.status_code < 500 and "no signal of a behavioral round" in refused.text
