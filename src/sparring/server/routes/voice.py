"""The WebSocket that is spoken into."""

import asyncio
import json

from anyio import to_thread
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from sparring.server import messages as m
from sparring.server.dictation import Dictation
from sparring.server.errors import Garbled, RoomClosed
from sparring.server.office import Office, office_of
from sparring.server.socket import accepted, send
from sparring.session.config import RoundConfig
from sparring.session.planning import plan_for
from sparring.voice import Vocabulary, recognizer, vocabulary

router = APIRouter()

LARGEST_FRAME = 64 * 1024
"""Bytes of sound that are taken at once: two seconds."""

BROKEN = "Hearing you broke on our side; what was heard is kept. Switch the microphone off and on, or type."


@router.websocket("/api/sessions/{session}/voice")
async def voice(socket: WebSocket, session: str) -> None:
    """Speak into a session; see `messages` for what travels."""
    office = office_of(socket)
    async with accepted(socket, broken=BROKEN):
        said = await to_thread.run_sync(_vocabulary, office, session)
        loaded = await to_thread.run_sync(recognizer, limiter=office.ears)
        await _listen(socket, Dictation(loaded, said, office.ears))


def _vocabulary(office: Office, session: str) -> Vocabulary:
    """What is likely to be said there. Raises RoomClosed, UnknownSession."""
    row = office.store.session(session)
    if row.ended:
        raise RoomClosed("This round is over. Its debrief is one click away.")
    question = plan_for(office.bank, RoundConfig.of_json(row.config)).question
    return vocabulary(question.round, question.title)


async def _listen(socket: WebSocket, dictation: Dictation) -> None:
    """Until the browser leaves. Raises GarbledSound, Garbled."""
    await send(socket, m.Ready())
    both = {asyncio.create_task(each(socket, dictation)) for each in (_take_all, _pass_on)}
    done, other = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    for task in other:
        task.cancel()
    await asyncio.gather(*other, return_exceptions=True)
    for task in done:
        task.result()


async def _take_all(socket: WebSocket, dictation: Dictation) -> None:
    while True:
        await _take(socket, dictation)


async def _take(socket: WebSocket, dictation: Dictation) -> None:
    """One frame of sound, or one message."""
    came = await socket.receive()
    if came["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(came.get("code", 1006))
    frame = came.get("bytes")
    if frame is None:
        _finish(came.get("text") or "")
    elif len(frame) > LARGEST_FRAME:
        raise Garbled(f"At most {LARGEST_FRAME // 1024} kB of sound are taken at once. Load the page again.")
    async for speaking in dictation.finish() if frame is None else dictation.take(frame):
        await send(socket, speaking)


def _finish(text: str) -> m.Finish:
    """The one message there is. Raises Garbled."""
    try:
        return m.Finish.model_validate(json.loads(text))
    except (ValueError, ValidationError):
        raise Garbled("That message makes no sense here. Load the page again.") from None


async def _pass_on(socket: WebSocket, dictation: Dictation) -> None:
    async for message in dictation.words():
        await send(socket, message)
