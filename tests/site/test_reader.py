"""What a reader may set and do: in a real Chromium, in front of a real server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import Server
from tests.site.samples import ARTICLE, LANGUAGES, TAGS, folder
from tests.site.visits import choose, served_samples

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-0")]
every_language = pytest.mark.parametrize("language", LANGUAGES)

VOICES = """
window.said = [];
const synth = new EventTarget();
synth.getVoices = () => window.voices.map((lang) => ({ lang, name: lang }));
synth.speak = (one) => {
  if (!one.text) return;
  window.said.push([one.lang, one.voice.lang, one.text]);
  window.last = one;
};
synth.cancel = () => { window.cancelled = true; };
Object.defineProperty(window, "speechSynthesis", { value: synth });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", {
  value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } },
});
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


# Text size and colours --------------------------------------------------------------------------


@every_language
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_largest_text_is_kept_and_fits(page: Page, nginx: Server, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    size = "parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)"
    before = page.evaluate(size)
    choose(page, "size", "130")
    assert page.evaluate(size) == pytest.approx(before * 1.3)
    page.goto(f"{nginx.url}{folder(language)}")
    assert page.evaluate(size.replace(".prose p", "body")) == pytest.approx(16 * 1.3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".display-button").click()
    expect(page.locator("#display input[name=size][value='130']")).to_be_checked()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_follow_the_system_unless_the_reader_chooses(page: Page, nginx: Server, system: Any) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(f"{nginx.url}{ARTICLE}")
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(background)
    assert light != dark
    page.emulate_media(color_scheme=system)
    for chosen, expected in (("dark", dark), ("light", light), ("", {"light": light, "dark": dark}[system])):
        choose(page, "scheme", chosen)
        assert page.evaluate(background) == expected
        page.reload()
        assert page.evaluate(background) == expected


def test_where_nothing_can_be_kept_the_page_is_as_it_was(context: BrowserContext, nginx: Server) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw Error(); } })")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{nginx.url}{ARTICLE}")
    choose(page, "size", "130")
    expect(page.locator("h1")).to_be_visible()
    assert faults == []


# Reading aloud ----------------------------------------------------------------------------------


def _open_with_voices(context: BrowserContext, url: str, voices: list[str]) -> Page:
    context.add_init_script(f"window.voices = {voices};{VOICES}")
    page = context.new_page()
    page.goto(url)
    return page


@every_language
def test_the_text_is_read_in_its_language_without_its_tables(
    context: BrowserContext, nginx: Server, language: str
) -> None:
    url = f"{nginx.url}{folder(language)}contact/"
    voices = ["fr-FR", "zh-HK", "en-GB", "vi-VN", "zh-CN"]
    page = _open_with_voices(context, url, voices)
    page.locator("[data-listen]").click()
    expect(page.locator("[data-stop]")).to_be_visible()
    page.evaluate("for (let n = 0; n < 200 && last; n++) { const one = last; last = null; one.onend(); }")
    said = page.evaluate("said")
    assert said[0][2].rstrip(".") == page.locator("h1").inner_text()
    assert {(lang, voice) for lang, voice, _ in said} == {
        (TAGS[language], {"vi": "vi-VN", "en": "en-GB", "zh": "zh-CN"}[language])
    }
    spoken = " ".join(text for _, _, text in said)
    assert page.locator(".prose h2").last.inner_text() in spoken
    cell = page.locator(".prose td").first.inner_text()
    assert cell not in spoken
    expect(page.locator("[data-stop]")).to_be_hidden()


def test_reading_pauses_goes_on_and_stops(context: BrowserContext, nginx: Server) -> None:
    page = _open_with_voices(context, f"{nginx.url}en/contact/", ["en-US"])
    listen, stop = page.locator("[data-listen]"), page.locator("[data-stop]")
    expect(listen).to_have_text("Listen")
    expect(stop).to_be_hidden()
    listen.click()
    expect(listen).to_have_text("Pause")
    page.evaluate("last.onend()")
    expect(listen).to_have_text("Pause")
    listen.click()
    expect(listen).to_have_text("Resume")
    assert page.evaluate("cancelled")
    page.evaluate("last.onend()")
    listen.click()
    said = [text for _, _, text in page.evaluate("said")]
    assert len(said) == 3
    assert said[1] == said[2] != said[0]
    stop.click()
    expect(listen).to_have_text("Listen")
    expect(stop).to_be_hidden()
    listen.click()
    assert page.evaluate("said.at(-1)[2]") == said[0]


