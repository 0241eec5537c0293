"""Whole rounds of every kind, as a person holds them."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.room import answer, begin, end, enter, turns
from tests.serving import Served

STORY = (
    "In March our checkout failed for forty minutes and we lost about sixty thousand euros of orders.",
    "I owned the change that caused it: I had raised a timeout without telling the ledger team.",
    "I decided to roll back first although two fixes were in the same release, because every minute cost us orders.",
    "Since then the error rate of a release is watched for ten minutes, and that stopped two bad ones in May.",
    "I would ask the ledger team before I touch a shared limit; I took their silence for a yes.",
)


def test_a_newcomer_sees_a_debrief_before_anything_is_asked(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="What decided it")).to_be_visible()
    page.get_by_role("link", name="Start Behavioral").click()
    page.get_by_role("button", name="Begin the round").click()
    expect(turns(page, "interviewer").first).to_be_visible()
    assert "/room/" in page.url


def test_a_behavioral_round(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral", question="failure_incident"))
    replies = [answer(page, sentence) for sentence in STORY]
    assert len(set(replies)) == len(replies)
    expect(page.get_by_label("Signal ledger").locator("[data-standing=shown]").first).to_be_visible()
    end(page)
    expect(page.get_by_text("You predicted hire")).to_be_visible()
    quoted = page.locator("mark").first.inner_text()
    assert any(quoted in sentence for sentence in STORY)
    page.get_by_role("button", name="Go to").first.click()
    assert page.evaluate("document.activeElement.dataset.turn") is not None


def test_a_coding_round(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="coding", question="lru_ttl"))
    answer(page, "What should happen when the capacity is zero, and who calls it: one thread or many?")
    editor = page.get_by_label("Your code")
    expect(editor).to_contain_text("class")
    page.get_by_role("button", name="Run the open tests").click()
    expect(page.get_by_text("Failed", exact=True).first).to_be_visible()
    reference = Path("content/questions/coding/lru_ttl/reference.py").read_text(encoding="utf-8")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(reference)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.get_by_text("Failed", exact=True)).to_have_count(0)
    expect(page.get_by_text("open tests pass", exact=False).first).to_be_visible()
    page.get_by_role("tab", name="Scratch").click()
    page.get_by_label("Statements to run after your code").fill("print(6 * 7)")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_text("42", exact=True)).to_be_visible()
    heard = turns(page, "interviewer").count()
    page.get_by_role("button", name="Hand in stage 1").click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("You handed in stage 1. Its result is in the debrief.")).to_be_visible()
    expect(turns(page, "interviewer").nth(heard)).to_be_visible()
    end(page, "No hire")
    expect(page.get_by_role("heading", name="Your code at the end")).to_be_visible()


def test_a_design_round_with_a_board(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="system_design", question="rate_limiter"))
    answer(page, "How many requests a second are we talking about, and for how many customers?")
    page.get_by_role("button", name="+ Cache").click()
    page.get_by_role("button", name="+ Service").click()
    expect(page.get_by_text("On the board: added")).to_be_visible()
    page.get_by_role("tab", name="As text").click()
    page.get_by_role("combobox", name="From").click()
    page.get_by_role("option", name="Service").click()
    page.get_by_role("combobox", name="To", exact=True).click()
    page.get_by_role("option", name="Cache").click()
    page.get_by_role("button", name="Connect").click()
    expect(page.get_by_text("Service → Cache")).to_be_visible()
    page.get_by_label("Name of Cache").fill("Counters")
    page.get_by_label("Name of Cache").press("Enter")
    expect(page.get_by_text("Service → Counters")).to_be_visible()
    page.get_by_role("button", name="Remove Service → Counters").press("Enter")
    expect(page.get_by_text("Service → Counters")).to_have_count(0)
    expect(page.get_by_text("This is how the interviewer reads your board.")).to_be_focused()
    expect(page.get_by_role("tab", name="As text (2)")).to_be_visible()
    page.get_by_role("tab", name="Estimates").click()
    page.get_by_label("Estimates, one sum a line").fill("users = 20M\nusers * 12 requests/day")
    expect(page.get_by_text("2.78k /s")).to_be_visible()
    page.reload()
    expect(page.get_by_role("tab", name="As text (2)")).to_be_visible()
    end(page)
    page.get_by_role("link", name="Replay", exact=True).click()
    expect(page.get_by_role("heading", name="Replay")).to_be_visible()
    page.get_by_label("Moment of the round").press("End")
    expect(page.get_by_label("The board at this moment").locator("svg")).to_be_visible()


def test_a_retake_from_a_moment_and_both_takes_side_by_side(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral", question="failure_incident"))
    answer(page, STORY[0])
    answer(page, STORY[1])
    answer(page, "It went fine in the end.")
    end(page)
    # The last question stands in the transcript; the next reps above it name a moment of their own.
    again = page.locator("[data-turn]").get_by_role("button", name="Retake from")
    expect(again).to_have_count(2)
    again.last.click()
    expect(page.get_by_label("Your answer")).to_be_visible()
    expect(turns(page, "candidate")).to_have_count(2)
    answer(page, STORY[3])
    end(page)
    page.get_by_role("link", name="Side by side").click()
    expect(page.get_by_text("It went fine in the end.")).to_be_visible()
    expect(page.get_by_text(STORY[3])).to_be_visible()


def test_a_round_by_keyboard_alone(page: Page) -> None:
    page.goto("/new?round=behavioral&fast=1")
    expect(page.get_by_role("button", name="Begin the round")).to_be_visible()
    page.get_by_role("button", name="Begin the round").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.type("I found that a third of our refunds were ours to blame.")
    page.keyboard.press("Control+Enter")
    expect(turns(page, "candidate")).to_have_count(1)
    expect(turns(page, "interviewer")).to_have_count(2)
    page.keyboard.press("Control+Shift+H")
    expect(page.get_by_role("button", name="Ask for it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(turns(page, "candidate")).to_have_count(2)
    page.keyboard.press("Control+Shift+L")
    expect(page.get_by_label("Signal ledger")).to_have_count(0)


def test_the_keys_of_a_room_work_in_the_code_editor(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="coding", question="kv_tx"))
    page.get_by_label("Your code").click()
    page.keyboard.press("Control+Shift+H")
    page.get_by_role("button", name="Ask for it").press("Enter")
    expect(turns(page, "candidate")).to_have_count(1)
    expect(page.get_by_label("Signal ledger")).to_have_count(1)
    page.keyboard.press("Control+Shift+L")
    expect(page.get_by_label("Signal ledger")).to_have_count(0)
    before = page.get_by_label("Your code").inner_text()
    page.keyboard.press("Control+Shift+Enter")
    expect(page.get_by_text("Failed", exact=True).first).to_be_visible()
    assert page.get_by_label("Your code").inner_text() == before


def test_a_screen_reader_hears_who_said_what_in_order(page: Page, served: Served) -> None:
    """A behavioral round through the accessibility tree alone: names, roles, and a log that is announced."""
    enter(page, begin(served.address, round="behavioral", question="failure_incident", interviewer="warm"))
    log = page.get_by_role("log", name="What was said")
    assert log.get_attribute("aria-live") == "polite"
    replies = [answer(page, sentence) for sentence in STORY[:3]]
    heard = " ".join(log.aria_snapshot().split())
    places = [heard.index(" ".join(text.split())[:40]) for pair in zip(STORY, replies, strict=False) for text in pair]
    assert places == sorted(places)
    assert heard.count("You ") >= 3 and heard.count("Priya ") >= 4
    expect(page.get_by_role("timer")).to_have_attribute("aria-label", re.compile(r"\d+ minutes left"))
    expect(page.get_by_role("complementary", name="Signal ledger").get_by_role("listitem").first).to_be_visible()
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("dialog", name="End the round now?").get_by_role("button", name="End the round").click()
    page.get_by_role("radiogroup", name="Your own verdict").get_by_role("radio", name="No hire", exact=True).check()
    page.get_by_role("button", name="To the debrief").click()
    expect(page.get_by_role("list", name="Altitude, from junior to staff")).to_be_visible()
