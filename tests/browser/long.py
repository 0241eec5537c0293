"""A session of ten thousand events."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from sparring.domain.event import Event, Json
from sparring.store import Store
from sparring.store.tables import events
from sparring.store.value import encode

LONG = 10_000


def long_session(home: Path) -> None:
    """Put a coding session of `LONG` events, half of them code, into the store of a data folder."""
    config: dict[str, Json] = {
        "round": "coding",
        "question": "kv_tx",
        "minutes": 45,
        "level": "senior",
        "interviewer": "warm",
    }
    with Store.open(home / "sparring.db") as store:
        store.create("co-long", datetime.now(UTC), config)
        store.append("co-long", Event(0, 0.0, "opened", config))
        rows = [_row(seq) for seq in range(1, LONG - 1)]
        with store._database.write() as connection:
            connection.execute(insert(events), rows)
        store.append("co-long", Event(LONG - 1, LONG * 0.27, "ended", {"reason": "completed"}))


def _row(seq: int) -> dict[str, object]:
    kind = ("interviewer", "code", "candidate", "code")[seq % 4]
    payload: dict[str, Json] = {"text": f"{kind} {seq}"}
    if kind == "interviewer":
        payload["move"] = {"kind": "probe"}
    if kind == "code":
        payload["language"] = "python"
    return {"session": "co-long", "seq": seq, "at": seq * 0.27, "kind": kind, "payload": encode(payload, kind)}
