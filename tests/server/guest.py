"""A browser without a screen: says and hears what the room's WebSocket says."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect

Message = dict[str, Any]


class Guest:
    """One connection to one room."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.heard: list[Message] = []

    def send(self, type_: str, **fields: object) -> None:
        self._socket.send(json.dumps({"type": type_, **fields}))

    def hear(self, type_: str, within: float = 30.0, **like: object) -> Message:
        """The next message of this type with these values; everything before it is kept in `heard`."""
        until = time.monotonic() + within
        while True:
            message: Message = json.loads(self._socket.recv(timeout=max(0.0, until - time.monotonic())))
            self.heard.append(message)
            if message["type"] == type_ and all(message.get(key) == value for key, value in like.items()):
                return message

    def say(self, text: str, id_: str = "") -> str:
        """A turn, and what the interviewer says to it."""
        self.send("say", id=id_ or f"turn-{len(self.heard)}", text=text)
        self.hear("event", kind="candidate")
        return str(self.hear("event", kind="interviewer")["text"])

    def events(self) -> list[Message]:
        return [message for message in self.heard if message["type"] == "event"]


@contextmanager
def guest(address: str, session: str, after: int = -1, **headers: str) -> Iterator[Guest]:
    """Join a room, and hear everything up to where it stands."""
    with connect(f"{address}/api/sessions/{session}/room", additional_headers=headers) as socket:
        visitor = Guest(socket)
        visitor.send("hello", after=after)
        visitor.hear("stands")
        yield visitor
