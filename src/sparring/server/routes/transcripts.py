"""Rounds that were held elsewhere: look at a file, then keep it as a session with a debrief."""

from datetime import UTC, datetime
from typing import Annotated

from anyio import move_on_after, to_process, to_thread
from fastapi import APIRouter, File, Form, UploadFile

from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Transcript
from sparring.server.office import Desk, Office
from sparring.server.reading import names_in, read_upload
from sparring.server.views import Begun, Heard
from sparring.session.importing import keep, plain_notes
from sparring.session.starting import named
from sparring.transcripts import TranscriptError

router = APIRouter(prefix="/api", tags=["transcripts"])
SECONDS = 20
SHOWN = 6
Upload = Annotated[UploadFile, File(description="VTT, SRT, text, Markdown or JSON, as UTF-8 or what exports write.")]
Short = Annotated[str, Form(max_length=200)]


@router.post("/transcripts/look")
async def look(
    file: Upload, round: Annotated[Round | None, Form()] = None, title: Short = "", candidate: Short = ""
) -> Heard:
    """How a file is understood; nothing is kept."""
    data = await file.read()
    transcript = await _read(data, file.filename or "", round, title, candidate, Altitude.SENIOR)
    candidate_words = sum(len(turn.text.split()) for turn in transcript.candidate_turns)
    return Heard(
        round=transcript.round,
        title=transcript.title,
        turns=len(transcript.turns),
        candidate_words=candidate_words,
        first=[(turn.speaker.value, turn.text[:300]) for turn in transcript.turns[:SHOWN]],
        speakers=await to_thread.run_sync(names_in, data, file.filename or ""),
        notes=list(plain_notes(transcript.notes)),
    )


@router.post("/transcripts", status_code=201)
async def bring_in(
    office: Desk,
    file: Upload,
    round: Annotated[Round | None, Form()] = None,
    title: Short = "",
    candidate: Short = "",
    level: Annotated[Altitude, Form()] = Altitude.SENIOR,
) -> Begun:
    """Keep a file as a session; its debrief is the next thing to ask for."""
    transcript = await _read(await file.read(), file.filename or "", round, title, candidate, level)
    return Begun(id=await to_thread.run_sync(_keep, office, transcript))


async def _read(
    data: bytes, name: str, round_: Round | None, title: str, candidate: str, level: Altitude
) -> Transcript:
    """Read in a process of its own, which is ended where it takes too long. Raises TranscriptError."""
    with move_on_after(SECONDS):
        found = await to_process.run_sync(
            read_upload, data, name, round_, title or None, candidate or None, level, cancellable=True
        )
        if isinstance(found, str):
            raise TranscriptError(found, "")
        return found
    raise TranscriptError(f"Reading it took over {SECONDS} seconds.", "Give one round a file, as text.")


def _keep(office: Office, transcript: Transcript) -> str:
    started = datetime.now(UTC)

    def kept(session: str) -> str:
        keep(office.store, transcript, session, started)
        return session

    return named(office.store, transcript.round, started, kept)
