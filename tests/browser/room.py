"""What a person does in a room."""

import json
from urllib.request import Request, urlopen

from playwright.sync_api import Locator, Page, expect


def begin(address: str, **setup: object) -> str:
    """A session whose clock runs by words, so that a round takes seconds."""
    body = json.dumps({"fast": True, "minutes": 20, **setup}).encode()
    request = Request(f"{address}/api/sessions", body, {"content-type": "application/json"})
    with urlopen(request) as answer:
        return str(json.load(answer)["id"])


def enter(page: Page, session: str) -> None:
    page.goto(f"/room/{session}")
    expect(turns(page, "interviewer").first).to_be_visible()


def turns(page: Page, speaker: str) -> Locator:
    return page.locator(f"[role=log] [data-speaker={speaker}]:not([data-pending])")


def answer(page: Page, text: str) -> str:
    """Say something; what the interviewer says to it."""
    said, heard = turns(page, "candidate").count(), turns(page, "interviewer").count()
    page.get_by_label("Your answer").fill(text)
    page.get_by_label("Your answer").press("Control+Enter")
    expect(turns(page, "candidate")).to_have_count(said + 1)
    expect(turns(page, "interviewer").nth(heard)).to_be_visible()
    return turns(page, "interviewer").nth(heard).locator("p").inner_text()


def end(page: Page, verdict: str = "Hire") -> None:
    """End the round, predict, and go to the debrief."""
    if page.get_by_label("Your answer").is_visible():
        page.get_by_role("button", name="End", exact=True).click()
        page.get_by_role("button", name="End the round").click()
    page.get_by_label(verdict, exact=True).check()
    page.get_by_role("button", name="To the debrief").click()
    expect(page.get_by_role("heading", name="Debrief", level=1)).to_be_visible()
