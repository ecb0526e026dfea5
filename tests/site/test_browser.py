"""What a visitor does, in a real Chromium in front of a real server: filter, tab, open the menu, get lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import Server
from tests.site.samples import ARTICLE, LANGUAGES, PLAN, TAGS, folder

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-0")]

FOCUS_SEEN = """() => {
  const shown = getComputedStyle(document.activeElement);
  return document.activeElement.matches(":focus-visible")
    && shown.outlineStyle === "solid" && parseFloat(shown.outlineWidth) >= 2;
}"""
FOCUSED = "document.activeElement.outerHTML.slice(0, 200)"

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        yield context


@pytest.fixture
def page(desk: BrowserContext) -> Iterator[Page]:
    with desk.new_page() as opened:
        yield opened


@pytest.fixture
def phone(desk: BrowserContext) -> Iterator[Page]:
    with desk.new_page() as opened:
        opened.set_viewport_size({"width": 360, "height": 740})
        yield opened


# The language switch ----------------------------------------------------------------------------


def test_the_language_switch_leads_round_on_the_same_page(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}{PLAN}")
    for language in ("en", "zh", "vi"):
        page.locator(f".switch a[hreflang={TAGS[language]}]").click()
        page.wait_for_url(f"{nginx.url}{folder(language)}{PLAN}")
        expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
        expect(page.locator(".switch a[aria-current]")).to_have_attribute("hreflang", TAGS[language])


# The plan's filter ------------------------------------------------------------------------------


def _shown(page: Page) -> list[str]:
    return page.locator("#list > li").filter(visible=True).locator("h3").all_inner_texts()


@every_language
def test_the_plan_is_filtered_by_kind_agency_and_period(page: Page, nginx: Server, language: str) -> None:
    plan = f"{nginx.url}{folder(language)}{PLAN}"
    page.goto(plan)
    total = page.locator("#list > li").count()
    assert total > 10
    expect(page.locator("form[data-filter] [role=status]")).to_contain_text(str(total))
    for name in ("type", "agency", "period"):
        field = page.locator(f"select[name={name}]")
        values = field.evaluate("(one) => [...one.options].slice(1).map((option) => option.value)")
        assert len(values) >= 4
        for value in values:
            field.select_option(value)
            expect(page).to_have_url(f"{plan}?{name}={value}")
            fitting = page.locator(f"#list > li[data-{name}~='{value}']").count()
            expect(page.locator("#list > li").filter(visible=True)).to_have_count(fitting)
        page.locator("form[data-filter] button[type=reset]").click()
        expect(page).to_have_url(plan)
        assert len(_shown(page)) == total
    page.locator("select[name=type]").select_option("publication")
    page.locator("select[name=agency]").select_option("so-vhttdl")
    expect(page.locator("#list > li").filter(visible=True)).to_have_count(1)


def test_a_filtered_list_can_be_shared_by_its_address(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}{PLAN}")
    page.locator("select[name=type]").select_option("press")
    page.locator("select[name=period]").select_option("q2")
    expect(page).to_have_url(f"{nginx.url}{PLAN}?type=press&period=q2")
    address, shown = page.url, _shown(page)
    assert len(shown) == 1
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#list > li").filter(visible=True)).to_have_count(1)
    assert _shown(page) == shown
    expect(page.locator("select[name=type]")).to_have_value("press")


def test_the_script_of_the_filter_is_loaded_when_a_reader_turns_to_it(page: Page, nginx: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{nginx.url}{PLAN}", wait_until="networkidle")
    form = page.locator("form[data-filter]")
    expect(form).to_be_visible()
    told = form.get_by_role("status").inner_text()
    assert not any("/filter." in one for one in asked)
    with page.expect_response(lambda response: "/filter." in response.url):
        form.get_by_role("combobox").first.focus()
    form.get_by_role("combobox").first.select_option("press")
    expect(form.get_by_role("status")).not_to_have_text(told)
    assert sum("/filter." in one for one in asked) == 1


def test_the_focus_stays_where_it_is_when_the_script_of_the_filter_comes(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}documents/all/")
    link = page.locator("#list > li a").nth(2)
    link.evaluate(
        """(one) => new Promise((come) => {
          document.querySelector("form[data-filter] select").focus();
          one.focus();
          document.querySelector("script[src*='/filter.']").addEventListener("load", come);
        })"""
    )
    expect(link).to_be_focused()


def test_what_a_reader_chose_before_the_script_came_holds(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}{PLAN}")
    page.locator("select[name=type]").evaluate("(one) => { one.value = 'press'; one.focus(); }")
    expect(page).to_have_url(f"{nginx.url}{PLAN}?type=press")
    assert len(_shown(page)) == 1


def test_an_unknown_filter_in_the_address_shows_everything(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}{PLAN}")
    everything = _shown(page)
    page.goto(f"{nginx.url}{PLAN}?type=nonsense&agency=%22%5D")
    expect(page).to_have_url(f"{nginx.url}{PLAN}")
    assert _shown(page) == everything


def test_a_filter_that_nothing_fits_says_so(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}{PLAN}?type=press&agency=so-cong-thuong")
    form = page.locator("form[data-filter]")
    expect(form.locator("[role=status]")).to_have_text(form.get_attribute("data-none") or "")
    assert _shown(page) == []


# The order of a list ----------------------------------------------------------------------------


@every_language
def test_projects_are_ordered_by_name_and_capital_and_shared_so(
    page: Page, nginx: Server, language: str
) -> None:
    projects = f"{nginx.url}{folder(language)}projects/"
    page.goto(projects)
    titles, total = page.locator("#list > li h2"), page.locator("#list > li").count()
    own = titles.all_inner_texts()
    page.locator("select[name=sort]").select_option("capital")
    expect(page).to_have_url(f"{projects}?sort=capital")
    ranks = page.locator("#list > li").evaluate_all("(all) => all.map((one) => +one.dataset.byCapital)")
    assert ranks == list(range(total))
    assert titles.all_inner_texts() != own
    page.locator("select[name=sector]").select_option("tourism")
    expect(page).to_have_url(f"{projects}?sector=tourism&sort=capital")
    address = page.url
    shown = page.locator("#list > li").filter(visible=True).locator("h2").all_inner_texts()
    assert 0 < len(shown) < total
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("select[name=sort]")).to_have_value("capital")
    assert page.locator("#list > li").filter(visible=True).locator("h2").all_inner_texts() == shown
    page.locator("form[data-filter] button[type=reset]").click()
    expect(page).to_have_url(projects)
    assert titles.all_inner_texts() == own
    page.locator("select[name=sort]").select_option("name")
    inner = titles.all_inner_texts()
    assert (
        page.evaluate("(all) => all.sort(new Intl.Collator(document.documentElement.lang).compare)", inner)
        == inner
    )


@every_language
def test_a_page_of_a_long_list_says_that_its_filter_reaches_no_further(
    page: Page, nginx: Server, language: str
) -> None:
    places = f"{nginx.url}{folder(language)}places/"
    page.goto(f"{places}page/2/")
    form = page.locator("form[data-filter]")
    shown = page.locator("#list > li").count()
    expect(form.locator("[role=status]")).to_contain_text(str(shown))
    expect(form.locator("[role=status]")).to_contain_text(str(50 + shown))
    form.locator("p a").click()
    page.wait_for_url(places)


def test_without_script_the_whole_plan_is_there(browser: Browser, nginx: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as plain:
        plain.goto(f"{nginx.url}{PLAN}?type=press")
        assert len(_shown(plain)) == plain.locator("#list > li").count() > 10


# Keyboard and small screens ---------------------------------------------------------------------


@every_language
def test_the_skip_link_comes_first_and_leads_to_the_text(page: Page, nginx: Server, language: str) -> None:
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    assert page.evaluate(FOCUS_SEEN)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["", PLAN], ids=["home", "plan"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_can_be_seen_at_every_stop(page: Page, nginx: Server, path: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{nginx.url}{path}")
    stops = page.locator("a[href], button, select, [tabindex='0']").filter(visible=True).count()
    for _ in range(min(stops, 40)):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SEEN), page.evaluate(FOCUSED)


@every_language
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(phone: Page, nginx: Server, language: str) -> None:
    phone.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    menu, button = phone.locator("#menu"), phone.locator(".menu-button")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    for entry in menu.locator("a").all():
        expect(entry).to_be_in_viewport(ratio=1)
    phone.keyboard.press("Tab")
    assert menu.evaluate("(one) => one.contains(document.activeElement)")
    assert phone.evaluate(FOCUS_SEEN)
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_of_a_phone_leads_to_a_section(phone: Page, nginx: Server) -> None:
    phone.goto(nginx.url)
    phone.locator(".menu-button").click()
    phone.locator("#menu a").nth(1).click()
    phone.wait_for_url(f"{nginx.url}news/")
    expect(phone.locator("#menu")).to_be_hidden()


@every_language
def test_the_menu_of_a_desk_stands_in_one_line(page: Page, nginx: Server, language: str) -> None:
    page.goto(f"{nginx.url}{folder(language)}")
    expect(page.locator(".menu-button")).to_be_hidden()
    entries = page.locator("#menu a")
    expect(entries).to_have_count(8)
    tops = entries.evaluate_all("(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))")
    assert len(set(tops)) == 1


# Unknown addresses ------------------------------------------------------------------------------


@every_language
@pytest.mark.parametrize("path", ["nothing", "news/2031/nothing/at/all/", "plans/lc-1999/index.html"])
def test_an_unknown_address_is_answered_in_its_own_language(
    page: Page, nginx: Server, language: str, path: str
) -> None:
    response = page.goto(f"{nginx.url}{folder(language)}{path}")
    assert response is not None
    assert response.status == 404
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    words = {"vi": "Không tìm thấy", "en": "not found", "zh": "找不到"}
    expect(page.locator("h1")).to_have_text(re.compile(words[language]))
    # From any depth, style and links are found.
    expect(page.locator("body")).to_have_css("margin", "0px")
    page.locator("main a").first.click()
    page.wait_for_url(f"{nginx.url}{folder(language)}")
