"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

from subportal.feeds.sitemap import render_robots, render_sitemap
from subportal.stage import pieces
from tests.feeds.samples import URL, portal
from tests.projects import LANGUAGES

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


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
