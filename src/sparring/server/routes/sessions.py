"""Sessions: begin, list, take again, replay, delete."""

import secrets
from datetime import UTC, datetime

from anyio import to_thread
from fastapi import APIRouter

from sparring.domain.round import Round
from sparring.server import messages as m
from sparring.server.errors import NothingHere
from sparring.server.listing import session_view, session_views
from sparring.server.office import Desk, Office
from sparring.server.telling import happened
from sparring.server.views import Begun, Choices, InterviewerView, Moment, RoundView, SessionView, Setup
from sparring.session import fold
from sparring.session import loop as loops
from sparring.session.config import RoundConfig
from sparring.session.forgetting import forget
from sparring.session.planning import MINUTES, configure
from sparring.session.starting import recent

router = APIRouter(prefix="/api", tags=["sessions"])


@router.get("/choices")
def choices(office: Desk) -> Choices:
    """What a round can be set up from."""
    bank = office.bank
    return Choices(
        rounds=[
            RoundView(
                id=round_,
                title=round_.label.capitalize(),
                minutes=MINUTES[round_],
                questions=len(bank.questions(round_)),
            )
            for round_ in Round
        ],
        interviewers=[
            InterviewerView(id=each.id, name=each.name, title=each.title, about=each.about)
            for each in bank.interviewers().values()
        ],
        levels=["mid", "senior", "staff"],
    )


@router.get("/sessions")
def sessions(office: Desk) -> list[SessionView]:
    """Every session, newest first."""
    return session_views(office)


@router.post("/sessions", status_code=201)
async def begin(setup: Setup, office: Desk) -> Begun:
    """A new session; join its room next."""
    return Begun(id=await office.lobby.begin(await to_thread.run_sync(_config, office, setup)))


@router.get("/sessions/{session}")
def session(session: str, office: Desk) -> SessionView:
    """One session."""
    return session_view(office, office.store.session(session), office.store.sessions())


@router.get("/sessions/{session}/events")
def events(session: str, office: Desk) -> list[m.Happened]:
    """Everything that happened, in order, as the room told it; what was misheard, as it was corrected."""
    return [happened(event) for event in fold.as_corrected(office.store.events(office.store.session(session).id))]


@router.post("/sessions/{session}/retake", status_code=201)
async def retake(session: str, moment: Moment, office: Desk) -> Begun:
    """A fork from a moment on: everything before it as it was, everything after it anew."""
    return Begun(id=await office.lobby.retake(session, moment.at))


@router.post("/sessions/{session}/next", status_code=201)
async def next_of_loop(session: str, office: Desk) -> Begun:
    """The next round of the loop that this session belongs to."""
    config = RoundConfig.of_json(office.store.session(session).config)
    following = loops.following(office.bank, office.store, config) if config.loop else None
    if following is None:
        raise NothingHere("No round of this loop is left.")
    return Begun(id=await office.lobby.begin(following))


@router.delete("/sessions/{session}", status_code=204)
async def delete(session: str, office: Desk) -> None:
    """Forget a session: its log, its debrief, its note, its code."""
    await to_thread.run_sync(office.store.session, session)
    office.lobby.forget(session)
    await office.seconding.stop(session)
    await to_thread.run_sync(forget, office.store, session)


def _config(office: Office, setup: Setup) -> RoundConfig:
    loop = loops.new_loop(datetime.now(UTC)) if setup.loop else ""
    return configure(
        office.bank,
        setup.round,
        question=setup.question,
        minutes=setup.minutes,
        level=setup.level,
        interviewer=setup.interviewer,
        pressure=setup.pressure,
        seed=secrets.randbelow(2**31),
        fast=setup.fast,
        recent=recent(office.store, setup.round),
        loop=loop,
    )
