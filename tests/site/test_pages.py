"""What holds for every page of the built portal, read without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

BASE = "https://laichau.gov.vn/thongtindoingoai/"
TAGS = {"vi": "vi", "en": "en", "zh": "zh-Hans"}
SECTIONS = (
    "general",
    "news",
    "potential",
    "cooperation",
    "foreign-policy",
    "borders-seas",
    "overseas-vietnamese",
    "documents",
)


class Page(NamedTuple):
    language: str
    url: str
    tags: list[tuple[str, dict[str, str]]]
    html: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {page.url: page for page in _read(site)}


def _read(site: Path) -> Iterator[Page]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        first = name.partition("/")[0]
        language = first if first in {"en", "zh"} else "vi"
        html = path.read_text("utf-8")
        reader = _Reader()
        reader.feed(html)
        yield Page(language, BASE + name.removesuffix("index.html"), reader.tags, html)


def _links(page: Page, rel: str) -> list[dict[str, str]]:
    return [given for tag, given in page.tags if tag == "link" and given.get("rel") == rel]


def test_the_pages_that_a_visitor_types_exist(site: Path) -> None:
    for name in ("index.html", "404.html", "sitemap/index.html"):
        for folder in ("", "en/", "zh/"):
            assert (site / f"{folder}{name}").is_file()
    assert (site / "sitemap.xml").is_file()


def test_each_language_has_thirty_written_pages(site: Path) -> None:
    for folder in ("", "en/", "zh/"):
        written = [
            path
            for section in SECTIONS
            for path in (site / f"{folder}{section}").rglob("index.html")
            if 'class="prose' in path.read_text("utf-8")
        ]
        assert len(written) >= 30


def test_each_section_has_pages_in_each_language(pages: dict[str, Page]) -> None:
    for section in SECTIONS:
        for folder in ("", "en/", "zh/"):
            inside = [url for url in pages if url.startswith(f"{BASE}{folder}{section}/")]
            assert len(inside) >= 4, (folder, section)


def test_every_internal_link_and_fragment_leads_somewhere(pages: dict[str, Page], site: Path) -> None:
    files = {BASE + path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids = {url: {given["id"] for _, given in page.tags if "id" in given} for url, page in pages.items()}
    broken = []
    for page in pages.values():
        for tag, given in page.tags:
            address = given.get("href") or given.get("src") or ""
            if not address or address.startswith(("mailto:", "tel:")):
                continue
            target, fragment = urldefrag(urljoin(page.url, address))
            if not target.startswith(BASE):
                continue
            if target in pages:
                if fragment and unquote(fragment) not in ids[target]:
                    broken.append((page.url, address))
            elif target not in files:
                broken.append((page.url, tag, address))
    assert broken == []


def test_every_page_names_its_language(pages: dict[str, Page]) -> None:
    for page in pages.values():
        root = next(given for tag, given in page.tags if tag == "html")
        assert root["lang"] == TAGS[page.language], page.url


def _alternates(page: Page) -> dict[str, str]:
    return {one["hreflang"]: one["href"] for one in _links(page, "alternate") if "hreflang" in one}


def test_alternates_are_absolute_mutual_and_real(pages: dict[str, Page]) -> None:
    for page in pages.values():
        alternates = _alternates(page)
        robots = [given for tag, given in page.tags if given.get("name") == "robots"]
        if robots:
            assert alternates == {}, page.url
            continue
        own = TAGS[page.language]
        assert alternates[own] == page.url
        assert alternates["x-default"] == alternates["vi"]
        for tag, address in alternates.items():
            if tag == "x-default":
                continue
            other = pages[address]
            returned = _alternates(other)
            assert returned == alternates, (page.url, address)


def test_the_canonical_address_is_the_page_or_its_original(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if page.url.endswith(("404.html", "offline.html")):
            continue
        (canonical,) = _links(page, "canonical")
        if canonical["href"] != page.url:
            assert 'name="robots" content="noindex"' in page.html, page.url
            assert canonical["href"] in pages


def test_the_sitemap_lists_what_may_be_indexed(pages: dict[str, Page], site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314  (our own file)
    listed = [one.text for one in root.findall("s:url/s:loc", names)]
    indexable = [url for url, page in pages.items() if 'content="noindex"' not in page.html]
    assert sorted(listed) == sorted(indexable)
    assert len(listed) == len(set(listed))


def test_nothing_comes_from_another_host(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for tag, given in page.tags:
            fetched = given.get("src") or (given.get("href", "") if tag == "link" else "")
            if given.get("rel") in {"canonical", "alternate"}:
                continue
            assert not re.match(r"(https?:)?//", fetched), (page.url, fetched)


def test_no_page_needs_inline_script_or_style(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for tag, given in page.tags:
            assert tag != "style", page.url
            assert "style" not in given, (page.url, given)
            assert not any(name.startswith("on") for name in given), (page.url, given)
            data_block = given.get("type") == "application/ld+json"
            assert tag != "script" or "src" in given or data_block, page.url


def test_every_page_has_one_title_and_one_first_heading(pages: dict[str, Page]) -> None:
    for page in pages.values():
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == 1, page.url
        assert re.search(r"<title>[^<]{3,}</title>", page.html), page.url


def test_descriptions_are_there_and_differ(pages: dict[str, Page]) -> None:
    for language in TAGS:
        seen: dict[str, str] = {}
        for page in pages.values():
            if page.language != language or 'content="noindex"' in page.html:
                continue
            (description,) = [
                given["content"] for _, given in page.tags if given.get("name") == "description"
            ]
            assert len(description) >= 12, page.url
            if "/activities/" not in page.url:
                assert description not in seen, (page.url, seen.get(description))
            seen[description] = page.url


def test_headings_have_the_same_ids_in_every_language(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        if page.language != "vi" or 'content="noindex"' in page.html:
            continue
        own = _heading_ids(page)
        for language in ("en", "zh"):
            other = pages.get(url.replace(BASE, f"{BASE}{language}/"))
            if other and "/news/20" in url:
                assert _heading_ids(other) == own, url


def _heading_ids(page: Page) -> list[str]:
    return [given["id"] for tag, given in page.tags if tag in {"h2", "h3"} and "id" in given]
