"""Debriefs: the sample, a session's, in every form; and the candidate's own note on it."""

from collections.abc import Sequence
from typing import Any

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from sparring.assessment import render
from sparring.assessment.render.page import Page
from sparring.domain.event import Event
from sparring.server.listing import session_view, takes_of
from sparring.server.office import Desk, Office
from sparring.server.views import DebriefView, NoteText, Predicted
from sparring.session import fold
from sparring.store.store import NOTE

router = APIRouter(prefix="/api", tags=["debriefs"])


def _of(kind: str) -> dict[int | str, dict[str, Any]]:
    """The description of an answer that is a file."""
    return {200: {"content": {kind: {"schema": {"type": "string"}}}, "description": "The debrief as a file."}}


@router.get("/sample")
async def sample(office: Desk) -> DebriefView:
    """The debrief of an invented round, made on the spot."""
    return DebriefView(page=await office.sample(), session=None, predicted=None, note="", takes=[])


@router.get("/sessions/{session}/debrief")
async def debrief(session: str, office: Desk) -> DebriefView:
    """A session's debrief; of an open one, how it stands so far."""
    made, transcript = await office.debrief(session)
    page = await to_thread.run_sync(office.page, made, transcript)
    return await to_thread.run_sync(_view, office, made.id, page)


@router.get("/sessions/{session}/debrief.md", response_class=Response, responses=_of("text/markdown"))
async def debrief_md(session: str, office: Desk) -> Response:
    """The debrief as Markdown."""
    made, transcript = await office.debrief(session)
    return _file(render.markdown(made, transcript, office.bank.rubric()), "text/markdown", f"debrief-{made.id}.md")


@router.get("/sessions/{session}/debrief.json", response_class=Response, responses=_of("application/json"))
async def debrief_json(session: str, office: Desk) -> Response:
    """The debrief as JSON that other programs read (docs/debrief-format.md)."""
    made, _ = await office.debrief(session)
    return _file(render.json_line(made) + "\n", "application/json", f"debrief-{made.id}.json")


@router.get("/sessions/{session}/debrief.html", response_class=Response, responses=_of("text/html"))
async def debrief_html(session: str, office: Desk) -> Response:
    """The debrief as one page that needs nothing else."""
    made, transcript = await office.debrief(session)
    return _file(render.html(made, transcript, office.bank.rubric()), "text/html", f"debrief-{made.id}.html")


@router.put("/sessions/{session}/note", status_code=204)
def write_note(session: str, note: NoteText, office: Desk) -> None:
    """The candidate's own note, in place of an older one."""
    office.store.keep(NOTE, office.store.session(session).id, {"text": note.text})


def _view(office: Office, session: str, page: Page) -> DebriefView:
    row, rows = office.store.session(session), office.store.sessions()
    note = office.store.kept(NOTE, row.id) or {}
    return DebriefView(
        page=page,
        session=session_view(office, row, rows),
        predicted=_predicted(office.store.events(row.id)),
        note=str(note.get("text", "")),
        takes=takes_of(office, row, rows),
    )


def _predicted(events: Sequence[Event]) -> Predicted | None:
    said = [fold.payload_of(event) for event in events if event.kind == fold.PREDICTED]
    if not said:
        return None
    last = said[-1]
    return Predicted(verdict=last.get("verdict"), ratings=last.get("ratings", {}), text=str(last.get("text", "")))


def _file(text: str, kind: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)
