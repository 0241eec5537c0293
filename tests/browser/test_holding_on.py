"""Reload, lost connections, two windows, long logs: nothing that was typed is lost."""

import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import WAIT
from tests.browser.long import LONG, long_session
from tests.browser.room import answer, begin, end, enter, turns
from tests.serving import Served, serving


def test_a_reload_keeps_what_was_said_and_what_was_being_typed(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "It began with a page at three in the morning.")
    page.get_by_label("Your answer").fill("Half a sentence that is not")
    page.reload()
    expect(page.get_by_text("It began with a page at three in the morning.")).to_be_visible()
    expect(page.get_by_label("Your answer")).to_have_value("Half a sentence that is not")


def test_code_that_had_no_time_to_leave_survives_a_reload(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="coding", question="kv_tx"))
    page.get_by_label("Your code").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# mine\n")
    page.reload()
    expect(page.get_by_label("Your code")).to_contain_text("# mine")


def test_an_answer_is_sent_where_the_browser_makes_no_ids(page: Page, served: Served) -> None:
    """As outside of a secure context: the app over plain HTTP from another machine."""
    page.add_init_script("delete Crypto.prototype.randomUUID")
    enter(page, begin(served.address, round="system_design", question="rate_limiter"))
    answer(page, "How many requests a second are we talking about?")
    page.get_by_role("button", name="+ Cache").click()
    expect(page.get_by_text("On the board: added")).to_be_visible()


def test_what_is_being_typed_at_the_close_is_said(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "It began with a page at three in the morning.")
    page.get_by_label("Your answer").fill("And so we rolled")
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("button", name="End the round").click()
    expect(turns(page, "candidate").last).to_contain_text("And so we rolled")
    expect(turns(page, "candidate")).to_have_count(2)
    page.reload()
    expect(page.get_by_text("what would the verdict be?")).to_be_visible()
    expect(turns(page, "candidate")).to_have_count(2)


def test_without_a_network_the_debrief_is_read_all_the_same(page: Page, served: Served) -> None:
    """The server is on this machine: that the browser calls itself offline says nothing of it."""
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "It began with a page at three in the morning.")
    page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    end(page)
    expect(page.get_by_role("heading", name="Your note")).to_be_visible()


def test_a_note_and_a_story_being_written_are_there_on_coming_back(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "It began with a page at three in the morning.")
    end(page)
    page.get_by_label("Your note").fill("Name the number next time.")
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.get_by_role("link", name="Replay", exact=True).click()
    expect(page.get_by_label("Moment of the round")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Your note")).to_have_value("Name the number next time.")
    page.goto("/stories")
    page.get_by_role("button", name="Write a story").click()
    expect(page.get_by_label("Title")).to_be_focused()
    page.get_by_label("The story, as you would tell it").fill("Nobody had counted the refunds.")
    page.reload()
    page.get_by_role("button", name="Write a story").click()
    expect(page.get_by_label("The story, as you would tell it")).to_have_value("Nobody had counted the refunds.")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Write a story").click()
    expect(page.get_by_label("The story, as you would tell it")).to_have_value("")


def test_without_a_connection_nothing_is_handed_in(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path) as server:
        page = browser.new_page(base_url=server.address, reduced_motion="reduce")
        page.set_default_timeout(WAIT)
        enter(page, begin(server.address, round="coding", question="kv_tx"))
        page.get_by_role("button", name="Hand in stage").click()
        hand_in = page.get_by_role("dialog").get_by_role("button", name="Hand in")
        expect(hand_in).to_be_enabled()
    expect(page.get_by_text("Not connected")).to_be_visible()
    expect(hand_in).to_be_disabled()
    page.close()


def test_on_a_small_screen_what_is_said_stays_in_sight(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    enter(page, begin(served.address, round="coding", question="kv_tx"))
    for _ in range(6):
        answer(page, "I would keep the values in a dictionary, and the open transactions in a list beside it. " * 3)
    expect(turns(page, "interviewer").last).to_be_in_viewport()
    expect(page.get_by_label("Your answer")).to_be_in_viewport()


def test_who_reads_back_is_left_where_they_are(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral"))
    for _ in range(5):
        answer(page, "We rolled back first, although that took two fixes out with it, since minutes cost orders. " * 4)
    talk = page.get_by_role("log")
    talk.evaluate("box => box.scrollTo({ top: 0 })")
    page.wait_for_function("() => document.querySelector('[role=log]').scrollTop === 0")
    page.get_by_label("Your answer").fill("one\ntwo\nthree\nfour\nfive\nsix")
    page.wait_for_timeout(300)
    assert talk.evaluate("box => box.scrollTop") == 0


def test_no_hint_is_asked_for_after_the_close(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "I moved the price lists to a stream.")
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("button", name="End the round").click()
    expect(page.get_by_text("what would the verdict be?")).to_be_visible()
    page.evaluate(
        "() => { window.sent = []; const send = WebSocket.prototype.send;"
        " WebSocket.prototype.send = function (text) { window.sent.push(text); send.call(this, text); }; }"
    )
    page.keyboard.press("Control+Shift+H")
    expect(page.get_by_text("Ask for a hint?")).to_be_hidden()
    assert page.evaluate("window.sent") == []


def test_what_a_hint_costs_is_said_before_it_is_given(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="coding", question="kv_tx"))
    expect(page.get_by_role("button", name="Run the open tests")).to_be_visible()
    page.keyboard.press("Control+Shift+H")
    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_text("Ask for a hint?")).to_be_hidden()
    expect(page.get_by_role("log")).not_to_contain_text("Could I have a hint?")
    page.get_by_role("button", name="Hint").click()
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_role("log")).to_contain_text("Could I have a hint?")


