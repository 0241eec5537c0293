"""Takes the pictures of the README in both colour schemes: docs/pictures/*.png. Needs the built app and Chromium."""

import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.room import answer, begin, enter  # noqa: E402
from tests.serving import Served, serving  # noqa: E402

from sparring.session.importing import keep  # noqa: E402
from sparring.session.sample import sample_transcript  # noqa: E402
from sparring.store import Store  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 720}
QUESTION = "Before I draw anything: how many customers are there, and how many requests a second at the busiest moment?"
PLAN = (
    "So 200,000 requests a second on average, say 600,000 at the peak. I'd count in memory at the edge and settle with "
    "a shared store every hundred milliseconds: we give up exactness, a customer can overshoot by one window, and no "
    "request waits for a round trip."
)


def connect(page: Page, source: str, target: str) -> None:
    """An arrow, by the text twin of the board."""
    page.get_by_role("tab", name="As text").click()
    for label, name in (("From", source), ("To", target)):
        page.get_by_role("combobox", name=label, exact=True).click()
        page.get_by_role("option", name=name, exact=True).click()
    page.get_by_role("button", name="Connect").click()
    page.get_by_text(f"{source} → {target}").wait_for()


def design(page: Page, served: Served) -> None:
    """A design round with something on the board."""
    enter(page, begin(served.address, round="system_design", question="rate_limiter", interviewer="warm", fast=False))
    page.get_by_role("button", name="+ Client").click()
    page.get_by_role("button", name="+ Load balancer").click()
    page.get_by_role("button", name="+ Service").click()
    page.get_by_role("button", name="+ Cache").click()
    page.get_by_text("On the board").wait_for()
    for source, target in (("Client", "Load balancer"), ("Load balancer", "Service"), ("Service", "Cache")):
        connect(page, source, target)
    page.get_by_role("tab", name="Board").click()
    answer(page, QUESTION)
    answer(page, PLAN)
    page.wait_for_timeout(2500)


def coding(page: Page, served: Served) -> None:
    """A coding round after the open tests."""
    enter(page, begin(served.address, round="coding", question="lru_ttl", interviewer="terse", fast=False))
    answer(page, "What should happen when the capacity is zero, and is it called by one thread or by many?")
    page.get_by_role("button", name="Run the open tests").click()
    page.get_by_text("open tests pass").first.wait_for()


def debrief(page: Page, served: Served) -> None:
    """The debrief of the sample."""
    page.goto("/debrief/be-sample-0")
    page.get_by_text("What decided it").wait_for()


def progress(page: Page, served: Served) -> None:
    """Progress after four rounds."""
    page.goto("/progress")
    page.get_by_label("Signals by round").wait_for(timeout=60_000)


SCENES = {"design": design, "coding": coding, "debrief": debrief, "progress": progress}


def take(browser: Browser, served: Served, scheme: Literal["light", "dark"]) -> None:
    """Every scene in one colour scheme."""
    for name, scene in SCENES.items():
        page = browser.new_page(base_url=served.address, color_scheme=scheme, viewport=SIZE)  # type: ignore[arg-type]
        scene(page, served)
        page.screenshot(path=PICTURES / f"{name}-{scheme}.png")
        page.close()


def main() -> None:
    """Light and dark."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        with Store.open(Path(folder) / "sparring.db") as store:
            for k in range(4):
                keep(store, sample_transcript(), f"be-sample-{k}", datetime.now(UTC) - timedelta(days=12 - 3 * k))
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS.split())
        with serving(Path(folder)) as served:
            take(chromium, served, "light")
            take(chromium, served, "dark")


if __name__ == "__main__":
    main()
