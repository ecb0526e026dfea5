"""A walk over every page of the portal, in a real Chromium in front of a real server, and axe's word on it.

All pages are loaded as a reader's browser loads them. Axe judges pages that have every sort of element by
all rules, at every width and in both colour schemes. It judges all other pages at every width, too, but not
by the rules of `OF_STYLE`: these ask how an element is drawn, and the pages that are judged by them have
every element in every place where it stands. They do not see a target made small by a short text on one page
alone.

Axe works in a document of its own (`barriers.js`): in each page's load it would have to be compiled and
warmed up again, which takes three times as long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Request

from audits.promise import PROMISE
from tests.conftest import Server, need, serve_by_nginx
from tests.site.addresses import published
from tests.site.barriers import judge, open_desk
from tests.site.cover import covering, shapes, uncovered

PARTS = 2
PER_TAB = 40
"""Chromium takes longer for each page, the more a tab has shown before."""
PHONE, DESK = PROMISE.widths
PHONE_ALONE: dict[str, Any] = {"viewport": {"width": PHONE, "height": 740}, "service_workers": "block"}
"""A phone without the service worker, which would keep a copy of each page; it has tests of its own."""
BLOCKED = "Service Worker registration blocked"
CONTRAST = "color-contrast"
OF_STYLE = (CONTRAST, "target-size", "link-in-text-block")
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
COMPLAINTS = """() => [
  ...window.violations,
  ...(document.documentElement.scrollWidth > innerWidth ? ["wider than the screen"] : []),
  ...performance.getEntriesByType("resource").map((one) => new URL(one.name))
    .filter((asked) => asked.origin !== location.origin).map((asked) => `asks ${asked.host}`),
]"""

each_part = pytest.mark.parametrize(
    "part",
    [pytest.param(part, marks=pytest.mark.xdist_group(f"browser-{part}")) for part in range(PARTS)],
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(shell: Browser) -> Browser:
    return shell


@pytest.fixture(scope="module")
def chosen(site: Path) -> list[str]:
    """Return addresses of pages that have every sort of element, found once for all workers."""
    kept = site.with_name("chosen.json")
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            pages = sorted(published(site))
            files = {one: site / (one if one.endswith(".html") else f"{one}index.html") for one in pages}
            found = covering({one: path.read_text("utf-8") for one, path in files.items()})
            kept.write_text(json.dumps(found), "utf-8")
    return [str(one) for one in json.loads(kept.read_text("utf-8"))]


def refused(log: Path, start: int) -> list[str]:
    """Return the lines of nginx's log, from a place on, that tell of what could not be served."""
    lines = log.read_bytes()[start:].decode().splitlines()
    return [line for line in lines if line.split('" ')[1] >= "400"]


def listen(page: Page, faults: list[str]) -> None:
    """Note what a page complains of; what is seldom is not asked for, so that most pages cost nothing."""

    def note_failure(request: Request) -> None:
        # The icon is asked for last, and given up when the walk goes on.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{page.url}: failed: {request.url}: {request.failure}")

    def note_message(message: Any) -> None:
        if message.type in {"error", "warning"} and BLOCKED not in message.text:
            faults.append(f"{page.url}: {message.type}: {message.text}")

    page.on("requestfailed", note_failure)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", note_message)


def walk(context: BrowserContext, server: Server, paths: list[str]) -> list[str]:
    """Load pages one after the other; return all complaints of the pages, the browser and the server."""
    faults: list[str] = []
    start = server.log.stat().st_size
    context.add_init_script(WATCH)
    for first in range(0, len(paths), PER_TAB):
        with context.new_page() as page:
            listen(page, faults)
            for path in paths[first : first + PER_TAB]:
                response = page.goto(f"{server.url}{path}")
                assert response is not None
                policy = response.headers.get("content-security-policy", "")
                if not policy.startswith("default-src 'none';"):
                    faults.append(f"{path}: no policy")
                faults.extend(f"{path}: {one}" for one in page.evaluate(COMPLAINTS))
    # Once this is answered, what was asked before stands in the log.
    assert context.request.get(server.url).ok
    return faults + refused(server.log, start)


@each_part
def test_every_page_loads_without_complaint(browser: Browser, nginx: Server, site: Path, part: int) -> None:
    paths = sorted(published(site))[part::PARTS]
    assert len(paths) > 700
    with browser.new_context(**PHONE_ALONE) as context:
        assert walk(context, nginx, paths) == []
        assert context.cookies() == []


