"""The dialect itself: which syntax is on, and what a text contains.

CommonMark with tables, footnotes, strikethrough, heading attributes, definition lists and alerts
(`> [!NOTE]`), as pulldown-cmark implements them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyromark

_O = pyromark.Options
_ENGINE = pyromark.Markdown(
    options=_O.ENABLE_TABLES
    | _O.ENABLE_FOOTNOTES
    | _O.ENABLE_STRIKETHROUGH
    | _O.ENABLE_HEADING_ATTRIBUTES
    | _O.ENABLE_GFM
    | _O.ENABLE_DEFINITION_LIST
)

HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"')
LINK = re.compile(r'<a href="([^"]*)"')
FENCE = re.compile(r'<pre><code class="language-([^" ]+)[^"]*">(.*?)</code></pre>\n?', re.DOTALL)
_FOOTNOTE = re.compile(r'<sup class="footnote-reference"><a [^>]*>[^<]*</a></sup>')
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r' id="([^"]*)"')
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text."""

    level: int
    id: str | None
    """The id that the author gave, if any."""
    text: str
    """Its plain text."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block with a name: one of the dialect's own blocks, or code."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a text contains that other parts need to know of."""

    headings: tuple[Heading, ...]
    links: tuple[str, ...]
    images: tuple[tuple[str, str], ...]
    """Addresses and alternative texts."""
    fences: tuple[Fence, ...]


def to_html(text: str) -> str:
    """Return the engine's HTML: raw HTML passes through, nothing is rewritten yet."""
    return _ENGINE.html(text)


def plain(fragment: str) -> str:
    """Return the text of an HTML fragment without tags, on one line."""
    return " ".join(html.unescape(_TAG.sub("", fragment)).split())


def take_inventory(converted: str) -> Inventory:
    """List headings, links, images and fenced blocks of the engine's HTML."""
    converted = _FOOTNOTE.sub("", converted)
    headings = []
    for level, attributes, content in HEADING.findall(converted):
        found = _ID.search(attributes)
        headings.append(Heading(int(level), found[1] if found else None, plain(content)))
    return Inventory(
        tuple(headings),
        tuple(html.unescape(address) for address in LINK.findall(converted)),
        tuple((html.unescape(a), html.unescape(alt)) for a, alt in IMAGE.findall(converted)),
        tuple(Fence(name, html.unescape(text)) for name, text in FENCE.findall(converted)),
    )


def normalised(text: str) -> str:
    """Return what a text says, without how it is written: the same for equal HTML.

    Line ends, kinds of bullets and emphasis marks, and white space do not change it.
    """
    return " ".join(_COMMENT.sub("", to_html(text)).split())


@dataclass(frozen=True, slots=True)
class RawHtml:
    """A piece of raw HTML in a text, with its offset in characters."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Span:
    """A link, an image, a heading or a fenced block, with its offsets in characters."""

    kind: str
    value: str
    start: int
    end: int


def spans(text: str) -> Iterator[Span | RawHtml]:
    """Yield the places of links, images, headings, fenced blocks, quotations and raw HTML.

    This walk is slower than `take_inventory`; it serves to tell where a fault stands.
    """
    data = text.encode()
    for event, place in _ENGINE.events_with_range(text):
        if not isinstance(event, dict):
            continue
        (name, content), *_ = event.items()
        start = len(data[: place["start"]].decode(errors="ignore"))
        end = start + len(data[place["start"] : place["end"]].decode(errors="ignore"))
        if name in {"Html", "InlineHtml"}:
            yield RawHtml(str(content), start)
        elif name == "Start":
            yield from _span(content, start, end)


def _span(content: object, start: int, end: int) -> Iterator[Span]:
    if content == "BlockQuote" or (isinstance(content, dict) and "BlockQuote" in content):
        yield Span("quote", "", start, end)
    elif isinstance(content, dict):
        (name, details), *_ = content.items()
        if name in {"Link", "Image"}:
            yield Span(name.lower(), str(details["dest_url"]), start, end)
        elif name == "Heading":
            yield Span("heading", str(details.get("id") or ""), start, end)
            yield Span(str(details["level"]).lower(), "", start, end)
        elif name == "CodeBlock" and isinstance(details, dict):
            yield Span("fence", str(details.get("Fenced", "")), start, end)