def test_only_who_listens_loads_what_reads_aloud(context: BrowserContext, nginx: Server) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = _open_with_voices(context, f"{nginx.url}en/contact/", ["en-US"])
    assert not any("/listen." in one for one in asked)
    page.route("**/listen.*.js", lambda route: route.abort(), times=1)
    listen = page.locator("[data-listen]")
    with page.expect_event("requestfailed"):
        listen.click()
    expect(listen).to_have_text("Listen")
    listen.click()
    expect(listen).to_have_text("Pause")
    assert sum("/listen." in one for one in asked) == 2


def test_without_a_voice_of_the_language_nothing_is_offered(context: BrowserContext, nginx: Server) -> None:
    page = _open_with_voices(context, f"{nginx.url}{ARTICLE}", ["en-US", "zh-CN"])
    expect(page.locator("[data-listen]")).to_be_hidden()
    page.evaluate("voices.push('vi_VN'); speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(page.locator("[data-listen]")).to_be_visible()


# Sharing and citing -----------------------------------------------------------------------------


@every_language
def test_the_citation_has_the_day_on_which_it_was_retrieved(
    context: BrowserContext, nginx: Server, language: str
) -> None:
    context.add_init_script(CLIPBOARD)
    page = context.new_page()
    page.clock.set_fixed_time("2027-02-03T09:00:00Z")
    page.goto(f"{nginx.url}{folder(language)}{ARTICLE}")
    page.locator(".cite summary").click()
    button = page.locator(".cite button")
    before = button.inner_text()
    button.click()
    expect(button).not_to_have_text(before)
    copied = page.evaluate("copied")
    day = {"vi": "3/2/2027", "en": "3 February 2027", "zh": "2027年2月3日"}[language]
    assert day in copied
    assert page.locator("h1").inner_text() in copied
    assert f"https://laichau.gov.vn/thongtindoingoai/{folder(language)}{ARTICLE}" in copied


def test_a_page_is_shared_by_the_means_of_the_device(context: BrowserContext, nginx: Server) -> None:
    context.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    page = context.new_page()
    page.goto(f"{nginx.url}{ARTICLE}")
    page.locator("[data-share]").click()
    assert page.evaluate("shared") == {"title": page.title(), "url": page.url}


# Notices and answers ----------------------------------------------------------------------------

NOTICE = """\
notices:
  - text: {vi: Nghỉ, en: Closed, zh: 放假}
    starts_on: 2026-11-20
    ends_on: 2026-11-25
    level: warning
feedback: {endpoint: @ENDPOINT@}
"""


def test_a_notice_goes_with_its_last_day_even_if_the_page_stays(tmp_path: Path, browser: Browser) -> None:
    with served_samples(tmp_path, NOTICE.replace("@ENDPOINT@", "https://portal.example/x")) as (server, _):
        for time, count in (("2026-11-25T16:59:00Z", 1), ("2026-11-25T17:01:00Z", 0)):
            with browser.new_context(service_workers="block") as context, context.new_page() as page:
                page.clock.set_fixed_time(time)
                page.goto(f"{server.url}en/general/page/")
                notice = page.get_by_role("complementary", name="Announcements")
                expect(notice).to_have_count(count)
                if count:
                    expect(notice).to_have_text(re.compile(r"Warning: Closed"))


def test_an_answer_is_sent_and_thanked_for(tmp_path: Path, browser: Browser) -> None:
    with (
        served_samples(tmp_path, NOTICE.replace("@ENDPOINT@", "http://127.0.0.1/answers")) as (server, _),
        browser.new_context(service_workers="block") as context,
        context.new_page() as page,
    ):
        sent: list[str] = []

        def answer(route: Any) -> None:
            sent.append(route.request.post_data)
            route.fulfill(status=204)

        page.route("**/answers", answer)
        page.goto(f"{server.url}en/general/page/")
        page.evaluate("document.querySelector('form.answer').action = location.origin + '/answers'")
        page.locator("form.answer button[value=no]").click()
        expect(page.locator("form.answer")).to_have_text("Thank you for your answer.")
        assert sent == [
            "page=https%3A%2F%2Fportal.example%2Fa%2Fb%2Fen%2Fgeneral%2Fpage%2F&report=&useful=no"
        ]


def test_with_no_address_known_a_report_leads_to_the_contact_page(page: Page, nginx: Server) -> None:
    page.goto(f"{nginx.url}en/{ARTICLE}")
    page.get_by_role("link", name="Report a problem with this page").click()
    page.wait_for_url(f"{nginx.url}en/contact/")