@pytest.fixture
def spoilt(site: Path, tmp_path: Path) -> Iterator[tuple[Path, Server]]:
    """Serve a folder for pages with faults, apart from the portal's, which others read meanwhile."""
    need("nginx")
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("assets", "contact", "index.html", "404.html"):
        (folder / name).symlink_to(site / name)
    served = serve_by_nginx(folder, "/spoilt/", tmp_path)
    yield folder, next(served)
    served.close()


@pytest.mark.xdist_group("browser-0")
def test_the_walk_sees_complaints(browser: Browser, spoilt: tuple[Path, Server]) -> None:
    folder, server = spoilt
    wrong = {
        "inline.html": ("<script>document.title = 1</script>", "script-src"),
        "styled.html": ('<p style="color: red">a</p>', "style-src"),
        "stranger.html": ('<img src="http://localhost:9/a.png" alt="">', "asks localhost:9"),
        "missing.html": ('<img src="nothing.png" alt="">', "nothing.png HTTP"),
        "wide.html": (f"<pre>{'a' * 400}</pre>", "wider than"),
    }
    for name, (body, told) in wrong.items():
        (folder / name).write_text(f'<!doctype html><html lang="vi"><title>a</title>{body}', "utf-8")
        with browser.new_context(**PHONE_ALONE) as context:
            faults = walk(context, server, [name])
        assert any(told in one for one in faults), (name, faults)
    with browser.new_context(**PHONE_ALONE) as context:
        assert walk(context, server, ["contact/"]) == []


@each_part
@pytest.mark.parametrize("width", PROMISE.widths)
def test_axe_finds_no_barrier_on_any_page(
    browser: Browser, nginx: Server, site: Path, chosen: list[str], width: int, part: int
) -> None:
    need("node")
    others = sorted(published(site) - {*chosen})
    assert len(others) + len(chosen) == len(published(site))
    with open_desk(browser, nginx.url, width=width) as desk:
        assert judge(desk, nginx.url, others[part::PARTS], without=OF_STYLE) == []


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
def test_axe_sees_barriers_of_each_page(browser: Browser, spoilt: tuple[Path, Server]) -> None:
    need("node")
    folder, server = spoilt
    good = (folder / "contact" / "index.html").read_text("utf-8")
    pages = {
        "image-alt": good.replace("<h1", '<img src="a.png"><h1', 1),
        "color-contrast": good.replace(
            "</h1>", '</h1><p class="faint">Chữ mờ khó đọc</p><style>.faint{color:#ddd}</style>', 1
        ),
        "html-has-lang": good.replace('<html lang="vi"', "<html", 1),
        "landmark-one-main": good.replace("<main", "<div", 1).replace("</main>", "</div>", 1),
    }
    with open_desk(browser, server.url, width=PHONE) as desk:
        for rule, html in pages.items():
            (folder / f"{rule}.html").write_text(html, "utf-8")
            found = judge(desk, server.url, [f"{rule}.html", "contact/"])
            assert any(f": {rule}: " in one for one in found), (rule, found)
            assert not [one for one in found if "/contact/: " in one]


@pytest.mark.xdist_group("browser-0")
def test_each_page_is_judged_under_its_own_style_sheets(browser: Browser, nginx: Server, site: Path) -> None:
    need("node")
    rules = "[...document.adoptedStyleSheets].map((one) => one.cssRules.length)"
    found = {}
    with open_desk(browser, nginx.url, width=PHONE) as desk:
        for path in ("search/", "404.html", "search/"):
            html = (site / path / "index.html" if path.endswith("/") else site / path).read_text("utf-8")
            judge(desk, nginx.url, [path], only=["html-has-lang"])
            found[path] = desk.evaluate(rules)
            assert len(found[path]) == len(re.findall(r'<link rel="stylesheet" href="[^"]*">', html))
            assert all(found[path])
            assert desk.locator("head > link[rel=stylesheet]").count() == 0
    assert found["search/"] != found["404.html"]


def test_pages_that_cover_all_shapes_leave_none_out(site: Path, chosen: list[str]) -> None:
    html = {"a": "<p>a<b>b</b></p>", "b": "<p>a<b></b></p>", "c": '<p class="x">a</p>', "d": "<p>a</p>"}
    assert covering(html) == ["a", "c"]
    assert uncovered(["a"], html) == {">p[class=x]", ">p[class=x]>text"}
    assert shapes('<div role="note"><br><img alt=""></div>') == {
        ">div[role=note]",
        ">div[role=note]>br[]",
        ">div[role=note]>img[alt-]",
    }
    assert 100 < len(chosen) < len(published(site)) / 2
