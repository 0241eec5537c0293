"""Speaking in place of typing: a real Chromium whose microphone plays a clip, heard by the real weights."""

import re
import wave
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from sparring.voice import RATE
from tests.browser.conftest import ARGUMENTS, CHROMIUM, WAIT
from tests.serving import Served, serving
from tests.voice.clips import frames

HEARD = 60_000
"""Milliseconds within which a phrase has come as words, on a machine that is busy."""


@pytest.fixture(scope="module")
def speaking(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser in which somebody asks a question three seconds after the microphone was opened."""
    clip = tmp_path_factory.mktemp("sound") / "clarify.wav"
    with wave.open(str(clip), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(bytes(2 * RATE * 3) + frames("clarify") + bytes(2 * RATE * 120))
    sound = f"--use-fake-device-for-media-stream --use-file-for-fake-audio-capture={clip}%noloop"
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS.split(), *sound.split()])
    yield chromium
    chromium.close()


@pytest.fixture
def room(speaking: Browser, served: Served) -> Iterator[Page]:
    with _context(speaking, served, ["microphone"]) as context:
        yield _room(context, served)


def _context(browser: Browser, served: Served, permissions: list[str]) -> BrowserContext:
    made = browser.new_context(base_url=served.address, permissions=permissions, reduced_motion="reduce")
    made.set_default_timeout(WAIT)
    return made


def _room(context: BrowserContext, served: Served) -> Page:
    setup = {"round": "system_design", "question": "kv_store", "minutes": 45}
    session = httpx.post(f"{served.address}/api/sessions", json=setup, timeout=30).json()["id"]
    page = context.new_page()
    page.goto(f"/room/{session}")
    page.get_by_label("Your answer").wait_for()
    return page


def test_a_question_is_asked_aloud_and_corrected(room: Page) -> None:
    draft = room.get_by_label("Your answer")
    room.keyboard.press("Control+Shift+M")
    expect(room.get_by_role("button", name="Stop", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(draft).to_have_value(re.compile("how many short links", re.IGNORECASE), timeout=HEARD)
    room.get_by_role("button", name="I'm done").click()
    talk = room.get_by_role("log")
    said = talk.locator("[data-speaker=candidate]:not([data-pending])")
    expect(said).to_contain_text("how many short links")
    expect(draft).to_have_value("")
    expect(talk.locator("[data-speaker=interviewer]")).to_have_count(2)
    # What was misheard is put right, and stays so.
    said.hover()
    said.get_by_role("button", name=re.compile("Correct what was heard")).click()
    room.get_by_label("What you said").fill("How many keys are written each day, and for how long do we keep them?")
    room.get_by_role("button", name="Save").click()
    expect(said).to_contain_text("How many keys are written each day")
    room.reload()
    expect(said).to_contain_text("How many keys are written each day")


def test_who_may_not_use_the_microphone_hears_why_and_can_type(browser: Browser, served: Served) -> None:
    with _context(browser, served, []) as context:
        page = _room(context, served)
        page.get_by_role("button", name="Speak", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text(re.compile("microphone", re.IGNORECASE))
        expect(page.get_by_role("button", name="Speak", exact=True)).to_have_attribute("aria-pressed", "false")
        page.get_by_label("Your answer").fill("How many keys are there?")
        page.get_by_role("button", name="I'm done").click()
        expect(page.get_by_role("log")).to_contain_text("How many keys are there?")


def test_a_draft_that_was_heard_keeps_its_marks_and_sends_by_itself_after_a_pause(room: Page) -> None:
    session = room.url.rsplit("/", 1)[-1]
    text = "It keeps a hundred million keys, and the cash is warm."
    marks = [[text.index("cash"), text.index("cash") + 4]]
    room.evaluate(
        "([id, text, marks]) => { localStorage.setItem(`sparring:${id}:draft`, text);"
        " localStorage.setItem(`sparring:${id}:heard`, JSON.stringify(marks)); }",
        [session, text, marks],
    )
    room.evaluate("localStorage.setItem('sparring:send-after-pause', 'yes')")
    room.reload()
    doubts = room.get_by_role("group", name="Perhaps misheard")
    doubts.get_by_role("button", name="cash", exact=True).click()
    room.keyboard.type("cache")
    expect(room.get_by_label("Your answer")).to_have_value(text.replace("cash", "cache"))
    expect(doubts).to_have_count(0)
    room.get_by_role("button", name="Speak", exact=True).click()
    wait = room.get_by_role("button", name=re.compile("Wait: sending in"))
    wait.click(timeout=HEARD)
    expect(room.get_by_role("log")).not_to_contain_text("hundred million keys")
    expect(room.get_by_role("log")).to_contain_text("and the cache is warm", timeout=HEARD)


def test_where_nothing_can_be_heard_the_key_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with (
        serving(tmp_path, SPARRING_VOICE_MODEL=str(tmp_path / "gone")) as deaf,
        _context(browser, deaf, []) as context,
    ):
        page = _room(context, deaf)
        key = page.get_by_role("button", name="Speak", exact=True)
        expect(key).to_have_attribute("aria-disabled", "true")
        key.focus()
        expect(page.get_by_role("tooltip")).to_contain_text("SPARRING_VOICE_MODEL")
        page.keyboard.press("Control+Shift+M")
        expect(key).to_have_attribute("aria-pressed", "false")


def test_what_is_said_last_is_heard_after_the_microphone_was_switched_off(room: Page) -> None:
    room.keyboard.press("Control+Shift+M")
    expect(room.get_by_text("Listening").first).to_be_visible(timeout=HEARD)
    _until_speech(room)
    room.wait_for_timeout(2500)
    room.get_by_role("button", name="Stop", exact=True).click()
    expect(room.get_by_role("button", name="Speak", exact=True)).to_have_attribute("aria-pressed", "false")
    expect(room.get_by_label("Your answer")).to_have_value(re.compile("draw anything", re.IGNORECASE), timeout=HEARD)


def test_what_is_being_said_at_the_close_is_an_answer_once(room: Page) -> None:
    room.get_by_label("Your answer").fill("How many keys are there?")
    room.get_by_role("button", name="I'm done").click()
    said = room.get_by_role("log").locator("[data-speaker=candidate]:not([data-pending])")
    expect(said).to_have_count(1)
    room.get_by_role("button", name="End", exact=True).click()
    room.keyboard.press("Control+Shift+M")
    _until_speech(room)
    room.wait_for_timeout(2500)
    room.get_by_role("button", name="End the round").click()
    expect(said.last).to_contain_text(re.compile("draw anything", re.IGNORECASE), timeout=HEARD)
    expect(room.get_by_text("what would the verdict be?")).to_be_visible()
    expect(room.get_by_role("button", name="Correct what was heard")).to_have_count(1)
    room.wait_for_timeout(1000)
    expect(said).to_have_count(2)


def test_whoever_types_in_the_middle_of_the_draft_stays_there(room: Page) -> None:
    draft = room.get_by_label("Your answer")
    draft.fill("First. Last.")
    room.keyboard.press("Control+Shift+M")
    draft.evaluate("box => { box.focus(); box.setSelectionRange(6, 6); }")
    expect(draft).to_have_value(re.compile("how many short links", re.IGNORECASE), timeout=HEARD)
    room.keyboard.type(" Middle.")
    expect(draft).to_have_value(re.compile("^First. Middle. Last. "))


def test_nothing_is_sent_by_itself_while_one_works_at_the_board(room: Page) -> None:
    _hands_free(room, "It keeps a hundred million keys.")
    room.get_by_role("button", name="Speak", exact=True).click()
    expect(room.get_by_label("Your answer")).to_have_value(re.compile("how many short links"), timeout=HEARD)
    for _ in range(11):
        room.get_by_role("heading", level=1).click()
        room.wait_for_timeout(1000)
    expect(room.get_by_role("log")).not_to_contain_text("hundred million keys")
    expect(room.get_by_role("log")).to_contain_text("hundred million keys", timeout=HEARD)


def test_a_correction_outlives_a_lost_connection(room: Page) -> None:
    _hands_free(room, "The cash is warm.")
    room.get_by_role("button", name="I'm done").click()
    room.get_by_role("button", name="Correct what was heard").click()
    room.get_by_label("What you said").fill("The cache is warm.")
    room.evaluate("window.dispatchEvent(new Event('drop'))")
    expect(room.get_by_text("Not connected; trying again")).to_be_visible()
    expect(room.get_by_label("What you said")).to_have_value("The cache is warm.")
    expect(room.get_by_text("Not connected; trying again")).to_be_hidden()
    room.get_by_role("button", name="Save").click()
    expect(room.get_by_role("log")).to_contain_text("The cache is warm.")
    expect(room.get_by_role("button", name="Correct what was heard")).to_be_focused()


def _hands_free(room: Page, text: str) -> None:
    """A draft that was spoken, in a room that sends after a pause and whose connections can be dropped."""
    session = room.url.rsplit("/", 1)[-1]
    room.evaluate(
        "([id, text]) => { localStorage.setItem(`sparring:${id}:draft`, text);"
        " localStorage.setItem(`sparring:${id}:heard`, '[]');"
        " localStorage.setItem('sparring:send-after-pause', 'yes'); }",
        [session, text],
    )
    room.add_init_script(
        "const Real = WebSocket; window.WebSocket = class extends Real { constructor(...all) { super(...all);"
        " window.addEventListener('drop', () => this.close()); } };"
    )
    room.reload()
    room.get_by_label("Your answer").wait_for()


def _until_speech(room: Page) -> None:
    """The meter moves with the voice."""
    room.wait_for_function(
        "() => [...document.querySelectorAll('form [aria-hidden] > span')]"
        ".some((each) => parseFloat(each.style.transform.slice(7)) > 0.15)",
        timeout=HEARD,
    )
