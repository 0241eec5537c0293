"""Everything that is kept: take it along, or forget it."""

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from sparring.server.office import Desk, Office
from sparring.server.seconding import MEASURING
from sparring.server.views import Erase
from sparring.session import practising, storing
from sparring.session.forgetting import forget
from sparring.store.store import NOTE, OPINION, STANDING

router = APIRouter(prefix="/api", tags=["data"])
ZIP: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}, "description": "A ZIP."}
}


@router.get("/export", response_class=Response, responses=ZIP)
async def export(office: Desk) -> Response:
    """A ZIP of every session (events, debrief, second opinion, note), every story and what was measured, as JSON."""
    data = await to_thread.run_sync(_archive, office)
    name = f"interview-sparring-{datetime.now(UTC):%Y-%m-%d}.zip"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/zip", headers=headers)


@router.post("/erase", status_code=204)
async def erase(wish: Erase, office: Desk) -> None:
    """Forget every session with its debrief, its note and its code, every story, the goal, and what was measured."""
    for row in await to_thread.run_sync(office.store.sessions):
        office.lobby.forget(row.id)
        await office.seconding.stop(row.id)
        await to_thread.run_sync(forget, office.store, row.id)
    await office.seconding.stop(MEASURING)
    await to_thread.run_sync(_erase_documents, office)


def _erase_documents(office: Office) -> None:
    for kind in (storing.KIND, STANDING):
        for key in office.store.documents(kind):
            office.store.drop(kind, key)
    office.store.drop(*practising.GOAL)


def _archive(office: Office) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in office.store.sessions():
            archive.writestr(
                f"sessions/{row.id}.json", json.dumps(_session(office, row.id), ensure_ascii=False, indent=1)
            )
        for key, story in office.store.documents(storing.KIND).items():
            archive.writestr(f"stories/{key}.json", json.dumps(dict(story), ensure_ascii=False, indent=1))
        measured = [dict(found) for found in office.store.documents(STANDING).values()]
        archive.writestr("language_models.json", json.dumps(measured, ensure_ascii=False, indent=1))
        archive.writestr("goal.json", json.dumps(office.store.kept(*practising.GOAL) or {}))
    return file.getvalue()


def _session(office: Office, session: str) -> dict[str, Any]:
    row = office.store.session(session)
    debrief = office.store.debrief(row.id)
    return {
        "id": row.id,
        "started_at": row.started_at.isoformat(),
        "config": dict(row.config),
        "parent": row.parent,
        "forked_at": row.forked_at,
        "events": [
            {"seq": event.seq, "at": event.at, "kind": event.kind, "payload": dict(event.payload)}
            for event in office.store.events(row.id)
        ],
        "debrief": json.loads(debrief) if debrief else None,
        "second_opinion": office.store.kept(OPINION, row.id),
        "note": (office.store.kept(NOTE, row.id) or {}).get("text", ""),
    }
