"""Every template at 320 pixels, at 200 % zoom, with wide text spacing, in forced colours and printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import Server
from tests.site.samples import LANGUAGES, PAGES, folder

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-1")]

WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > room + 0.5)
    .map((one) => `${one.tagName}.${one.className}`);
}"""
# WCAG 2.2, success criterion 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Text that is cut off: content that is higher or wider than a box that hides it.
CUT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => {
    const style = getComputedStyle(one);
    const hides = [style.overflowX, style.overflowY].some((way) => way === "hidden" || way === "clip");
    const over = one.scrollHeight - one.clientHeight > 1 || one.scrollWidth - one.clientWidth > 1;
    return hides && one.clientHeight > 1 && over;
  })
  .map((one) => `${one.tagName}.${one.className}`)"""
SMALL = """() => [...document.querySelectorAll("a, button, select, input, summary")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== "inline")
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
  .filter(([one, box]) => box.bottom > 0 && !one.closest("label"))
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
# The element with the focus, and whether something else lies over its middle.
OBSCURED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  if (!box.width) return "";
  const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
  const own = top && (document.activeElement.contains(top) || top.contains(document.activeElement));
  return own ? "" : document.activeElement.outerHTML.slice(0, 120);
}"""
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")]
  .filter((one) => getComputedStyle(one).scrollBehavior === "smooth").length"""


@pytest.fixture(scope="module")
def small(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(
        viewport={"width": 320, "height": 512}, reduced_motion="reduce", bypass_csp=True
    ) as context:
        yield context


@pytest.fixture
def page(small: BrowserContext) -> Iterator[Page]:
    with small.new_page() as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_on_a_small_or_zoomed_screen(
    page: Page, nginx: Server, name: str, language: str
) -> None:
    page.goto(f"{nginx.url}{folder(language)}{PAGES[name]}")
    assert page.evaluate(WIDER) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(MOVING) == 0
    page.add_style_tag(content=SPACING)
    assert page.evaluate(WIDER) == []
    assert page.evaluate(CUT) == []
    # 200 % zoom of a screen of 1280 pixels leaves 640.
    page.set_viewport_size({"width": 640, "height": 450})
    assert page.evaluate(WIDER) == []


@pytest.mark.parametrize("path", ["", "documents/all/", "plans/lc-2015/", "zh/general/about/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_is_never_hidden(browser: Browser, nginx: Server, path: str, width: int) -> None:
    with (
        browser.new_context(viewport={"width": width, "height": 600}, reduced_motion="reduce") as context,
        context.new_page() as page,
    ):
        page.goto(f"{nginx.url}{path}")
        stops = page.locator("a[href], button, select, summary, [tabindex='0']").filter(visible=True).count()
        hidden = []
        for _ in range(min(stops, 60)):
            page.keyboard.press("Tab")
            hidden.append(page.evaluate(OBSCURED))
        assert [one for one in hidden if one] == []


@pytest.mark.parametrize("path", ["", "plans/lc-2015/"])
def test_controls_can_be_told_in_forced_colours(browser: Browser, nginx: Server, path: str) -> None:
    with browser.new_context(forced_colors="active") as context, context.new_page() as page:
        page.goto(f"{nginx.url}{path}")
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        for _ in range(8):
            page.keyboard.press("Tab")
            seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert seen in {"solid", "auto"}, page.evaluate("document.activeElement.outerHTML")
        current = page.locator(".switch a[aria-current]")
        assert "underline" in str(current.evaluate("(one) => getComputedStyle(one).textDecorationLine"))


@pytest.mark.parametrize("path", ["general/about/", "plans/lc-2015/", "documents/all/"])
def test_a_printed_page_has_its_text_and_no_controls(browser: Browser, nginx: Server, path: str) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{nginx.url}{path}")
        page.emulate_media(media="print")
        for control in (".menu", ".switch", ".crumbs", "form", "button"):
            assert page.locator(control).filter(visible=True).count() == 0, control
        assert len(page.locator("main").inner_text()) > 500
        assert page.locator("h1").is_visible()


@pytest.mark.parametrize(
    ("path", "drawn"), [("plans/lc-2015/", ".year .bar"), ("general/figures/", ".bars .bar")]
)
def test_what_is_drawn_is_printed_too(browser: Browser, nginx: Server, path: str, drawn: str) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{nginx.url}{path}")
        seen = page.locator(drawn).filter(visible=True).count()
        assert seen > 2
        page.emulate_media(media="print")
        assert page.locator(drawn).filter(visible=True).count() == seen


def test_what_opens_on_demand_is_printed_open(browser: Browser, nginx: Server) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{nginx.url}plans/lc-2015/")
        activities = page.locator(".year li").filter(visible=True)
        assert activities.count() == 0
        page.emulate_media(media="print")
        assert activities.count() > 10


def test_each_fault_would_be_seen(page: Page) -> None:
    page.set_content(
        """<style>
        html { scroll-behavior: smooth; }
        .wide { width: 400px; }
        .cut { height: 20px; overflow: hidden; }
        button { width: 12px; height: 12px; padding: 0; display: block; }
        .lid { position: fixed; inset: 0; }
        </style><p class="wide">a</p><p class="cut">Chữ<br>bị<br>cắt</p><button></button>
        <p class="lid"></p>"""
    )
    assert page.evaluate(WIDER) == ["P.wide"]
    assert page.evaluate(CUT) == ["P.cut"]
    assert len(page.evaluate(SMALL)) == 1
    assert page.evaluate(MOVING) == 1
    page.keyboard.press("Tab")
    assert "<button>" in page.evaluate(OBSCURED)
