"""Every page: its accessibility in both colour schemes, on a phone, and what is typed into it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from sparring.session.importing import keep
from sparring.session.sample import sample_transcript
from sparring.store import Store
from tests.browser.conftest import WAIT
from tests.browser.room import answer, begin, end, enter
from tests.serving import Served, serving

PAGES = (
    "/",
    "/new",
    "/sessions",
    "/progress",
    "/stories",
    "/questions",
    "/guides",
    "/guides/senior_bar",
    "/own",
    "/own",
    "/import",
    "/settings",
    "/nothing",
)
EVIL = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\'"`${7*7}{{7*7}}'


def faults(page: Page, axe: str) -> list[str]:
    """What axe finds, as one line each."""
    page.evaluate(axe)
    # The board is a canvas of another maker with faults of its own; its text twin is what assistive technology reads.
    found = page.evaluate("() => axe.run({ exclude: ['.excalidraw'] })")
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]


@pytest.mark.parametrize("context", ["light", "dark"], indirect=True)
def test_axe_finds_nothing_on_any_page(page: Page, axe: str) -> None:
    found = {}
    for path in PAGES:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
        if wrong := faults(page, axe):
            found[path] = wrong
    assert found == {}


@pytest.mark.parametrize("context", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("round_", ["behavioral", "coding", "system_design"])
def test_axe_finds_nothing_in_a_room_and_after_it(page: Page, axe: str, served: Served, round_: str) -> None:
    session = begin(served.address, round=round_)
    enter(page, session)
    answer(page, "How large is it, and who uses it?")
    if round_ == "system_design":
        page.get_by_role("tab", name="As text").click()
    assert faults(page, axe) == []
    end(page)
    expect(page.get_by_role("heading", name="Your note")).to_be_visible()
    assert faults(page, axe) == []
    page.goto(f"/replay/{session}")
    expect(page.get_by_label("Moment of the round")).to_be_visible()
    assert faults(page, axe) == []


@pytest.mark.parametrize("path", [*PAGES, "room", "debrief"])
def test_nothing_is_cut_off_on_a_phone(page: Page, served: Served, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    session = begin(served.address, round="behavioral")
    enter(page, session)
    answer(page, "A very-long-word-" + "x" * 200)
    if path == "debrief":
        end(page)
    elif path != "room":
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_typed_is_never_markup(page: Page, served: Served) -> None:
    session = begin(served.address, round="behavioral")
    enter(page, session)
    answer(page, EVIL)
    end(page)
    page.get_by_label("Your note", exact=True).fill(EVIL)
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    for path in (f"/debrief/{session}", f"/replay/{session}", "/sessions", f"/new?round={EVIL}&question={EVIL}"):
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
    page.goto("/import")
    page.get_by_label("Or paste it").fill(f"Interviewer: {EVIL}\nAnna: {EVIL}\n")
    page.get_by_role("button", name="Read what I pasted").click()
    expect(page.get_by_text("How “pasted.txt” was understood")).to_be_visible()
    page.get_by_role("button", name="Get the debrief").click()
    expect(page.get_by_role("heading", name="Debrief", level=1)).to_be_visible()
    assert page.evaluate("window.hacked") is None


def test_a_file_is_brought_in(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "mock.txt"
    file.write_text("Interviewer: Tell me about a failure.\nAnna: I deleted an index in May, on my own decision.\n")
    page.goto("/import")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("2 turns")).to_be_visible()
    page.get_by_role("button", name="Get the debrief").click()
    expect(page.get_by_text("I deleted an index in May").first).to_be_visible()


def test_a_wrong_file_gets_a_sentence_and_loses_nothing(page: Page) -> None:
    page.goto("/import")
    page.get_by_label("Or paste it").fill("words that nobody says")
    page.get_by_role("button", name="Read what I pasted").click()
    expect(page.get_by_role("alert")).to_contain_text("No line says who speaks")
    expect(page.get_by_label("Or paste it")).to_have_value("words that nobody says")


def test_questions_are_found_and_practised(page: Page) -> None:
    page.goto("/questions")
    page.get_by_label("Words to look for").fill("rate limiter")
    page.get_by_role("button", name="rate limiter").first.click()
    page.get_by_role("link", name="Practise this").first.click()
    expect(page.get_by_role("button", name="Begin the round")).to_be_visible()
    assert "question=" in page.url


def test_a_session_is_deleted_after_a_question(page: Page, served: Served) -> None:
    begin(served.address, round="behavioral", question="influence_alignment")
    page.goto("/sessions")
    rows = page.locator("tbody tr")
    expect(rows.first).to_be_visible()
    before = rows.count()
    page.get_by_role("button", name="Delete").first.click()
    page.get_by_role("button", name="Delete it").click()
    expect(rows).to_have_count(before - 1)


def test_an_address_of_nothing_says_so(page: Page) -> None:
    page.goto("/no/such/page")
    expect(page.get_by_role("heading", name="Nothing here")).to_be_visible()


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with four rounds of the corpus format held over two weeks, and two stories."""
    home = tmp_path_factory.mktemp("practised")
    with Store.open(home / "sparring.db") as store:
        for k in range(4):
            started = datetime.now(UTC) - timedelta(days=12 - 3 * k)
            keep(store, sample_transcript(), f"be-sample-{k}", started)
    with serving(home) as server:
        yield server


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_progress_and_stories_of_somebody_who_practises(
    practised: Served, browser: Browser, axe: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(base_url=practised.address, color_scheme=scheme)
    page.set_default_timeout(WAIT)
    page.goto("/progress")
    expect(page.get_by_label("Signals by round")).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("row", name="Ownership").locator("[data-value]").first).to_be_visible()
    page.get_by_label("Day of the interview").fill("2999-01-01")
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_text("has not been held yet").first).to_be_visible()
    assert faults(page, axe) == []
    page.goto("/debrief/be-sample-0")
    expect(page.get_by_text("Story bank")).to_be_visible()
    saved, save = page.get_by_text("It is in your"), page.get_by_role("button", name="Save as a story")
    page.wait_for_load_state("networkidle")
    if not saved.is_visible():
        save.click()
    expect(page.get_by_text("It is in your")).to_be_visible()
    page.goto("/stories")
    expect(page.get_by_label("Stories by signal")).to_be_visible()
    assert faults(page, axe) == []
    page.get_by_role("combobox", name="Question").click()
    page.get_by_role("option").first.click()
    expect(page.get_by_text("Tell it in a 10-minute round")).to_be_visible()
    page.get_by_role("button", name="Write a story").click()
    page.get_by_label("Title").fill("Another")
    page.get_by_label("The story, as you would tell it").fill("I found that a third of our refunds were our own fault.")
    page.get_by_role("button", name="What does it contain?").click()
    expect(page.get_by_text("missing").first).to_be_visible()
    page.close()


