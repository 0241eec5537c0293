"""What every route works with: the bank, the store, the rooms, and debriefs that were made before."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Annotated

from anyio import to_thread
from fastapi import Depends
from starlette.requests import HTTPConnection

from sparring.assessment import render
from sparring.assessment.render.page import Page, page_of
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.transcript import Transcript
from sparring.server.lobby import Lobby
from sparring.server.settings import Settings
from sparring.session.debriefing import debriefed, stored_transcript
from sparring.store import Store

KEPT = 30


@dataclass(slots=True)
class Office:
    """One for each server."""

    settings: Settings
    bank: Bank
    store: Store
    lobby: Lobby
    _made: OrderedDict[tuple[str, int], tuple[Debrief, Transcript]] = field(default_factory=OrderedDict)

    async def debrief(self, session: str) -> tuple[Debrief, Transcript]:
        """The debrief of a stored session, made once for each state of its log. Raises UnknownSession."""
        row = await to_thread.run_sync(self.store.session, session)
        key = (row.id, row.events)
        if key not in self._made:
            self._made[key] = await to_thread.run_sync(self._debrief, row.id)
            if row.ended:
                await to_thread.run_sync(self.store.attach_debrief, row.id, render.json_line(self._made[key][0]))
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return self._made[key]

    def page(self, debrief: Debrief, transcript: Transcript) -> Page:
        """The debrief as every form says it."""
        return page_of(debrief, transcript, self.bank.rubric())

    def _debrief(self, session: str) -> tuple[Debrief, Transcript]:
        transcript = stored_transcript(self.store, self.bank, session)
        return debriefed(self.bank, transcript), transcript


def office_of(connection: HTTPConnection) -> Office:
    """The office of the server that was asked."""
    office = connection.app.state.office
    assert isinstance(office, Office)
    return office


Desk = Annotated[Office, Depends(office_of)]
"""A route's way to the office."""
