"""What tests of the reader's service share: a small portal that is served, and the display menu."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.conftest import Server, need, serve_by_nginx
from tests.projects import TODAY, write_project
from tests.records.samples import SAMPLES


def choose(page: Page, name: str, value: str) -> None:
    """Set one thing in the display menu."""
    page.locator(".display-button").click()
    page.locator(f"#display input[name={name}][value='{value}']").check()
    page.keyboard.press("Escape")
    expect(page.locator("#display")).to_be_hidden()


@contextmanager
def served(work: Path, settings: str = "") -> Iterator[tuple[Server, Path]]:
    """Build and serve a small portal under a path of its own."""
    need("nginx")
    root = write_project(work / "project", {**SAMPLES, "portal.yml": SAMPLES["portal.yml"] + settings})
    project = load_project(root, site_url="https://portal.example/a/b/", site=work / "site")
    assert build(project, today=TODAY).pages
    served = serve_by_nginx(work / "site", "/a/b/", work)
    try:
        yield next(served), root
    finally:
        served.close()
