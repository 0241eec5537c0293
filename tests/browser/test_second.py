"""A second opinion in the browser, and what a question's author has for whoever has answered it."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WAIT
from tests.llm.answering import answering
from tests.llm.second_rater import VOICED, WORDS, an_expert, brought_in, citing
from tests.serving import Served, serving


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that knows a language model."""
    with (
        answering(lambda request: citing(WORDS, 2)(request) if WORDS in str(request) else an_expert(request)) as model,
        serving(tmp_path_factory.mktemp("second"), SPARRING_MODEL="llama", SPARRING_MODEL_URL=model.url) as served,
    ):
        yield served


@pytest.fixture
def page(browser: Browser, named: Served) -> Iterator[Page]:
    context = browser.new_context(base_url=named.address, reduced_motion="reduce")
    context.set_default_timeout(WAIT)
    yield context.new_page()
    context.close()


def debrief_of(served: Served) -> str:
    with httpx.Client(base_url=served.address, timeout=60) as api:
        return f"/debrief/{brought_in(api)}"


def test_it_is_asked_shown_and_taken_off(page: Page, named: Served) -> None:
    page.goto(debrief_of(named))
    expect(page.get_by_text("llama can rate the same signals")).to_contain_text(
        "the server on this machine that you named"
    )
    page.get_by_role("button", name="Ask llama").click()
    expect(page.get_by_text("Given by llama.")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("second opinion 2").first).to_be_visible()
    expect(page.get_by_text(VOICED).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("second opinion 2").first).to_be_visible()
    page.get_by_role("button", name="Back to the local raters alone").click()
    expect(page.get_by_role("button", name="Ask llama")).to_be_visible()
    expect(page.get_by_text("second opinion 2")).to_have_count(0)


def test_it_is_measured_and_the_debrief_says_what_it_weighs(page: Page, named: Served) -> None:
    address = debrief_of(named)
    page.goto(address)
    page.get_by_role("link", name="Settings").last.click()
    expect(page.get_by_text("so its second opinions weigh half")).to_be_visible()
    page.get_by_role("button", name="Measure llama").click()
    expect(page.get_by_text("its second opinions weigh 50% from now on")).to_be_visible(timeout=2 * WAIT)
    page.goto(address)
    expect(page.get_by_text("llama was measured")).to_be_visible()
    page.get_by_role("button", name="Ask llama").click()
    expect(page.get_by_text("it agreed with experts at").first).to_be_visible(timeout=WAIT)


def test_without_a_model_nothing_is_offered(browser: Browser, served: Served) -> None:
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    page.goto(debrief_of(served))
    expect(page.get_by_role("heading", name="Your note")).to_be_visible()
    expect(page.get_by_role("heading", name="A second opinion")).to_have_count(0)
    context.close()
