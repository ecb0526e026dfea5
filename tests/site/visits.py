"""What visits in a browser share: a small portal that is served, a page that is watched, the display menu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.conftest import Server, need, serve_by_nginx
from tests.projects import TODAY, write_project
from tests.records.samples import SAMPLES

SITE_URL = "https://portal.example/a/b/"


@contextmanager
def watched_page(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """Open a page of a window of that size; what goes wrong in it, fails the test in the end."""
    with (
        browser.new_context(viewport={"width": width, "height": height}) as context,
        context.new_page() as page,
    ):
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        yield page
        assert faults == []


def choose(page: Page, name: str, value: str) -> None:
    """Set one thing in the display menu."""
    page.locator(".display-button").click()
    page.locator(f"#display input[name={name}][value='{value}']").check()
    page.keyboard.press("Escape")
    expect(page.locator("#display")).to_be_hidden()


@contextmanager
def served_samples(work: Path, settings: str = "") -> Iterator[tuple[Server, Path]]:
    """Build and serve a portal of a page of each sort."""
    files = {**SAMPLES, "portal.yml": SAMPLES["portal.yml"] + settings}
    with served(work, files) as server:
        yield server, work / "project"


@contextmanager
def served(work: Path, files: Mapping[str, str | bytes]) -> Iterator[Server]:
    """Build and serve a small portal under a path of its own."""
    need("nginx")
    root = write_project(work / "project", files)
    project = load_project(root, site_url=SITE_URL, site=work / "site")
    assert build(project, today=TODAY).pages
    serving = serve_by_nginx(work / "site", "/a/b/", work)
    try:
        yield next(serving)
    finally:
        serving.close()
