"""The room's WebSocket."""

import asyncio
from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import BaseModel, TypeAdapter, ValidationError

from sparring.server import messages as m
from sparring.server.errors import Garbled, ServerError
from sparring.server.live import GONE_ON, LiveRoom
from sparring.server.office import Office, office_of
from sparring.server.socket import accepted, send
from sparring.session.errors import SessionError
from sparring.store import OutOfOrder, StoreError

router = APIRouter()
BROKEN = "Something broke on our side; what you said is kept. Load the page again."
FROM_BROWSER: TypeAdapter[m.FromBrowser] = TypeAdapter(m.FromBrowser)


@router.websocket("/api/sessions/{session}/room")
async def room(socket: WebSocket, session: str) -> None:
    """Join a session's room; see `messages` for what is said there."""
    office = office_of(socket)
    async with accepted(socket, broken=BROKEN):
        first = await _hello(socket)
        await _attend(office, socket, session, first.after if isinstance(first, m.Hello) else -1)


async def _hello(socket: WebSocket) -> BaseModel:
    """The first message. Raises Garbled."""
    try:
        return FROM_BROWSER.validate_python(await _received(socket))
    except ValidationError:
        raise Garbled("That message makes no sense here. Load the page again.") from None


async def _received(socket: WebSocket) -> object:
    """What the browser sent, as JSON. Raises Garbled."""
    try:
        return await socket.receive_json()
    except (ValueError, KeyError):
        raise Garbled("That was no JSON. Load the page again.") from None


async def _attend(office: Office, socket: WebSocket, session: str, after: int) -> None:
    """Pass on what happens, and what the candidate does, until the browser leaves."""
    place = await office.lobby.room(session)
    try:
        try:
            queue = await place.join(after)
        except OutOfOrder:
            # The log went on without this room: the next visit reads it anew.
            office.lobby.stale(place)
            raise WebSocketDisconnect(1012) from None
        sender = asyncio.create_task(_pass_on(socket, queue))
        try:
            while True:
                await _take(office, place, socket)
        finally:
            sender.cancel()
            await place.leave(queue)
    finally:
        office.lobby.left(place)


async def _take(office: Office, place: LiveRoom, socket: WebSocket) -> None:
    """One message of the browser; what cannot be done is said, and the room stays."""
    data = await _received(socket)
    try:
        message = FROM_BROWSER.validate_python(data)
    except ValidationError as error:
        await send(socket, m.Trouble(message=_sentence(error)))
        return
    try:
        await place.take(message)
        if place.conductor.ended:
            office.debrief_soon(place.conductor.id)
    except OutOfOrder:
        office.lobby.stale(place)
        await send(socket, m.Trouble(message=GONE_ON))
        raise WebSocketDisconnect(1012) from None
    except (ServerError, SessionError, StoreError) as error:
        await send(socket, m.Trouble(message=str(error)))


async def _pass_on(socket: WebSocket, queue: asyncio.Queue[BaseModel]) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await send(socket, await queue.get())


def _sentence(error: ValidationError) -> str:
    """What was wrong with a message, without repeating it."""
    first = error.errors()[0]
    if first["type"] == "string_too_long":
        return f"That is too long: at most {first.get('ctx', {}).get('max_length')} characters are kept. Shorten it."
    return "That could not be understood. Load the page again; nothing is lost."
