"""Who is kept out."""

import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from starlette.datastructures import Headers
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from sparring.server.errors import NotServable
from sparring.server.guard import Guard
from sparring.server.settings import Settings
from tests.serving import Served, serving

PASSWORD = "correct horse battery"


def test_a_foreign_name_for_this_machine_is_refused(api: httpx.Client) -> None:
    answer = api.get("/api/sessions", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "evil.example" in answer.json()["error"]


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "http://[::1"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_writes_nothing(api: httpx.Client, headers: dict[str, str]) -> None:
    before = len(api.get("/api/sessions").json())
    answer = api.post("/api/sessions", json={"round": "behavioral"}, headers=headers)
    assert answer.status_code == 403
    assert len(api.get("/api/sessions").json()) == before


def test_another_site_opens_no_room(api: httpx.Client, served: Served) -> None:
    session = api.post("/api/sessions", json={"round": "behavioral"}).json()["id"]
    with pytest.raises(InvalidStatus):
        connect(f"{served.rooms}/api/sessions/{session}/room", origin="http://evil.example")  # type: ignore[arg-type]


def test_every_answer_forbids_foreign_content(api: httpx.Client) -> None:
    for path in ("/", "/api/sessions", "/api/nothing", "/assets/nothing.js"):
        policy = api.get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "script-src 'self'" in policy and "unsafe-eval" not in policy


@pytest.mark.parametrize(
    "path",
    [
        "/../../pyproject.toml",
        "/%2e%2e/%2e%2e/pyproject.toml",
        "/assets/../../app.py",
        "/assets/",
        "/a%00.js",
        f"/{'a' * 5000}.js",
    ],
)
def test_no_file_beside_the_app_is_served(api: httpx.Client, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code in (400, 404)


def test_an_oversized_upload_is_refused(api: httpx.Client) -> None:
    answer = api.post("/api/transcripts/look", files={"file": ("a.txt", b"x" * (26 * 1024 * 1024))})
    assert answer.status_code == 413


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org"])
def test_leaving_this_machine_needs_a_password(host: str) -> None:
    with pytest.raises(NotServable, match="SPARRING_PASSWORD"):
        Settings("x", host)
    assert not Settings("x", host, password=PASSWORD).loopback


def test_a_short_password_keeps_nobody_out() -> None:
    with pytest.raises(NotServable, match="too short"):
        Settings("x", password="hunter2")


def test_a_password_is_asked_of_everybody(tmp_path: Path) -> None:
    with serving(tmp_path, SPARRING_PASSWORD=PASSWORD) as server, httpx.Client(base_url=server.address) as api:
        assert api.get("/api/sessions").status_code == 401
        assert api.get("/sessions").headers["location"] == "/login"
        with connect(f"{server.rooms}/api/sessions/x/room") as room:
            trouble = json.loads(room.recv(timeout=10))
        assert trouble["gone"] and "Sign in" in trouble["message"]
        assert api.post("/login", data={"password": "something else"}).status_code == 403
        assert api.post("/login", data={"password": PASSWORD}).status_code == 303
        assert api.get("/api/sessions").json() == []
        token = api.cookies["sparring"]
    # Other programs on this host have cookies too, and browsers send them along.
    for foreign in ("user=Jane Doe", 'theme={"a": 1}', "a@b=1"):
        assert _signed_in(f"{foreign}; sparring={token}", token)


def _signed_in(cookies: str, token: str) -> bool:
    guard = Guard(lambda *_: None, Settings("x", password=PASSWORD))  # type: ignore[arg-type,return-value]
    guard.token = token
    return not guard._asks_for_password({"path": "/api/sessions"}, Headers({"cookie": cookies}))


def test_guesses_wait_for_one_another_and_the_owner_does_not_wait_for_a_crowd(tmp_path: Path) -> None:
    """Sent at once they cost as much as sent in turn, and only so many wait."""
    with (
        serving(tmp_path, SPARRING_PASSWORD=PASSWORD) as server,
        httpx.Client(base_url=server.address, timeout=30) as api,
        ThreadPoolExecutor(12) as crowd,
    ):
        guesses = ["wrong"] * 3 + [PASSWORD] + ["wrong"] * 8
        began = time.monotonic()
        came = list(crowd.map(lambda given: _guess(api, given, began), guesses))
    statuses = Counter(status for status, _ in came)
    assert statuses[429] >= 6
    right = [took for status, took in came if status == 303]
    wrong = sorted(took for status, took in came if status == 403)
    # Each wrong one cost its second before the next was looked at.
    assert all(later - sooner > 0.8 for sooner, later in pairwise(wrong))
    assert len(right) <= 1


def _guess(api: httpx.Client, given: str, began: float) -> tuple[int, float]:
    status = api.post("/login", data={"password": given}).status_code
    return status, time.monotonic() - began


def test_a_taken_port_is_said_before_anything_else(served: Served, tmp_path: Path) -> None:
    port = served.address.rsplit(":", 1)[1]
    with pytest.raises(AssertionError, match="--port"), serving(tmp_path, "--port", port):
        pass
