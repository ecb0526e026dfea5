"""OpenSearch descriptions: by them a browser offers the portal's search in its own bar."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from subportal.addresses import SEARCH, page_url
from subportal.locale.strings import language_tag, strings
from subportal.public import PublicPortal

NAME_LENGTH = 16
"""The longest name that the format allows."""


def opensearch_file(language: str) -> str:
    """Return where the description of a language's search stands."""
    return f"{SEARCH}/{language}/opensearch.xml"


def render_opensearch(portal: PublicPortal, url: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the description of a language's search."""
    settings = portal.settings
    name = settings.short_name.best(language)
    words = strings(language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(_short(settings.province.best(language).partition(',')[0]))}</ShortName>",
        f"<LongName>{escape(name)}</LongName>",
        f"<Description>{escape(words['search.description'])}</Description>",
        f"<Language>{language_tag(language)}</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f'<Url type="text/html" template="{escape(_template(url, portal, language))}"/>',
        "</OpenSearchDescription>",
    ]
    yield opensearch_file(language), ("\n".join(lines) + "\n").encode()


def _short(name: str) -> str:
    """Return as many words of a name as the format allows."""
    if len(name) <= NAME_LENGTH:
        return name
    return name[: NAME_LENGTH + 1].rpartition(" ")[0] or name[:NAME_LENGTH]


def _template(url: str, portal: PublicPortal, language: str) -> str:
    return page_url(url, portal.languages, language, f"{SEARCH}.md") + "?q={searchTerms}"
