"""The viewer of a gallery in a real browser: by keys, by touch, in three languages, and without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from audits.promise import PROMISE
from tests.conftest import Server, need
from tests.media.samples import FACTS, photograph
from tests.projects import PAGE
from tests.site.barriers import AXE
from tests.site.samples import LANGUAGES, folder
from tests.site.visits import served, watched_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-0")]

NAMES = ("rong.jpg", "cao.jpg", "nho.jpg")
SIZES = ((1500, 1000), (500, 1200), (300, 200))
TEXT = "\n```gallery\n" + "".join(f"- image: ../../media/{name}\n" for name in NAMES) + "```\n"
FILES = {
    "vi/general/page.md": PAGE + TEXT,
    **{
        f"{language}/general/page.md": f"---\ntitle: Pictures\ndescription: A page.\n---\n{TEXT}"
        for language in ("en", "zh")
    },
    **{f"media/{name}": photograph(*size) for name, size in zip(NAMES, SIZES, strict=True)},
    **{f"media/{name}.yml": FACTS for name in NAMES},
}
TOLD = {"vi": "Ảnh {} trên 3", "en": "Picture {} of 3", "zh": "第{}张，共3张"}
SEEN = """async () => {
  const one = document.querySelector(".viewer img");
  await one.decode();
  const box = one.getBoundingClientRect();
  const caption = document.querySelector(".viewer .caption").getBoundingClientRect();
  return [
    box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= caption.top,
    Math.abs(box.width / box.height - one.naturalWidth / one.naturalHeight) < 0.02,
  ];
}"""
JUDGE = "options => axe.run(document, options).then((found) => found.violations.map((one) => one.id))"

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    need("chromium")
    with served(tmp_path_factory.mktemp("gallery"), FILES) as one:
        yield one


@pytest.fixture(params=[(1280, 900), (360, 740)], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with watched_page(browser, *request.param) as one:
        yield one


@every_language
def test_keys_lead_through_the_pictures_and_back(page: Page, server: Server, language: str) -> None:
    page.goto(f"{server.url}{folder(language)}general/page/")
    links = page.locator(".gallery a.zoom")
    viewer = page.get_by_role("dialog")
    status = viewer.get_by_role("status")
    links.first.focus()
    page.keyboard.press("Enter")
    expect(viewer).to_be_visible()
    expect(status).to_have_text(TOLD[language].format(1))
    assert page.evaluate(SEEN) == [True, True]
    assert page.evaluate("document.activeElement.matches('.viewer button:focus-visible')")
    for key, number in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowRight", 1), ("ArrowLeft", 3)):
        page.keyboard.press(key)
        expect(status).to_have_text(TOLD[language].format(number))
    page.keyboard.press("Home")
    expect(status).to_have_text(TOLD[language].format(1))
    page.keyboard.press("Enter")
    expect(status).to_have_text(TOLD[language].format(2))
    assert page.evaluate(SEEN) == [True, True]
    for _ in range(4):  # the dialog keeps the focus
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main, header, footer')")
    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(links.nth(1)).to_be_focused()


def test_a_touch_opens_turns_and_closes(page: Page, server: Server) -> None:
    page.goto(f"{server.url}en/general/page/")
    page.locator(".gallery a.zoom").nth(2).click()
    viewer = page.get_by_role("dialog", name="Pictures")
    viewer.get_by_role("button", name="Next picture").click()
    expect(viewer.get_by_role("status")).to_have_text("Picture 1 of 3")
    viewer.get_by_role("button", name="Previous picture").click()
    expect(viewer.get_by_role("status")).to_have_text("Picture 3 of 3")
    expect(viewer.locator(".caption")).to_contain_text("Nguyễn Văn A")
    assert viewer.locator("img").get_attribute("alt") == "Terraced fields"
    viewer.get_by_role("button", name="Close").click()
    expect(viewer).to_be_hidden()
    assert page.url == f"{server.url}en/general/page/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_viewer_has_no_barriers(browser: Browser, server: Server, width: int, scheme: str) -> None:
    with (
        browser.new_context(
            viewport={"width": width, "height": 800},
            bypass_csp=True,
            color_scheme=scheme,  # type: ignore[arg-type]
        ) as context,
        context.new_page() as page,
    ):
        page.goto(f"{server.url}general/page/")
        page.locator(".gallery a.zoom").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate(JUDGE, {"runOnly": list(PROMISE.axe)}) == []


def test_without_a_script_the_largest_copy_is_a_link_away(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(f"{server.url}general/page/")
        page.locator(".gallery a.zoom").first.click()
        page.wait_for_url(f"{server.url}media/rong-*-1500.jpg")
