"""A second opinion over HTTP: asked for, waited for, shown, kept, and taken back."""

import io
import json
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.llm.answering import Answering, answering
from tests.llm.second_rater import WORDS, an_expert, brought_in, citing
from tests.serving import serving

GO = threading.Event()
"""The model answers once it is set."""


def slow(request: dict[str, Any]) -> str | int:
    assert GO.wait(30)
    return citing(WORDS, 1)(request) if WORDS in str(request) else an_expert(request)


@pytest.fixture(scope="module")
def model() -> Iterator[Answering]:
    with answering(slow) as server:
        yield server


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, model: Answering) -> Iterator[httpx.Client]:
    home = tmp_path_factory.mktemp("second")
    with (
        serving(home, SPARRING_MODEL="told", SPARRING_MODEL_URL=model.url) as served,
        httpx.Client(base_url=served.address, timeout=60) as client,
    ):
        yield client


@pytest.fixture
def session(api: httpx.Client) -> str:
    GO.set()
    return brought_in(api)


def exported(api: httpx.Client, session: str) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(api.get("/api/export").content)) as archive:
        found: dict[str, Any] = json.loads(archive.read(f"sessions/{session}.json"))
    return found


CALIBRATION = "/api/second/calibration"


def of(session: str) -> str:
    return f"/api/sessions/{session}/second"


def state(api: httpx.Client, address: str) -> dict[str, Any]:
    found: dict[str, Any] = api.get(address).json()
    return found


def wait(api: httpx.Client, address: str) -> dict[str, Any]:
    until = time.monotonic() + 60
    while (found := state(api, address))["state"] == "asking":
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


def test_it_says_who_can_be_asked_and_where_they_are(api: httpx.Client) -> None:
    rater = api.get("/api/second").json()
    assert (rater["name"], rater["where"], rater["measured"]) == ("told", "this machine", "")
    assert rater["prompts"] > 60


def test_it_is_asked_waited_for_and_shown(api: httpx.Client, session: str) -> None:
    before = api.get(f"/api/sessions/{session}/debrief").json()["page"]
    GO.clear()
    begun = api.post(f"/api/sessions/{session}/second")
    assert begun.status_code == 202 and begun.json()["state"] == "asking"
    # Asking twice is asking once.
    assert api.post(f"/api/sessions/{session}/second").json()["state"] == "asking"
    GO.set()
    assert wait(api, of(session)) == {"state": "given", "done": 0, "of": 0, "says": "told/prompts-1"}
    after = api.get(f"/api/sessions/{session}/debrief").json()["page"]
    assert any(rated["opinions"].endswith("second opinion 1") for rated in after["rated"])
    assert not any(rated["opinions"] for rated in before["rated"])
    assert api.get(f"/api/sessions/{session}/debrief.json").json()["opinions"]


def test_it_goes_with_the_export_and_comes_off_again(api: httpx.Client, session: str) -> None:
    before = api.get(f"/api/sessions/{session}/debrief").json()["page"]
    api.post(f"/api/sessions/{session}/second")
    wait(api, of(session))
    kept = exported(api, session)["second_opinion"]
    assert kept["rater"] == "told/prompts-1" and kept["opinions"][0]["quotes"][0]["quote"] == WORDS
    assert api.delete(f"/api/sessions/{session}/second").status_code == 204
    assert state(api, of(session))["state"] == "none"
    assert api.get(f"/api/sessions/{session}/debrief").json()["page"] == before
    # What progress and the export read is the debrief without it, too.
    kept = exported(api, session)
    assert kept["second_opinion"] is None and kept["debrief"]["opinions"] == {}


def test_what_is_asked_can_be_stopped_and_comes_to_nothing(api: httpx.Client, session: str) -> None:
    GO.clear()
    api.post(f"/api/sessions/{session}/second")
    assert api.delete(f"/api/sessions/{session}/second").status_code == 204
    GO.set()
    time.sleep(1)
    assert state(api, of(session))["state"] == "none"
    api.post(f"/api/sessions/{session}/second")
    assert wait(api, of(session))["state"] == "given"


