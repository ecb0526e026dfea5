"""Axe's judgement of many pages, in one document that is opened once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from audits.promise import PROMISE
from tests.projects import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PROGRAM = Path(__file__).with_suffix(".js")
AT_ONCE = 25
HEIGHTS = {360: 740, 1280: 900}


@contextmanager
def open_desk(
    browser: Browser, url: str, *, width: int, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Page]:
    """Open a document in which pages can be judged."""
    size = {"width": width, "height": HEIGHTS[width]}
    with (
        browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            reduced_motion="reduce",
            color_scheme=scheme,
            bypass_csp=True,
            service_workers="block",
        ) as context,
        context.new_page() as page,
    ):
        page.goto(url)
        page.evaluate(AXE.read_text("utf-8"))
        page.evaluate(PROGRAM.read_text("utf-8"))
        yield page


def judge(
    desk: Page, url: str, paths: Sequence[str], *, without: Sequence[str] = (), only: Sequence[str] = ()
) -> list[str]:
    """Return what axe finds on the pages, by all rules that are promised, or all but some, or some only."""
    options: dict[str, Any] = {
        "runOnly": list(only or PROMISE.axe),
        "rules": {rule: {"enabled": False} for rule in without},
        "reporter": "no-passes",
        "preload": False,
        "elementRef": False,
    }
    faults = []
    for first in range(0, len(paths), AT_ONCE):
        addresses = [f"{url}{path}" for path in paths[first : first + AT_ONCE]]
        faults += desk.evaluate("([addresses, options]) => judge(addresses, options)", [addresses, options])
    return faults
