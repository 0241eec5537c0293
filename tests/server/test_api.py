"""What the pages read and write over HTTP."""

import io
import json
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.serving import serving

TALK = (
    "Interviewer: Tell me about a failure.\nAnna: I deleted the wrong index in May, and search was down for an hour.\n"
)


def test_questions_are_told_without_what_they_are_after(api: httpx.Client) -> None:
    found = api.get("/api/questions").json()
    assert len(found) > 90
    assert set(found[0]) == {"id", "round", "title", "statement", "family", "topics", "met", "times"}
    coding = [question for question in found if question["round"] == "coding"]
    assert all(question["topics"] == [] for question in coding)


def test_what_can_be_chosen(api: httpx.Client) -> None:
    choices = api.get("/api/choices").json()
    assert [each["id"] for each in choices["rounds"]] == ["coding", "system_design", "behavioral"]
    assert len(choices["interviewers"]) == 8


@pytest.mark.parametrize(
    ("setup", "says"),
    [
        ({"round": "behavioral", "question": "no_such"}, "no_such"),
        ({"round": "coding", "question": "news_feed"}, "system design"),
        ({"round": "behavioral", "minutes": 1}, "minutes"),
        ({"round": "dance"}, "round"),
        ({"round": "behavioral", "extra": 1}, "extra"),
    ],
)
def test_a_wrong_setup_is_answered_with_a_sentence(api: httpx.Client, setup: dict[str, object], says: str) -> None:
    answer = api.post("/api/sessions", json=setup)
    assert answer.status_code in (404, 422)
    assert says in answer.json()["error"]


def test_an_unknown_session_is_not_found(api: httpx.Client) -> None:
    for path in ("", "/events", "/debrief", "/debrief.md"):
        assert api.get(f"/api/sessions/nobody{path}").status_code == 404


def test_the_sample_needs_nothing(api: httpx.Client) -> None:
    made = api.get("/api/sample").json()
    assert made["session"] is None
    assert made["page"]["rated"] and made["page"]["moments"]


def test_a_transcript_is_looked_at_then_kept(api: httpx.Client) -> None:
    file = {"file": ("mock.txt", TALK)}
    heard = api.post("/api/transcripts/look", files=file, data={"candidate": "Anna"}).json()
    assert heard["speakers"] == ["Interviewer", "Anna"]
    assert heard["round"] == "behavioral"
    before = len(api.get("/api/sessions").json())
    begun = api.post("/api/transcripts", files=file, data={"candidate": "Anna", "title": "A failure", "level": "staff"})
    made = api.get(f"/api/sessions/{begun.json()['id']}/debrief").json()
    assert len(api.get("/api/sessions").json()) == before + 1
    assert made["session"]["imported"] and made["session"]["title"] == "A failure"
    assert made["page"]["about"].endswith("staff")
    assert "wrong index" in json.dumps(made["page"]["lines"])


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"just some words without anybody who speaks"])
def test_what_is_no_transcript_is_refused_with_the_remedy(api: httpx.Client, data: bytes) -> None:
    answer = api.post("/api/transcripts/look", files={"file": ("x.txt", data)})
    assert answer.status_code == 422
    assert len(answer.json()["error"]) > 20


def test_a_note_is_kept_exported_and_forgotten_with_its_session(api: httpx.Client) -> None:
    session = api.post("/api/transcripts", files={"file": ("a.txt", TALK)}).json()["id"]
    text = "Say <b>what</b> I decided & when. 日本"
    assert api.put(f"/api/sessions/{session}/note", json={"text": text}).status_code == 204
    assert api.get(f"/api/sessions/{session}/debrief").json()["note"] == text
    with zipfile.ZipFile(io.BytesIO(api.get("/api/export").content)) as archive:
        kept = json.loads(archive.read(f"sessions/{session}.json"))
    assert kept["note"] == text and kept["events"][0]["kind"] == "opened"
    assert api.delete(f"/api/sessions/{session}").status_code == 204
    assert api.get(f"/api/sessions/{session}").status_code == 404


def test_deleting_wants_the_whole_id(tmp_path: Path) -> None:
    with serving(tmp_path) as served, httpx.Client(base_url=served.address, timeout=30) as api:
        session = api.post("/api/transcripts", files={"file": ("a.txt", TALK)}).json()["id"]
        assert api.delete(f"/api/sessions/{session[:-1]}").status_code == 404
        assert api.get(f"/api/sessions/{session}").status_code == 200


def test_deleting_everything_wants_the_words(api: httpx.Client) -> None:
    api.post("/api/transcripts", files={"file": ("a.txt", TALK)})
    assert api.post("/api/erase", json={"confirm": "yes"}).status_code == 422
    assert api.get("/api/sessions").json()


def test_a_debrief_comes_in_every_form(api: httpx.Client) -> None:
    session = api.post("/api/transcripts", files={"file": ("a.txt", TALK)}).json()["id"]
    for form, kind in (("md", "text/markdown"), ("html", "text/html"), ("json", "application/json")):
        answer = api.get(f"/api/sessions/{session}/debrief.{form}")
        assert answer.headers["content-type"].startswith(kind)
        assert "attachment" in answer.headers["content-disposition"]


def test_guides_and_installation(api: httpx.Client) -> None:
    for guide in api.get("/api/guides").json():
        assert api.get(f"/api/guides/{guide['id']}").json()["body"]
    assert api.get("/api/guides/none").status_code == 404
    assert {check["name"] for check in api.get("/api/about").json()["checks"]} >= {"Signal model", "Running code"}


def test_a_pad_is_worked_out_line_by_line(api: httpx.Client) -> None:
    lines = api.post("/api/estimate", json={"text": "dau = 20M users\ndau * 12 requests/day\n# note\n1/0"}).json()
    assert [line["value"] for line in lines] == ["20M", "2.78k /s", "", ""]
    assert lines[3]["problem"]
