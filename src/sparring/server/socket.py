"""What every WebSocket does alike: it tells the browser what went wrong before it closes."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel

from sparring.bank.errors import Unknown
from sparring.server import messages as m
from sparring.server.errors import ServerError
from sparring.store import StoreError
from sparring.voice import VoiceError

_log = logging.getLogger(__name__)


@asynccontextmanager
async def accepted(socket: WebSocket, *, broken: str) -> AsyncIterator[None]:
    """Open to the browser until the block is left; `broken` is said where that is our fault."""
    await socket.accept()
    with suppress(WebSocketDisconnect):
        try:
            yield
        except (ServerError, StoreError, VoiceError, Unknown) as error:
            await send(socket, m.Trouble(message=str(error), gone=True))
        except WebSocketDisconnect:
            raise
        except Exception:
            _log.exception("%s failed", socket.url.path)
            await send(socket, m.Trouble(message=broken, gone=True))
        with suppress(RuntimeError):
            # The browser may have closed it meanwhile.
            await socket.close()


async def send(socket: WebSocket, message: BaseModel) -> None:
    """A message to the browser. Raises WebSocketDisconnect where it has gone."""
    try:
        await socket.send_json(m.as_message(message))
    except RuntimeError:
        # Starlette says that it has gone only to whoever receives.
        raise WebSocketDisconnect(1006) from None
