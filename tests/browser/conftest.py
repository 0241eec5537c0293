"""A real Chromium on a real server; every page that a test opens may talk to that server alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from sparring.server.files import APP
from tests.serving import Served, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WAIT = 30_000


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not (APP / "index.html").exists():
        pytest.fail("The web app has not been built: run `make web`.")
    with serving(tmp_path_factory.mktemp("home")) as server:
        yield server


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
    yield chromium
    chromium.close()


@pytest.fixture(params=["light"])
def context(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A fresh profile; the test fails where a page asks another host, or logs an error."""
    # Without motion: a click into a part that is still opening can land beside what it was meant for.
    made = browser.new_context(
        base_url=served.address,
        color_scheme=request.param,
        viewport={"width": 1280, "height": 720},
        reduced_motion="reduce",
    )
    made.set_default_timeout(WAIT)
    own = (served.address, served.rooms, "data:", "blob:")
    strangers: list[str] = []
    errors: list[str] = []
    made.on("request", lambda asked: None if asked.url.startswith(own) else strangers.append(asked.url))
    made.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    made.on("weberror", lambda error: errors.append(str(error.error)))
    yield made
    made.close()
    assert strangers == []
    # Chromium logs every answer above 399 and every lost connection; what the page makes of them is tested.
    expected = ("WebSocket", "Failed to load resource")
    assert [error for error in errors if not any(word in error for word in expected)] == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which finds accessibility faults."""
    return (Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
