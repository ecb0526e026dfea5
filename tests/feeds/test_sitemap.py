"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import subprocess
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from subportal.feeds.sitemap import render_robots, render_sitemap
from subportal.public import PublicPortal, project
from subportal.stage import pieces, products_of
from tests.conftest import need
from tests.feeds.samples import CORRECTED_EN, FILES, URL, portal
from tests.projects import LANGUAGES, ROOT
from tests.records.samples import read_portal

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SCHEMA = Path(__file__).with_name("sitemap.rnc")
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
"""The HTML checker brings a validator for schemas in RELAX NG."""


def sitemap(shown: PublicPortal) -> bytes:
    products = [product for make in pieces(shown, URL).values() for product in products_of(make())]
    heads = {product.file: product.head for product in products if product.head is not None}
    ((name, data),) = render_sitemap(heads, URL, LANGUAGES)
    assert name == "sitemap.xml"
    return data


@cache
def entries() -> dict[str, dict[str, str]]:
    root = ET.fromstring(sitemap(portal()))  # noqa: S314  (our own bytes)
    return {
        str(entry.findtext("s:loc", namespaces=XML)): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", XML)
        }
        for entry in root.findall("s:url", XML)
    }


def test_the_sitemap_lists_real_translations_only() -> None:
    assert entries()[f"{URL}general/page/"] == {
        "vi": f"{URL}general/page/",
        "en": f"{URL}en/general/page/",
        "x-default": f"{URL}general/page/",
    }
    assert f"{URL}en/general/page/" in entries()
    assert f"{URL}zh/general/page/" not in entries()
    assert f"{URL}en/documents/quyet-dinh/" not in entries()
    assert not any("404" in address for address in entries())


def test_pages_that_the_generator_adds_are_listed_and_withdrawn_ones_are_not() -> None:
    for name in ("calendar", "data", "feeds"):
        assert {f"{URL}{name}/", f"{URL}en/{name}/", f"{URL}zh/{name}/"} <= set(entries())
    assert f"{URL}general/news-e/" not in entries()


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-04-05", True), ("2026-04-06", True), ("2026-04-07", False), ("2026-05-30", False)],
)
def test_items_of_today_and_yesterday_are_told_as_news(tmp_path: Path, day: str, *, told: bool) -> None:
    loaded = read_portal(tmp_path, {**FILES, "zh/general/news-d.md": CORRECTED_EN})
    text = sitemap(project(dataclasses.replace(loaded, day=dt.date.fromisoformat(day)))).decode()
    found = re.findall(r"<news:language>(.*?)</news:language>.*?_date>(.*?)<.*?<news:title>(.*?)<", text)
    titles = {
        "en": "A corrected item",
        "vi": "Tin có sửa &amp; &quot;ngoặc&quot;",
        "zh-cn": "A corrected item",
    }
    assert sorted(found) == [(tag, "2026-04-05", title) for tag, title in titles.items() if told]


def test_alternates_answer_each_other() -> None:
    assert {URL, f"{URL}general/", f"{URL}zh/plans/ke-hoach/"} <= set(entries())
    for address, links in entries().items():
        assert address in links.values()
        for other in links.values():
            assert entries()[other] == links


def test_robots_are_shown_the_sitemap() -> None:
    ((name, data),) = render_robots(URL)
    assert name == "robots.txt"
    assert data.decode().endswith(f"\nSitemap: {URL}sitemap.xml\n")
    assert "Disallow" not in data.decode()


def complaints(*sitemaps: Path) -> set[str]:
    """Return the names of sitemaps that break the schema."""
    need("java", "node")
    command = ["java", "-cp", str(CHECKER), JING, "-c", str(SCHEMA), *map(str, sitemaps)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {path.name for path in sitemaps if f"{path}:" in told.stdout}
    assert told.returncode == bool(found), told.stdout + told.stderr
    return found


def test_the_sitemap_of_the_portal_keeps_to_the_published_rules(site: Path) -> None:
    assert complaints(site / "sitemap.xml") == set()


def test_a_sitemap_with_pictures_and_news_does_and_a_wrong_one_is_seen(tmp_path: Path) -> None:
    head = {
        "alternates": ["vi", "en"],
        "changed": "2026-11-21",
        "pictures": {"a": {"name": "a&b.svg"}},
        "title": "Chè & sâm",
        "publication": "Trang <thử>",
        "date": {"iso": "2026-11-20"},
    }
    ((_, data),) = render_sitemap({"vi/news/page.md": head}, URL, LANGUAGES)
    right = data.decode()
    assert "<image:loc>" in right
    assert "<news:title>Chè &amp; sâm</news:title>" in right
    changes = {
        "no-change": ("", ""),
        "two-addresses": ("<lastmod>", f"<loc>{URL}</loc><lastmod>"),
        "relative": ("<image:loc>https:", "<image:loc>"),
        "no-day": ("2026-11-21", "21/11/2026"),
        "no-language": (' hreflang="vi"', ""),
        "bare-picture": ("<image:image>", "<image:image><image:title>a</image:title>"),
        "no-day-of-news": ("2026-11-20", "20/11/2026"),
        "untitled": ("<news:title>Chè &amp; sâm</news:title>", ""),
        "no-such-language": ("<news:language>vi<", "<news:language>Vietnamese<"),
        "no-namespace": (' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
    }
    for name, (old, new) in changes.items():
        assert old in right
        (tmp_path / name).write_text(right.replace(old, new) if old else right, "utf-8")
    assert complaints(*(tmp_path / name for name in changes)) == {*changes} - {"no-change"}
