"""The story bank."""

import secrets
from dataclasses import replace
from datetime import date

from anyio import to_thread
from fastapi import APIRouter

from sparring.domain.question import BehavioralQuestion
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.practice.stories import Parsed, Story, holes, overused, stale
from sparring.server import views as v
from sparring.server.errors import NothingHere
from sparring.server.office import Desk, Office
from sparring.session import storing

router = APIRouter(prefix="/api", tags=["stories"])
RECENT = 8
"""Behavioral sessions among which a story may be told too often."""

GOOD_FIT = 2


@router.get("/stories")
async def stories(office: Desk) -> v.StoriesView:
    """Every story with what it contains, and the signals that none of them shows."""
    return await to_thread.run_sync(_bank, office)


@router.post("/stories", status_code=201)
def write(story: v.StoryText, office: Desk) -> v.Begun:
    """A new story."""
    id_ = secrets.token_hex(6)
    storing.keep(office.store, Story(id_, story.title, story.text, story.happened, ""))
    return v.Begun(id=id_)


@router.put("/stories/{story}", status_code=204)
def rewrite(story: str, text: v.StoryText, office: Desk) -> None:
    """A story in other words."""
    old = _found(office, story)
    storing.keep(office.store, replace(old, title=text.title, text=text.text, happened=text.happened))


@router.delete("/stories/{story}", status_code=204)
def forget(story: str, office: Desk) -> None:
    """Forget a story; the session it came from stays."""
    storing.forget(office.store, _found(office, story).id)


@router.post("/stories/{story}/told", status_code=204)
def told(story: str, where: v.Begun, office: Desk) -> None:
    """The story was told in that session."""
    old = _found(office, story)
    session = office.store.session(where.id).id
    if session not in old.told:
        storing.keep(office.store, replace(old, told=(*old.told, session)))


@router.post("/stories/parse")
async def parse(text: v.StoryText, office: Desk) -> v.ParsedView:
    """What a text contains; nothing is kept."""
    return _parsed(await to_thread.run_sync(storing.parse, office.bank, text.text))


@router.post("/sessions/{session}/story", status_code=201)
def from_session(session: str, office: Desk) -> v.Begun:
    """A story in the candidate's own words, out of a behavioral round; one that is there already stays as it is."""
    story = storing.from_session(office.store, office.bank, session)
    if all(other.id != story.id for other in storing.stories(office.store)):
        storing.keep(office.store, story)
    return v.Begun(id=story.id)


@router.get("/questions/{question}/stories")
async def answering(question: str, office: Desk) -> list[v.FitView]:
    """Which stories answer a behavioral question, the best first."""
    asked = office.bank.question(question)
    if not isinstance(asked, BehavioralQuestion):
        raise NothingHere("Only behavioral questions are answered by stories.")
    return await to_thread.run_sync(_answering, office, asked)


def _bank(office: Office) -> v.StoriesView:
    found = [(story, office.parsed(story.text)) for story in storing.stories(office.store)]
    signals = SIGNALS[Round.BEHAVIORAL]
    rubric = office.bank.rubric()
    recent = [row.id for row in office.store.sessions() if row.config.get("round") == Round.BEHAVIORAL.value][:RECENT]
    return v.StoriesView(
        stories=[_view(story, parsed, recent) for story, parsed in found],
        signals=[v.SignalTitle(id=id_, title=rubric.signal(Round.BEHAVIORAL, id_).title) for id_ in signals],
        holes=list(holes([parsed for _, parsed in found], signals)),
    )


def _answering(office: Office, asked: BehavioralQuestion) -> list[v.FitView]:
    found = [(story, office.parsed(story.text)) for story in storing.stories(office.store)]
    ratings = {story.id: parsed.ratings for story, parsed in found}
    title = office.bank.rubric().signal(Round.BEHAVIORAL, asked.target).title
    return [
        v.FitView(
            id=story.id, title=story.title, fit=round(fit, 2), why=_why(title, ratings[story.id].get(asked.target))
        )
        for story, fit in storing.answering(asked, found)
    ]


def _why(title: str, rating: int | None) -> str:
    """What decides the question, and how the story does on it."""
    if rating is None or rating < GOOD_FIT:
        return f"It does not show what decides this question: {title.lower()}."
    return f"{title} decides this question; the story shows it at {rating}."


def _found(office: Office, id_: str) -> Story:
    for story in storing.stories(office.store):
        if story.id == id_:
            return story
    raise NothingHere("There is no such story; it may have been deleted in another window.")


def _view(story: Story, parsed: Parsed, recent: list[str]) -> v.StoryView:
    return v.StoryView(
        id=story.id,
        title=story.title,
        text=story.text,
        happened=story.happened,
        session=story.session,
        told=len(story.told),
        stale=stale(story, date.today()),
        overused=overused(story, recent),
        parsed=_parsed(parsed),
    )


def _parsed(parsed: Parsed) -> v.ParsedView:
    return v.ParsedView(
        parts=[v.PartView(name=part.name, signal=part.signal, quote=part.quote, add=part.add) for part in parsed.parts],
        ratings=dict(parsed.ratings),
    )
