"""What holds for each type of page in each language, in a real Chromium; a page is loaded once for all.

The pages are dealt to two groups, so that two workers with a Chromium each share them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.conftest import Server
from tests.site.samples import LANGUAGES, NOT_FOUND, PAGES, TAGS, folder

DESK = {"width": 1280, "height": 900}

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
SWITCH = """() => [...document.querySelectorAll(".switch a")].map((one) => [one.lang, one.href])"""
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 0.5)
    .map((one) => `${one.tagName}.${one.className}`);
}"""
# Filters and buttons are of use with a script only, and shown by it.
READ = """() => {
  document.querySelectorAll("main :is(form, button)").forEach((one) => one.remove());
  return document.querySelector("main").innerText;
}"""


class Visit(NamedTuple):
    """A loaded page, with what it asked for and complained of."""

    language: str
    path: str
    page: Page
    response: Response
    asked: list[str]
    faults: list[str]


CASES = [
    pytest.param(
        (language, path),
        id=f"{name}-{language}",
        marks=[pytest.mark.browser, pytest.mark.xdist_group(f"browser-{index % 2}")],
    )
    for index, (name, path) in enumerate(PAGES.items())
    for language in LANGUAGES
]


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=DESK, reduced_motion="reduce") as context:
        context.add_init_script(WATCH)
        yield context


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        yield page


@pytest.fixture(scope="module", params=CASES)
def visit(request: pytest.FixtureRequest, desk: BrowserContext, nginx: Server) -> Iterator[Visit]:
    language, path = request.param
    asked: list[str] = []
    faults: list[str] = []

    def note_response(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            faults.append(f"{response.status}: {response.url}")

    def note_message(message: Any) -> None:
        # Chromium reports the status of the page itself; a test looks at that.
        own = message.location.get("url") == page.url and "status of 404" in message.text
        if message.type in {"error", "warning"} and not own:
            faults.append(f"{message.type}: {message.text}")

    with desk.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("response", note_response)
        page.on("console", note_message)
        response = page.goto(f"{nginx.url}{folder(language)}{path}")
        assert response is not None
        yield Visit(language, path, page, response, asked, faults)


def test_a_page_is_served_in_its_language_under_a_strict_policy(visit: Visit) -> None:
    assert visit.response.status == (404 if visit.path == NOT_FOUND else 200)
    assert visit.response.headers["content-security-policy"].startswith("default-src 'none';")
    assert visit.page.locator("html").get_attribute("lang") == TAGS[visit.language]


def test_a_page_loads_without_complaint_and_from_its_own_host(visit: Visit, nginx: Server) -> None:
    assert visit.faults == []
    assert visit.page.evaluate("window.violations") == []
    assert {urlsplit(asked).netloc for asked in visit.asked} == {urlsplit(nginx.url).netloc}
    assert any(asked.endswith(".css") for asked in visit.asked)


def test_the_language_switch_keeps_the_page(visit: Visit, nginx: Server) -> None:
    kept = "" if visit.path == NOT_FOUND else visit.path
    expected = [[TAGS[language], f"{nginx.url}{folder(language)}{kept}"] for language in LANGUAGES]
    assert visit.page.evaluate(SWITCH) == expected


def test_nothing_is_wider_than_a_small_screen(visit: Visit) -> None:
    for width in (320, 360):
        visit.page.set_viewport_size({"width": width, "height": 740})
        assert visit.page.evaluate(WIDER) == [], width
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_same_text_can_be_read(visit: Visit, scriptless: Page) -> None:
    scriptless.goto(visit.page.url)
    assert scriptless.locator("main :is(form, button)").filter(visible=True).count() == 0
    visit.page.set_viewport_size(DESK)
    without, with_script = scriptless.locator("main").inner_text(), visit.page.evaluate(READ)
    for told in scriptless.locator("main noscript").all():
        without = without.replace(told.inner_text(), "")
    assert without.split() == with_script.split()
    assert len(without) > 100
