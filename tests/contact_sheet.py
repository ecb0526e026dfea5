"""Photograph the built portal: `python -m tests.contact_sheet` writes the sheets of `docs/` anew.

Three sheets show each type of page, on phones and on desks, in all languages, light and dark, and on paper;
`screenshot.png` is the home page. Needs Chromium and nginx, and the site in `build/site`.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, serve_by_nginx
from tests.projects import ROOT
from tests.site.samples import ARTICLE, LANGUAGES, NOT_FOUND, PLAN, folder

DOCS = ROOT / "docs"
GAP = 12
GROUND = "#8d9690"
PAGES = (
    "",
    "general/",
    ARTICLE,
    "news/",
    "news/2025/press-conference-q3/",
    "projects/",
    "heritage/cap-sac-dao-tuyen/",
    PLAN,
    "calendar/",
    "documents/all/",
    "figures/economy/",
    "contact/",
    "search/?q=Mường Tè",
    NOT_FOUND,
)
PRINTED = ("", ARTICLE, "heritage/cap-sac-dao-tuyen/", PLAN, "documents/all/", "figures/economy/")


class Shot(NamedTuple):
    """What is photographed, and how."""

    path: str
    language: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    media: Literal["screen", "print"] = "screen"


def photograph(browser: Browser, url: str, shot: Shot) -> Image.Image:
    """Return the upper part of a page."""
    size: Any = {"width": shot.width, "height": shot.height}
    with browser.new_context(
        viewport=size, color_scheme=shot.scheme, reduced_motion="reduce", service_workers="block"
    ) as context:
        page = context.new_page()
        page.emulate_media(media=shot.media)
        page.goto(f"{url}{folder(shot.language)}{shot.path}", wait_until="networkidle")
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def compose(pictures: list[Image.Image], columns: int, width: int) -> Image.Image:
    """Return the pictures, scaled to a width, in rows."""
    first = pictures[0]
    height = first.height * width // first.width
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        place = (GAP + column * (width + GAP), GAP + row * (height + GAP))
        sheet.paste(picture.resize((width, height), Image.Resampling.LANCZOS), place)
    return sheet


def phones() -> Iterator[Shot]:
    """Yield each page in each language as a phone shows it, the Chinese ones in the dark."""
    for language in LANGUAGES:
        for path in PAGES:
            yield Shot(path, language, 360, 780, "dark" if language == "zh" else "light")


def desks() -> Iterator[Shot]:
    """Yield each page as a tablet's or a desk's screen shows it, in one language after the other."""
    languages = cycle(LANGUAGES)
    for path in PAGES:
        yield Shot(path, next(languages), 1280, 960, "light")
    for path in PAGES[:7]:
        yield Shot(path, next(languages), 1280, 960, "dark")
    for path in PAGES[7:]:
        yield Shot(path, next(languages), 768, 576, "light")


def papers() -> Iterator[Shot]:
    """Yield pages as they begin on A4 paper, without its margins."""
    for language in LANGUAGES:
        for path in PRINTED:
            yield Shot(path, language, 658, 985, "light", "print")


def main() -> None:
    """Photograph everything."""
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        serving = serve_by_nginx(ROOT / "build" / "site", "/thongtindoingoai/", Path(work))
        url = next(serving).url
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for name, shots, columns, width in (
            ("phone", phones(), len(PAGES), 150),
            ("desk", desks(), 7, 300),
            ("print", papers(), len(PRINTED), 300),
        ):
            pictures = [photograph(browser, url, shot) for shot in shots]
            compose(pictures, columns, width).save(DOCS / f"contact-sheet-{name}.webp", quality=62, method=6)
        home = photograph(browser, url, Shot("", "vi", 1280, 960, "light"))
        home.quantize(128).save(DOCS / "screenshot.png", optimize=True)
        browser.close()
        serving.close()


if __name__ == "__main__":
    main()
