"""How fast the web app is on loopback, beside an empty page in the same browser.

    python benchmarks/web.py --runs 5

Needs the built app (`make web`) and Chromium. First page: a new browser profile, from the address to the heading and to
the sample debrief. Answer: from Ctrl+Enter to the interviewer's words on the screen. Replay: the median and the longest
time between two frames while a 10,000-event session is scrubbed.
"""

import argparse
import gzip
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import httpx  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tests.browser.conftest import ARGUMENTS  # noqa: E402
from tests.browser.long import long_session  # noqa: E402
from tests.browser.room import begin, enter, turns  # noqa: E402
from tests.serving import Served, serving  # noqa: E402

SAID = "I owned the change that caused it: I had raised a timeout without telling the ledger team."
SCRUB = """() => new Promise((done) => {
  const thumb = document.querySelector('[role=slider]');
  const times = [];
  let before = performance.now();
  let k = 0;
  const step = (now) => {
    times.push(now - before);
    before = now;
    if (k++ === 120) return done(times.slice(1));
    const key = k % 2 ? 'PageUp' : 'ArrowRight';
    thumb.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def first_page(browser: Browser, address: str, selector: str) -> float:
    """Seconds from the address to the element, in a fresh profile."""
    with browser.new_context() as context:
        page = context.new_page()
        begun = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector(selector)
        return time.perf_counter() - begun


def initial_script(page: Page, address: str) -> int:
    """Bytes of JavaScript that the first page loads before anything is clicked, gzipped."""
    page.goto(address)
    page.wait_for_selector("text=What decided it")
    names = page.evaluate("performance.getEntriesByType('resource').map(r => r.name).filter(n => n.endsWith('.js'))")
    return sum(len(gzip.compress(httpx.get(name).content, 9)) for name in names)


def answer(page: Page, served: Served, runs: int) -> list[float]:
    """Seconds from the key to the words."""
    enter(page, begin(served.address, round="behavioral", question="failure_incident", fast=False))
    times = []
    for k in range(runs + 1):
        heard = turns(page, "interviewer").count()
        page.get_by_label("Your answer").fill(f"{SAID} That was part {k}.")
        begun = time.perf_counter()
        page.get_by_label("Your answer").press("Control+Enter")
        turns(page, "interviewer").nth(heard).wait_for()
        times.append(time.perf_counter() - begun)
    return times[1:]


def frames(page: Page, served: Served) -> list[float]:
    """Milliseconds between frames while the replay is scrubbed."""
    page.goto(f"{served.address}/replay/co-long")
    page.get_by_label("Moment of the round").focus()
    times: list[float] = page.evaluate(SCRUB)
    return times


def main() -> None:
    """Print a line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        long_session(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS.split())
        with serving(Path(folder)) as served:
            page = browser.new_page(base_url=served.address)
            empty = statistics.median(first_page(browser, f"{served.address}/favicon.svg", "svg") for _ in range(runs))
            heading = statistics.median(first_page(browser, served.address, "h1") for _ in range(runs))
            sample = statistics.median(first_page(browser, served.address, "text=What decided it") for _ in range(runs))
            print(f"empty page                 {empty:.2f} s")
            print(f"first page, heading        {heading:.2f} s   {heading / empty:.1f} x the empty page")
            print(f"first page, sample debrief {sample:.2f} s   {sample / empty:.1f} x the empty page")
            print(f"its JavaScript, gzipped    {initial_script(page, served.address) / 1000:.0f} kB")
            waits = answer(page, served, runs)
            median, most = statistics.median(waits) * 1000, max(waits) * 1000
            print(f"answer on the screen       {median:.0f} ms, at most {most:.0f} ms")
            times = frames(page, served)
            print(f"frames while scrubbing     {statistics.median(times):.1f} ms, at most {max(times):.0f} ms")


if __name__ == "__main__":
    main()