def test_a_round_left_before_a_word_has_no_debrief(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="behavioral", question="led_initiative"))
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("button", name="End the round").click()
    page.get_by_role("link", name="Read the debrief").click()
    expect(page.get_by_text("there is nothing to debrief")).to_be_visible()
    page.get_by_role("link", name="To your sessions").click()
    expect(page.get_by_text("Left at once, counts for nothing").first).to_be_visible()


def test_an_emptied_editor_is_kept(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="coding", question="kv_tx"))
    editor = page.get_by_label("Your code")
    expect(editor).to_contain_text("class")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.get_by_title("Leave; the clock stands still").click()
    expect(page.get_by_text("Go on where you left off")).to_be_visible()
    page.get_by_role("link", name="Go on").first.click()
    expect(page.get_by_role("button", name="Run the open tests")).to_be_visible()
    expect(editor).to_have_text("")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.get_by_role("button", name="Run the open tests")).to_be_visible()
    expect(editor).to_have_text("")


def test_a_drawing_that_had_no_time_to_leave_survives_a_reload(page: Page, served: Served) -> None:
    enter(page, begin(served.address, round="system_design", question="rate_limiter"))
    page.get_by_role("button", name="+ Cache").click()
    page.reload()
    expect(page.get_by_role("tab", name="As text (1)")).to_be_visible()


def test_two_windows_on_one_board(context: BrowserContext, served: Served) -> None:
    session = begin(served.address, round="system_design", question="rate_limiter")
    one, other = context.new_page(), context.new_page()
    sent: list[str] = []
    for page in (one, other):
        page.on("websocket", lambda socket: socket.on("framesent", lambda text: sent.append(str(text))))
        enter(page, session)
        expect(page.get_by_role("button", name="+ Cache")).to_be_visible()
    one.get_by_role("button", name="+ Cache").click()
    expect(other.get_by_role("tab", name="As text (1)")).to_be_visible()
    other.get_by_role("button", name="+ Service").click()
    expect(one.get_by_role("tab", name="As text (2)")).to_be_visible()
    # Longer than a drawing rests before it is sent.
    one.wait_for_timeout(3000)
    assert sum('"draw"' in text for text in sent) == 2


def test_thirty_seconds_without_a_connection(page: Page, served: Served, context: BrowserContext) -> None:
    enter(page, begin(served.address, round="behavioral"))
    answer(page, "I took over a service that nobody had touched for a year.")
    context.set_offline(True)
    page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    time.sleep(2)
    page.get_by_label("Your answer").fill("Said while the line was down.")
    page.get_by_label("Your answer").press("Control+Enter")
    time.sleep(30)
    context.set_offline(False)
    expect(turns(page, "candidate")).to_have_count(2)
    expect(turns(page, "interviewer")).to_have_count(3)


def test_a_server_that_is_started_again(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path) as first:
        port = first.address.rsplit(":", 1)[1]
        page = browser.new_page(base_url=first.address)
        page.set_default_timeout(WAIT)
        enter(page, begin(first.address, round="behavioral"))
        answer(page, "The first sentence reached the disk.")
        first.process.kill()
        expect(page.get_by_text("Not connected; trying again")).to_be_visible()
        page.get_by_label("Your answer").fill("The second one waited.")
        page.get_by_label("Your answer").press("Control+Enter")
        expect(page.get_by_text("sent when the connection is back")).to_be_visible()
    with serving(tmp_path, "--port", port):
        expect(turns(page, "candidate")).to_have_count(2, timeout=WAIT)
        expect(turns(page, "interviewer")).to_have_count(3)
    page.close()


def test_two_windows_on_one_session(context: BrowserContext, served: Served) -> None:
    session = begin(served.address, round="behavioral")
    one, other = context.new_page(), context.new_page()
    enter(one, session)
    enter(other, session)
    answer(one, "Said in the first window.")
    expect(other.get_by_text("Said in the first window.")).to_be_visible()
    answer(other, "Said in the second window.")
    expect(one.get_by_text("Said in the second window.")).to_be_visible()
    expect(turns(one, "candidate")).to_have_count(2)


def test_ten_thousand_events_are_replayed(tmp_path: Path, browser: Browser) -> None:
    long_session(tmp_path)
    with serving(tmp_path) as server:
        page = browser.new_page(base_url=server.address)
        page.set_default_timeout(WAIT)
        page.goto("/replay/co-long")
        thumb = page.get_by_label("Moment of the round")
        thumb.press("End")
        expect(page.get_by_label("What was said until this moment")).to_contain_text(f"candidate {LONG - 2}")
        thumb.press("Home")
        expect(page.get_by_text("Press Play, or drag the slider.")).to_be_visible()
        page.close()
