"""Guides to read between reps."""

from fastapi import APIRouter

from sparring.server.office import Desk
from sparring.server.views import GuideText, GuideView

router = APIRouter(prefix="/api", tags=["guides"])


@router.get("/guides")
def guides(office: Desk) -> list[GuideView]:
    """Every guide, without its text."""
    found = office.bank.guides().values()
    return [GuideView(id=each.id, title=each.title, about=each.about, minutes=each.minutes) for each in found]


@router.get("/guides/{guide}")
def guide(guide: str, office: Desk) -> GuideText:
    """One guide. Its text is Markdown."""
    found = office.bank.guide(guide)
    return GuideText(id=found.id, title=found.title, about=found.about, minutes=found.minutes, body=found.body)
