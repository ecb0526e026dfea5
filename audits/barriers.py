"""Axe on every page, by all rules, at every width and in both colour schemes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from audits.promise import PROMISE
from audits.serving import ROOT
from tests.conftest import CHROMIUM
from tests.site.addresses import published
from tests.site.barriers import judge, open_desk


def audit(url: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield width, colour scheme and faults of all pages."""
    paths = sorted(published(ROOT / "build" / "site"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for width in PROMISE.widths:
            with open_desk(browser, url, width=width) as desk:
                yield width, "light", judge(desk, url, paths)
            with open_desk(browser, url, width=width, scheme="dark") as desk:
                yield width, "dark", judge(desk, url, paths, only=["color-contrast"])
        browser.close()
