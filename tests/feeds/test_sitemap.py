"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from subportal.feeds.sitemap import render_robots, render_sitemap
from subportal.stage import pieces
from tests.conftest import need
from tests.feeds.samples import URL, portal
from tests.projects import LANGUAGES, ROOT

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SCHEMA = Path(__file__).with_name("sitemap.rnc")
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
"""The HTML checker brings a validator for schemas in RELAX NG."""


@cache
def entries() -> dict[str, dict[str, str]]:
    products = [product for make in pieces(portal(), URL).values() for product in make()]
    heads = {product.file: product.head for product in products if product.head is not None}
    ((name, data),) = render_sitemap(heads, URL, LANGUAGES)
    assert name == "sitemap.xml"
    root = ET.fromstring(data)  # noqa: S314  (our own bytes)
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


def test_a_sitemap_with_pictures_does_and_a_wrong_one_is_seen(tmp_path: Path) -> None:
    head = {"alternates": ["vi", "en"], "changed": "2026-11-21", "pictures": {"a": {"name": "a&b.svg"}}}
    ((_, data),) = render_sitemap({"vi/general/page.md": head}, URL, LANGUAGES)
    right = data.decode()
    assert "<image:loc>" in right
    changes = {
        "no-change": ("", ""),
        "two-addresses": ("<lastmod>", f"<loc>{URL}</loc><lastmod>"),
        "relative": ("<image:loc>https:", "<image:loc>"),
        "no-day": ("2026-11-21", "21/11/2026"),
        "no-language": (' hreflang="vi"', ""),
        "bare-picture": ("<image:image>", "<image:image><image:title>a</image:title>"),
        "no-namespace": (' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
    }
    for name, (old, new) in changes.items():
        assert old in right
        (tmp_path / name).write_text(right.replace(old, new) if old else right, "utf-8")
    assert complaints(*(tmp_path / name for name in changes)) == {*changes} - {"no-change"}
