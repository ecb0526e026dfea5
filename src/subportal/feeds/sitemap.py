"""`sitemap.xml` (sitemaps.org 0.9) with real translations, pictures and news, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from subportal.locale.strings import language_tag
from subportal.media.picture import largest

SITEMAP_FILE = "sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)
_NEWS_LANGUAGES = {"zh": "zh-cn"}
"""The codes of news are those of ISO 639, but for Chinese."""


def render_sitemap(
    heads: Mapping[str, Mapping[str, Any]], url: str, languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of all pages that are real translations and may be indexed.

    `heads` has by its file in the staged tree what is to be known of each page; `pictures` among it tells
    of the pictures on it, `publication` is the portal's name on news of today and yesterday.
    """
    entries = []
    for file, head in sorted(heads.items()):
        language, _, name = file.removesuffix(".md").partition("/")
        if language in head["alternates"] and not head.get("noindex"):
            entries.append(_entry(url, languages, language, name, head))
    yield SITEMAP_FILE, (_HEAD + "".join(entries) + "</urlset>\n").encode()


def _address(url: str, languages: Sequence[str], language: str, name: str) -> str:
    folder = "" if language == languages[0] else f"{language}/"
    inner = name.removesuffix("index") if name.rpartition("/")[2] == "index" else f"{name}/"
    return f"{url}{folder}{inner}"


def _entry(
    url: str,
    languages: Sequence[str],
    language: str,
    name: str,
    head: Mapping[str, Any],
) -> str:
    links = [(language_tag(one), _address(url, languages, one, name)) for one in head["alternates"]]
    links.append(("x-default", _address(url, languages, languages[0], name)))
    lines = [f"<loc>{escape(_address(url, languages, language, name))}</loc>"]
    if head.get("changed"):
        lines.append(f"<lastmod>{head['changed']}</lastmod>")
    lines += [
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(address)}"/>' for tag, address in links
    ]
    for shown in head.get("pictures", {}).values():
        place = largest(shown)[0] if "base" in shown else f"media/{shown['name']}"
        lines.append(f"<image:image><image:loc>{escape(url + place)}</image:loc></image:image>")
    if "publication" in head:
        lines.append(_news(language, head))
    return "<url>" + "".join(lines) + "</url>\n"


def _news(language: str, head: Mapping[str, Any]) -> str:
    name, title = escape(head["publication"]), escape(head["title"])
    return (
        f"<news:news><news:publication><news:name>{name}</news:name>"
        f"<news:language>{_NEWS_LANGUAGES.get(language, language)}</news:language></news:publication>"
        f"<news:publication_date>{head['date']['iso']}</news:publication_date>"
        f"<news:title>{title}</news:title></news:news>"
    )


def render_robots(url: str) -> Iterator[tuple[str, bytes]]:
    """Yield `robots.txt`: everything may be read; here is the sitemap."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n".encode()