def test_a_question_of_ones_own_is_checked_while_it_is_written(page: Page) -> None:
    page.goto("/questions")
    page.get_by_role("link", name="Your own questions").click()
    page.get_by_role("button", name="Write one").click()
    page.get_by_label("Name", exact=True).fill("my_outage")
    page.get_by_role("combobox", name="Begin from").click()
    page.get_by_role("option").first.click()
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
    file = page.get_by_label("The file (TOML)")
    whole = file.input_value()
    file.fill(whole.replace("target =", "aim ="))
    expect(page.get_by_text("to mend:")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it")).to_be_disabled()
    page.reload()
    page.get_by_role("button", name="Write one").click()
    expect(page.get_by_label("The file (TOML)")).to_have_value(whole.replace("target =", "aim ="))
    page.get_by_label("Name", exact=True).fill("my_outage")
    page.get_by_label("The file (TOML)").fill(whole)
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="Practise").click()
    expect(page.get_by_role("button", name="Begin the round")).to_be_visible()


def test_a_question_of_ones_own_can_be_made_from_a_form(page: Page) -> None:
    page.goto("/own")
    page.get_by_role("button", name="Write one").click()
    page.get_by_label("Title").fill("Nobody wanted it")
    page.get_by_label("What the interviewer says").fill("Tell me about something useful that nobody wanted at first.")
    page.get_by_role("combobox", name="What it is mostly about").click()
    page.get_by_role("option", name="Influence").click()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value("nobody_wanted_it")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("link", name="Practise").first).to_be_visible()


def test_a_new_question_does_not_replace_another_of_its_name(page: Page) -> None:
    def write(name: str) -> None:
        page.goto("/own")
        page.get_by_role("button", name="Write one").click()
        page.get_by_role("combobox", name="Begin from").click()
        page.get_by_role("option").first.click()
        expect(page.get_by_text("It needs a name.")).to_be_visible()
        expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
        expect(page.get_by_role("button", name="Keep it")).to_be_disabled()
        page.get_by_label("Name", exact=True).fill(name)

    write("only_once")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Change only once")).to_be_visible()
    write("only_once")
    expect(page.get_by_text("One of yours has this name.")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it")).to_be_disabled()
    page.get_by_label("Name", exact=True).fill("another_one")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Change another one")).to_be_visible()
    # What cannot be read is not replaced by what is written blindly.
    page.route(
        "**/files/only_once", lambda route: route.abort() if route.request.method == "GET" else route.continue_()
    )
    page.get_by_role("button", name="Change only once").click()
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer.")
    page.get_by_role("combobox", name="Begin from").click()
    page.get_by_role("option").first.click()
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it")).to_be_disabled()


def test_deleting_everything_keeps_the_draft_of_a_question(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path) as server:
        page = browser.new_page(base_url=server.address)
        page.set_default_timeout(WAIT)
        enter(page, begin(server.address, round="behavioral"))
        page.get_by_label("Your answer").fill("Half a sentence")
        page.goto("/own")
        page.get_by_role("button", name="Write one").click()
        page.get_by_label("The file (TOML)").fill("half a question")
        page.goto("/settings")
        page.get_by_role("button", name="Delete everything…").click()
        page.get_by_label("Type “delete everything”").fill("delete everything")
        page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
        expect(page.get_by_text("Everything is deleted.")).to_be_visible()
        kept = page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('sparring:'))")
        assert kept == ["sparring:own:draft:new"]
        page.close()


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/", "**/api/sessions"),
        ("/", "**/api/next"),
        ("/new", "**/api/questions"),
        ("/debrief/be-sample-0", "**/events"),
        ("/debrief/be-sample-0", "**/api/stories"),
        ("/own", "**/behavioral/signals"),
        ("/own", "**/check"),
    ],
)
def test_what_could_not_be_read_is_said(practised: Served, browser: Browser, path: str, asked: str) -> None:
    page = browser.new_page(base_url=practised.address)
    page.set_default_timeout(WAIT)
    page.route(asked, lambda route: route.fulfill(status=500, json={"error": "The disk is full."}))
    page.goto(path)
    if path == "/own":
        page.get_by_role("button", name="Write one").click()
        page.get_by_label("The file (TOML)").fill("half a question")
    expect(page.get_by_role("alert")).to_contain_text("The disk is full.")
    page.close()
