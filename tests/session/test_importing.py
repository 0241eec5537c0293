"""A round held elsewhere, kept as a session."""

from datetime import UTC, datetime
from pathlib import Path

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.domain.transcript import Snapshot, Speaker, TestRun, Transcript, Turn
from sparring.session.debriefing import stored_transcript
from sparring.session.importing import keep
from sparring.store import Store


def test_code_and_tests_come_back_as_they_were_brought(tmp_path: Path) -> None:
    said = (Turn(0, 0.0, Speaker.INTERVIEWER, "Write a cache."), Turn(1, 60.0, Speaker.CANDIDATE, "Done, I think."))
    code, tests = (Snapshot(50.0, "python", "class Cache: ..."),), TestRun(9, 10, ("an empty key",))
    brought = Transcript("x", Round.CODING, "own", "Cache", said, code=code, tests=tests)
    with Store.open(tmp_path / "sparring.db") as store:
        keep(store, brought, "co-1", datetime(2026, 1, 1, tzinfo=UTC))
        kept = stored_transcript(store, Bank(), "co-1")
    assert (kept.tests, kept.code) == (tests, code)