def test_stopping_to_ask_again_keeps_what_was_given(api: httpx.Client, session: str) -> None:
    api.post(f"/api/sessions/{session}/second")
    given = wait(api, of(session))
    GO.clear()
    api.post(f"/api/sessions/{session}/second")
    api.delete(f"/api/sessions/{session}/second")
    GO.set()
    assert state(api, of(session)) == given


def test_a_session_that_is_deleted_meanwhile_stays_deleted(api: httpx.Client, session: str) -> None:
    GO.clear()
    api.post(f"/api/sessions/{session}/second")
    assert api.delete(f"/api/sessions/{session}").status_code == 204
    GO.set()
    time.sleep(1)
    assert api.get(f"/api/sessions/{session}/second").status_code == 404


def test_a_session_nobody_knows_has_none(api: httpx.Client) -> None:
    assert api.get("/api/sessions/nobody/second").status_code == 404
    assert api.post("/api/sessions/nobody/second").status_code == 404


def test_an_open_round_is_finished_first(api: httpx.Client) -> None:
    opened = api.post("/api/sessions", json={"round": "behavioral", "question": "failure_incident"}).json()["id"]
    refused = api.post(f"/api/sessions/{opened}/second")
    assert refused.status_code == 422 and "Finish it first" in refused.json()["error"]


def test_a_model_that_refuses_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with (
        answering(lambda _: 401) as model,
        serving(tmp_path, SPARRING_MODEL="told", SPARRING_MODEL_URL=model.url) as served,
        httpx.Client(base_url=served.address, timeout=60) as api,
    ):
        made = brought_in(api)
        api.post(f"/api/sessions/{made}/second")
        failed = wait(api, of(made))
        assert failed["state"] == "failed" and "Check its key" in failed["says"]
        assert api.get(f"/api/sessions/{made}/debrief").status_code == 200


def test_without_a_model_it_says_how_to_name_one(tmp_path: Path) -> None:
    with serving(tmp_path, SPARRING_MODEL="") as served, httpx.Client(base_url=served.address, timeout=60) as api:
        assert api.get("/api/second").json() is None
        made = brought_in(api)
        refused = api.post(f"/api/sessions/{made}/second")
        assert refused.status_code == 409 and "SPARRING_MODEL" in refused.json()["error"]


def test_a_model_is_measured_on_labelled_rounds(api: httpx.Client, session: str) -> None:
    assert state(api, CALIBRATION)["state"] == "none"
    GO.clear()
    assert api.post(CALIBRATION).json()["state"] == "asking"
    assert api.post(CALIBRATION).status_code == 202
    assert api.delete(CALIBRATION).status_code == 204
    GO.set()
    time.sleep(1)
    assert state(api, CALIBRATION)["state"] == "none" and api.get("/api/second").json()["measured"] == ""
    api.post(CALIBRATION)
    found = wait(api, CALIBRATION)
    assert found["state"] == "given" and "its second opinions weigh" in found["says"]
    assert api.get("/api/second").json()["measured"] == found["says"]
    api.post(of(session))
    wait(api, of(session))
    page = api.get(f"/api/sessions/{session}/debrief").json()["page"]
    assert any("it agreed with experts at" in caveat for caveat in page["caveats"])
    with zipfile.ZipFile(io.BytesIO(api.get("/api/export").content)) as archive:
        [kept] = json.loads(archive.read("language_models.json"))
    assert kept["rater"] == "told" and kept["asked"] > 60
    GO.clear()
    api.post(CALIBRATION)
    api.post("/api/erase", json={"confirm": "delete everything"})
    GO.set()
    time.sleep(1)
    assert state(api, CALIBRATION)["state"] == "none" and api.get("/api/second").json()["measured"] == ""
