"""Search as visitors use it, in a real Chromium: by keyboard, from the page and on its own page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Server
from tests.site.samples import ARTICLE, LANGUAGES, folder
from tests.site.visits import watched_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-0")]

ASKED = {"vi": "bien gioi", "en": "border gate", "zh": "口岸"}
FIRST = {
    "vi": "borders-seas/",
    "en": "potential/border-gate-economic-zone/",
    "zh": "borders-seas/border-gates/",
}
LATER = {"vi": "di sản", "en": "heritage", "zh": "遗产"}
ASK = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new Event("input"));
}"""

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(params=[(1280, 900), (320, 700)], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with watched_page(browser, *request.param) as one:
        yield one


@every_language
def test_a_slash_leads_to_the_field_and_arrows_to_a_page(page: Page, nginx: Server, language: str) -> None:
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    page.keyboard.press("/")
    field = page.locator("form.search input")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.type(ASKED[language])
    links = page.locator(".search .found li a")
    expect(links.first).to_be_visible()
    expect(page.locator(".search [role=status]")).to_contain_text(ASKED[language])
    assert links.first.locator("mark").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search .found")).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.type(" ")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{nginx.url}{folder(language)}{FIRST[language]}")


@every_language
def test_later_findings_leave_the_focus_where_it_is(page: Page, nginx: Server, language: str) -> None:
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    field = page.locator("form.search input")
    links = page.locator(".search .found li a")
    status = page.locator(".search [role=status]")
    field.fill(ASKED[language])
    expect(status).to_contain_text(ASKED[language])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    field.evaluate(ASK, LATER[language])
    expect(status).to_contain_text(LATER[language])
    expect(links.nth(1)).to_be_focused()
    field.evaluate(ASK, "qzxwvk")
    expect(status).to_contain_text("qzxwvk")
    expect(field).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(page: Page, nginx: Server) -> None:
    page.goto(nginx.url)
    page.locator("form.search input").focus()
    page.keyboard.type("93/KH")
    expect(page.locator("form.search input")).to_have_value("93/KH")


@every_language
def test_the_page_of_the_search_lists_what_is_asked_in_its_address(
    page: Page, nginx: Server, language: str
) -> None:
    page.goto(f"{nginx.url}{folder(language)}search/?q={quote(ASKED[language])}")
    hits = page.locator("main ol > li > a")
    expect(hits).to_have_count(10)
    assert str(hits.first.get_attribute("href")).endswith(f"/{folder(language)}{FIRST[language]}")
    expect(page).to_have_title(re.compile(ASKED[language]))
    expect(page.locator("form.search input")).to_have_value(ASKED[language])
    page.locator("#results > button").click()
    expect(hits).to_have_count(20)
    expect(hits.nth(10)).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


@every_language
def test_enter_leads_to_the_page_of_the_search(page: Page, nginx: Server, language: str) -> None:
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    page.locator("form.search input").fill(ASKED[language])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"{nginx.url}{folder(language)}search/\?q="))
    expect(page.locator("main ol > li > a")).to_have_count(10)
    page.locator("form.search input").fill("qzxwvk")
    page.keyboard.press("Enter")
    expect(page.locator("#results [role=status]")).to_contain_text("qzxwvk")
    expect(page.locator("main ol > li > a")).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_it_is_used(page: Page, nginx: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{nginx.url}{ARTICLE}", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]
    with page.expect_request(re.compile(r"/assets/search\.\w+\.js")):
        page.locator("form.search input").focus()


def test_an_index_that_cannot_be_had_is_told_of(browser: Browser, nginx: Server) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.route("**/search/vi/*.js*", lambda route: route.abort())
        page.goto(f"{nginx.url}search/?q=le+hoi")
        failed = page.locator("#results").get_attribute("data-failed")
        expect(page.locator("#results [role=status]")).to_have_text(str(failed))
        page.unroute("**/search/vi/*.js*")
        page.locator("form.search button").click()
        expect(page.locator("main ol > li > a")).to_have_count(10)


@every_language
def test_without_script_the_page_tells_what_to_do(browser: Browser, nginx: Server, language: str) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
        page.locator("form.search input").fill(ASKED[language])
        page.locator("form.search button").click()
        page.wait_for_url(re.compile(r"/search/\?q="))
        expect(page.locator("main noscript p")).to_be_visible()
        page.locator("main .prose a").first.click()
        page.wait_for_url(f"{nginx.url}{folder(language)}sitemap/")


def test_it_works_from_a_folder_of_files(browser: Browser, site: Path) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{(site / 'en' / ARTICLE / 'index.html').as_uri()}")
        page.keyboard.press("/")
        page.keyboard.type("Mường Tè")
        expect(page.locator(".search .found li a").first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/en/search/index\.html\?q="))
        page.locator("main ol > li > a").first.click()
        page.wait_for_url(re.compile(r"/en/places/muong-te/index\.html$"))


@every_language
def test_browsers_are_offered_the_search(site: Path, language: str) -> None:
    home = (site / folder(language) / "index.html").read_text("utf-8")
    found = re.search(r'<link rel="search"[^>]* href="([^"]+)"', home)
    assert found
    tree = ET.fromstring((site / folder(language) / found[1]).read_text("utf-8"))  # noqa: S314  (our own)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    template = f"https://laichau.gov.vn/thongtindoingoai/{folder(language)}search/?q="
    [url] = tree.iter(f"{space}Url")
    assert url.get("template") == f"{template}{{searchTerms}}"
    assert 3 <= len(tree.findtext(f"{space}ShortName") or "") <= 16
    told = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', home)[0])
    action = next(one for one in told["@graph"] if one["@type"] == "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{template}{{search_term_string}}"
