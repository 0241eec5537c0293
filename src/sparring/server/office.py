"""What every route works with: the bank, the store, the rooms, and debriefs that were made before."""

import asyncio
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated

from anyio import CapacityLimiter, to_thread
from fastapi import Depends
from starlette.requests import HTTPConnection

from sparring.assessment import render
from sparring.assessment.render.page import Page, page_of
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.opinion import SecondOpinion
from sparring.domain.transcript import Transcript
from sparring.practice.stories import Parsed
from sparring.server.lobby import Lobby
from sparring.server.seconding import Seconding
from sparring.server.settings import Settings
from sparring.session import opinions, own, storing
from sparring.session.debriefing import debriefed, stored_transcript
from sparring.session.sample import sample_transcript
from sparring.store import Store, StoreError
from sparring.transcripts import TranscriptError

_State = tuple[str, int, SecondOpinion | None]
"""Session, events, second opinion: what a debrief follows from."""

KEPT, STORIES = 30, 200
"""Debriefs and parsed stories that are remembered."""


@dataclass(slots=True)
class Office:
    """One for each server."""

    settings: Settings
    bank: Bank
    store: Store
    lobby: Lobby
    seconding: Seconding = field(default_factory=Seconding)
    ears: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))
    """One phrase is put into words at a time, on all cores."""

    _sample: Page | None = None
    _making: asyncio.Lock = field(default_factory=asyncio.Lock)
    _coming: set[asyncio.Task[None]] = field(default_factory=set)
    _parsed: OrderedDict[str, Parsed] = field(default_factory=OrderedDict)
    _made: OrderedDict[_State, tuple[Debrief, Transcript]] = field(default_factory=OrderedDict)

    async def sample(self) -> Page:
        """The debrief of an invented round, made here once."""
        if self._sample is None:
            transcript = sample_transcript()
            debrief = await to_thread.run_sync(debriefed, self.bank, transcript)
            self._sample = self.page(debrief, transcript)
        return self._sample

    async def debrief(self, session: str) -> tuple[Debrief, Transcript]:
        """The debrief of a stored session, made once for each state of its log and of the second opinion on it.

        Raises UnknownSession.
        """
        row = await to_thread.run_sync(self.store.session, session)
        opinion = await to_thread.run_sync(opinions.kept, self.store, row.id)
        key = (row.id, row.events, opinion)
        # One at a time: whoever asks meanwhile waits for the debrief to be made and kept, and finds it.
        async with self._making:
            if key not in self._made:
                made = await to_thread.run_sync(self._debrief, row.id, opinion)
                if row.ended:
                    await to_thread.run_sync(self.store.attach_debrief, row.id, render.json_line(made[0]))
                self._made[key] = made
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[key]

    async def anew(self, session: str) -> None:
        """Make a session's debrief again and keep it, where something besides its log has changed."""
        for key in [key for key in self._made if key[0] == session]:
            self._made.pop(key, None)
        await self.debrief(session)

    def reload(self) -> None:
        """The user's own content has changed."""
        self.bank = own.open_bank()
        self.lobby.read_from(self.bank)
        self._made.clear()

    def debrief_soon(self, session: str) -> None:
        """Make a debrief that will be asked for, without anybody waiting; a failure is told to whoever asks."""
        task = asyncio.create_task(self._quietly(session))
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    async def _quietly(self, session: str) -> None:
        with suppress(StoreError):
            await self.debrief(session)

    def page(self, debrief: Debrief, transcript: Transcript) -> Page:
        """The debrief as every form says it."""
        return page_of(debrief, transcript, self.bank.rubric())

    def parsed(self, text: str) -> Parsed:
        """What a story contains, worked out once for each text."""
        if text not in self._parsed:
            self._parsed[text] = self._contains(text)
            while len(self._parsed) > STORIES:
                self._parsed.popitem(last=False)
        return self._parsed[text]

    def _contains(self, text: str) -> Parsed:
        try:
            return storing.parse(self.bank, text)
        except TranscriptError:
            # A story without words, from before such were refused, contains nothing; it can be rewritten or deleted.
            return Parsed((), {})

    def _debrief(self, session: str, opinion: SecondOpinion | None) -> tuple[Debrief, Transcript]:
        transcript = stored_transcript(self.store, self.bank, session)
        return debriefed(self.bank, transcript, opinion), transcript


def office_of(connection: HTTPConnection) -> Office:
    """The office of the server that was asked."""
    office = connection.app.state.office
    assert isinstance(office, Office)
    return office


Desk = Annotated[Office, Depends(office_of)]
"""A route's way to the office."""
