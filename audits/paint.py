"""How soon a page shows something on a slow line, and whether anything moves after that."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from audits.lighthouse import PAGES
from audits.serving import ROOT
from tests.conftest import CHROMIUM

LINE = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s each way, 300 ms there and back."""
PHONE = {"width": 360, "height": 740}
SEEN = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
    shift,
  ]), 500);
})"""


class Paint(NamedTuple):
    """What three visits saw: the median of milliseconds until text, and the most that things moved."""

    page: str
    first: float
    shift: float


def measure(url: str) -> Iterator[Paint]:
    """Yield what a first visit to each page sees, with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for name, path in PAGES.items():
            if (ROOT / "build" / "site" / path / "index.html").is_file():
                visits = [_measure(browser, name, f"{url}{path}") for _ in range(3)]
                yield Paint(name, sorted(visits)[1].first, max(one.shift for one in visits))
        browser.close()


def _measure(browser: Browser, name: str, address: str) -> Paint:
    with browser.new_context(viewport=PHONE) as context, context.new_page() as page:  # type: ignore[arg-type]
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        page.goto(address, wait_until="load")
        first, shift = page.evaluate(SEEN)
        return Paint(name, first, shift)
