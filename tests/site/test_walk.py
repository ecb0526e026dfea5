"""A walk over every page of the portal, in a real Chromium in front of a real server, and axe's word on it.

Pages that have every sort of element are loaded as a reader's browser loads them, and axe judges them by all
rules at every width and in both colour schemes. With EVERY_PAGE set, as `make audit` sets it, all pages are
loaded, and axe judges all of them on a phone by every rule but that on contrast: that takes ten minutes more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from audits.promise import PROMISE
from tests.conftest import Server, need
from tests.site.barriers import judge, open_desk
from tests.site.cover import covering, shapes, uncovered

PARTS = 2
EVERY_PAGE = "EVERY_PAGE" in os.environ
PHONE, DESK = PROMISE.widths
PHONE_ALONE: dict[str, Any] = {"viewport": {"width": PHONE, "height": 740}, "service_workers": "block"}
"""A phone without the service worker, which would keep a copy of each page; it has tests of its own."""
BLOCKED = "Service Worker registration blocked"
CONTRAST = "color-contrast"
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
COMPLAINTS = """() => [
  ...window.violations,
  ...(document.documentElement.scrollWidth > innerWidth ? ["wider than the screen"] : []),
]"""

each_part = pytest.mark.parametrize(
    "part",
    [pytest.param(part, marks=pytest.mark.xdist_group(f"browser-{part}")) for part in range(PARTS)],
)
pytestmark = pytest.mark.browser


def addresses(site: Path) -> list[str]:
    """Return where the pages stand, from the site's root."""
    return sorted(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")
    )


@pytest.fixture(scope="module")
def chosen(site: Path) -> list[str]:
    """Return addresses of pages that have every sort of element."""
    pages = addresses(site)
    files = {one: site / (one if one.endswith(".html") else f"{one}index.html") for one in pages}
    return covering({one: path.read_text("utf-8") for one, path in files.items()})


@contextmanager
def listening(page: Page, faults: list[str]) -> Iterator[set[str]]:
    """Note what a page complains of, and yield the hosts that it asks."""
    hosts: set[str] = set()

    def note_response(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{page.url}: {response.status}: {response.url}")

    def note_failure(request: Request) -> None:
        # The icon is asked for last, and given up when the walk goes on.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{page.url}: failed: {request.url}: {request.failure}")

    def note_message(message: Any) -> None:
        if message.type in {"error", "warning"} and BLOCKED not in message.text:
            faults.append(f"{page.url}: {message.type}: {message.text}")

    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("requestfailed", note_failure)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", note_response)
    page.on("console", note_message)
    yield hosts


def walk(context: BrowserContext, url: str, paths: list[str]) -> tuple[list[str], set[str]]:
    """Load pages one after the other; return all complaints, and the hosts that were asked."""
    faults: list[str] = []
    context.add_init_script(WATCH)
    with context.new_page() as page, listening(page, faults) as hosts:
        for path in paths:
            response = page.goto(f"{url}{path}")
            assert response is not None
            policy = response.headers.get("content-security-policy", "")
            if not policy.startswith("default-src 'none';"):
                faults.append(f"{path}: no policy")
            faults.extend(f"{path}: {one}" for one in page.evaluate(COMPLAINTS))
    return faults, hosts


@each_part
def test_pages_load_without_complaint(
    browser: Browser, nginx: Server, site: Path, chosen: list[str], part: int
) -> None:
    paths = (addresses(site) if EVERY_PAGE else chosen)[part::PARTS]
    assert len(paths) > (700 if EVERY_PAGE else 100)
    with browser.new_context(**PHONE_ALONE) as context:
        faults, hosts = walk(context, nginx.url, paths)
        assert faults == []
        assert hosts == {urlsplit(nginx.url).netloc}
        assert context.cookies() == []


@pytest.mark.xdist_group("browser-0")
def test_the_walk_sees_complaints(browser: Browser, nginx: Server, site: Path) -> None:
    wrong = {
        "inline.html": "<script>document.title = 1</script>",
        "styled.html": '<p style="color: red">a</p>',
        "stranger.html": '<img src="http://localhost:9/a.png" alt="">',
        "missing.html": '<img src="nothing.png" alt="">',
        "wide.html": "<pre>" + "a" * 400 + "</pre>",
    }
    folder = site / "wrong"
    folder.mkdir()
    try:
        for name, body in wrong.items():
            (folder / name).write_text(f'<!doctype html><html lang="vi"><title>a</title>{body}', "utf-8")
        with browser.new_context(**PHONE_ALONE) as context:
            for name in wrong:
                faults, _ = walk(context, f"{nginx.url}wrong/", [name])
                assert faults, name
    finally:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


@each_part
@pytest.mark.skipif(not EVERY_PAGE, reason="part of make audit")
def test_axe_finds_no_barrier_on_any_page(browser: Browser, nginx: Server, site: Path, part: int) -> None:
    need("node")
    paths = addresses(site)[part::PARTS]
    with open_desk(browser, nginx.url, width=PHONE) as desk:
        assert judge(desk, nginx.url, paths, without=[CONTRAST]) == []


@each_part
@pytest.mark.parametrize("width", PROMISE.widths)
def test_axe_finds_no_barrier_on_any_sort_of_element(
    browser: Browser, nginx: Server, chosen: list[str], width: int, part: int
) -> None:
    need("node")
    with open_desk(browser, nginx.url, width=width) as desk:
        assert judge(desk, nginx.url, chosen[part::PARTS]) == []


@each_part
def test_colours_of_the_dark_have_contrast(
    browser: Browser, nginx: Server, chosen: list[str], part: int
) -> None:
    need("node")
    with open_desk(browser, nginx.url, width=DESK, scheme="dark") as desk:
        assert judge(desk, nginx.url, chosen[part::PARTS], only=[CONTRAST]) == []


@pytest.mark.xdist_group("browser-0")
def test_axe_sees_barriers_of_each_page(browser: Browser, nginx: Server, site: Path) -> None:
    need("node")
    good = (site / "contact" / "index.html").read_text("utf-8")
    pages = {
        "image-alt": good.replace("<h1", '<img src="a.png"><h1', 1),
        "color-contrast": good.replace(
            "</h1>", '</h1><p class="faint">Chữ mờ khó đọc</p><style>.faint{color:#ddd}</style>', 1
        ),
        "html-has-lang": good.replace('<html lang="vi"', "<html", 1),
        "landmark-one-main": good.replace("<main", "<div", 1).replace("</main>", "</div>", 1),
    }
    with open_desk(browser, nginx.url, width=PHONE) as desk:
        for rule, html in pages.items():
            path = site / f"{rule}.html"
            path.write_text(html, "utf-8")
            try:
                found = judge(desk, nginx.url, [path.name, "contact/"])
            finally:
                path.unlink()
            assert any(f": {rule}: " in one for one in found), (rule, found)
            assert not [one for one in found if "/contact/: " in one]


def test_pages_that_cover_all_shapes_leave_none_out(site: Path, chosen: list[str]) -> None:
    html = {"a": "<p>a<b>b</b></p>", "b": "<p>a<b></b></p>", "c": '<p class="x">a</p>', "d": "<p>a</p>"}
    assert covering(html) == ["a", "c"]
    assert uncovered(["a"], html) == {">p[class=x]", ">p[class=x]>text"}
    assert shapes('<div role="note"><br><img alt=""></div>') == {
        ">div[role=note]",
        ">div[role=note]>br[]",
        ">div[role=note]>img[alt-]",
    }
    assert 100 < len(chosen) < len(addresses(site)) / 2
