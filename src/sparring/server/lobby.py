"""Every room that is in use, one for each session."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from anyio import to_thread

from sparring.bank import Bank
from sparring.bank.errors import Unknown
from sparring.domain.round import Seconds
from sparring.server.errors import RoomClosed
from sparring.server.live import LiveRoom
from sparring.session import starting
from sparring.session.conductor import Conductor
from sparring.session.config import RoundConfig
from sparring.session.ear import ModelEar
from sparring.session.errors import NotResumable
from sparring.store import Store


class Lobby:
    """Opens rooms when somebody comes, and lets go of them when everybody has left."""

    def __init__(self, bank: Bank, store: Store, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """No room is open yet. `now` dates new sessions."""
        self._bank, self._store, self._now = bank, store, now
        self._rooms: dict[str, LiveRoom] = {}
        self._visitors: Counter[LiveRoom] = Counter()
        self._opening = asyncio.Lock()

    def read_from(self, bank: Bank) -> None:
        """Open rooms from another bank from now on; open ones go on with theirs."""
        self._bank = bank

    async def begin(self, config: RoundConfig) -> str:
        """A new session; its id."""
        async with self._opening:
            begun = await to_thread.run_sync(starting.begin, self._store, self._bank, config, self._now(), ModelEar())
            self._rooms[begun.id] = self._room(begun)
            return begun.id

    async def retake(self, session: str, at: Seconds) -> str:
        """A fork of a session from a moment on; its id. Raises NotRetakable, UnknownSession."""
        async with self._opening:
            forked = await to_thread.run_sync(
                starting.take_again, self._store, self._bank, session, at, self._now(), ModelEar()
            )
            self._rooms[forked.id] = self._room(forked)
            return forked.id

    async def room(self, session: str) -> LiveRoom:
        """The session's room, opened from its log where it is not open; whoever asks says when they have `left`.

        Raises RoomClosed, UnknownSession.
        """
        async with self._opening:
            if session not in self._rooms:
                try:
                    resumed = await to_thread.run_sync(Conductor.resume, self._store, self._bank, session, ModelEar())
                except NotResumable:
                    raise RoomClosed("This round is over. Its debrief is one click away.") from None
                except Unknown:
                    raise RoomClosed(
                        "This round is over: its question has been deleted. Its debrief is one click away."
                    ) from None
                self._rooms[session] = self._room(resumed)
            self._visitors[self._rooms[session]] += 1
            return self._rooms[session]

    def _room(self, conductor: Conductor) -> LiveRoom:
        signals = self._bank.rubric().signals[conductor.config.round]
        return LiveRoom(conductor, {signal.id: signal.title for signal in signals}, self._empty)

    def left(self, room: LiveRoom) -> None:
        """Somebody has left; a room that nobody is in is opened again from its log when it is wanted."""
        self._visitors[room] -= 1
        self._empty(room)

    def _empty(self, room: LiveRoom) -> None:
        """Let go of a room that nobody is in, or on the way to, and in which nothing is being worked on."""
        if self._visitors[room] <= 0 and room.empty:
            del self._visitors[room]
            self.stale(room)

    def stale(self, room: LiveRoom) -> None:
        """The log has gone on without this room: whoever comes next reads it anew. Another room of it is left alone."""
        if self._rooms.get(room.conductor.id) is room:
            del self._rooms[room.conductor.id]
        room.close()

    def forget(self, session: str) -> None:
        """The log is gone."""
        if room := self._rooms.get(session):
            self.stale(room)

    def is_open(self, session: str) -> bool:
        """Somebody is in the session's room."""
        return session in self._rooms and not self._rooms[session].empty

    async def close(self) -> None:
        """The server ends."""
        for room in list(self._rooms.values()):
            for queue in list(room.listeners):
                await room.leave(queue)
            room.close()
        self._rooms.clear()
