"""Pictures and cards in a real browser: the right copy, in its place before it is there, described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Server, need
from tests.media.samples import FACTS, exif, photograph
from tests.projects import PAGE
from tests.site.visits import SITE_URL, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORDS = "Một đoạn văn dài để ảnh sau nằm dưới màn hình thứ nhất. " * 60
TEXT = f"""
![](../../media/canh-dong.jpg)

{WORDS}

{WORDS}

{WORDS}

![Lời tả riêng](../../media/doc.jpg "Chú thích riêng")

Đoạn cuối.
"""
FILES = {
    "vi/general/page.md": PAGE + TEXT,
    "en/general/page.md": f"---\ntitle: A page\ndescription: A page.\n---\n\n## One\n{TEXT}",
    "media/canh-dong.jpg": photograph(1500, 1000),
    "media/canh-dong.jpg.yml": FACTS,
    "media/doc.jpg": photograph(1000, 500, exif=exif(orientation=6)),
    "media/doc.jpg.yml": FACTS,
}
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      if (one.sources.some((source) => source.node?.parentElement?.closest("main"))) sum += one.value;
  })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""
LOADED = """(number) => {
  const one = document.querySelectorAll(".prose img")[number];
  return one.complete && one.naturalWidth > 0;
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    need("chromium")
    with served(tmp_path_factory.mktemp("pictures"), FILES) as one:
        yield one


@pytest.mark.parametrize(("width", "ratio", "copy"), [(360, 1, 320), (360, 3, 960), (1280, 1, 960)])
def test_a_browser_takes_the_avif_that_fits_its_screen(
    browser: Browser, server: Server, width: int, ratio: int, copy: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740}, device_scale_factor=ratio)
    page.goto(f"{server.url}general/page/")
    first = page.locator(".prose img").first
    assert first.evaluate("(one) => one.decode().then(() => one.currentSrc)").endswith(f"-{copy}.avif")
    page.close()


def test_a_page_with_a_photograph_is_light_on_a_phone(browser: Browser, server: Server) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=3)
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())) if "/media/" in answer.url else None)
    page.goto(f"{server.url}general/page/", wait_until="networkidle")
    assert len(sizes) == 1, "the second picture waits until it is near"
    html = (page.content()).encode()
    assert sizes[0] <= 44_000
    assert len(html) + sizes[0] < 100_000
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_pictures_arrive(browser: Browser, server: Server, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{server.url}general/page/")
    images = page.locator(".prose img")
    before = images.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    for number in range(images.count()):
        images.nth(number).scroll_into_view_if_needed()
        page.wait_for_function(LOADED, arg=number)
    after = images.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    assert after == before
    assert page.evaluate(SHIFTS) < 0.1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_every_picture_is_described_and_credited_in_the_language_of_the_page(
    browser: Browser, server: Server
) -> None:
    page = browser.new_page()
    told: dict[str, Any] = {}
    for language in ("", "en/"):
        page.goto(f"{server.url}{language}general/page/")
        told[language] = page.locator(".prose img").evaluate_all("(all) => all.map((one) => one.alt)")
    assert told == {"": ["Ruộng bậc thang", "Lời tả riêng"], "en/": ["Terraced fields", "Lời tả riêng"]}
    credits_ = page.locator("figcaption .credit").all_inner_texts()
    assert credits_ == ["Picture: Nguyễn Văn A, Phong Tho, May 2026 (CC BY 4.0)"] * 2
    page.close()


def test_the_picture_of_a_shared_link_is_there(browser: Browser, server: Server) -> None:
    page = browser.new_page()
    for path in ("general/page/", "general/", "en/"):
        page.goto(f"{server.url}{path}")
        named = {
            key: page.locator(f'meta[property="og:image{key}"]').get_attribute("content") or ""
            for key in ("", ":width", ":height", ":alt")
        }
        address = named[""].replace(SITE_URL, server.url)
        size = page.evaluate(
            "async (url) => { const one = new Image(); one.src = url; await one.decode();"
            " return [one.naturalWidth, one.naturalHeight]; }",
            address,
        )
        assert [str(side) for side in size] == [named[":width"], named[":height"]]
        assert named[":alt"]
        assert page.locator('meta[name="twitter:card"]').get_attribute("content") == "summary_large_image"
    page.close()
