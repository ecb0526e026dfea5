"""The dialect itself: which syntax is on, and what a text contains.

CommonMark with tables, footnotes, strikethrough, heading attributes, definition lists and alerts
(`> [!NOTE]`), as pulldown-cmark implements them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

import pyromark

_O = pyromark.Options
ENGINE = pyromark.Markdown(
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
RAW = re.compile("<[A-Za-z/!?]")
"""Where raw HTML, or an address in angle brackets, may begin."""
FENCE = re.compile(r'<pre><code class="language-([^" ]+)[^"]*">(.*?)</code></pre>\n?', re.DOTALL)
_FOOTNOTE = re.compile(r'<sup class="footnote-reference"><a [^>]*>[^<]*</a></sup>')
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r' ([^\s="]+)(?:="([^"]*)")?')
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_REMEMBERED = 1024
"""Texts: a page is asked about several times, and those it links to."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text."""

    level: int
    id: str | None
    """The id that the author gave, if any."""
    text: str
    """Its plain text."""
    attributes: tuple[str, ...] = ()
    """Names of attributes that the author gave and that a heading may not have."""


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
    return ENGINE.html(text)


def unescape(text: str) -> str:
    """Return what the engine has escaped in a code block: four signs, which it writes in one way."""
    if "&" not in text:
        return text
    return text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def plain(fragment: str) -> str:
    """Return the text of an HTML fragment without tags, on one line."""
    if "<" in fragment:
        fragment = _TAG.sub("", fragment)
    if "&" in fragment:
        fragment = html.unescape(fragment)
    return " ".join(fragment.split())


def heading_attributes(written: str) -> dict[str, str]:
    """Return the attributes of a heading's tag, as the engine wrote them, still escaped."""
    return dict(_ATTRIBUTE.findall(written)) if written else {}


@lru_cache(_REMEMBERED)
def inventory(text: str) -> Inventory:
    """List headings, links, images and fenced blocks of a text."""
    return take_inventory(to_html(text))


def take_inventory(converted: str) -> Inventory:
    """List headings, links, images and fenced blocks of the engine's HTML."""
    if "<sup" in converted:
        converted = _FOOTNOTE.sub("", converted)
    fences = FENCE.findall(converted) if "<pre>" in converted else ()
    return Inventory(
        tuple(_heading(*found) for found in HEADING.findall(converted)),
        tuple(html.unescape(address) for address in LINK.findall(converted)),
        tuple((html.unescape(address), html.unescape(alt)) for address, alt in IMAGE.findall(converted)),
        tuple(Fence(name, unescape(text)) for name, text in fences),
    )


def _heading(level: str, written: str, content: str) -> Heading:
    attributes = heading_attributes(written)
    identifier = attributes.pop("id", None)
    attributes.pop("class", None)
    own = html.unescape(identifier) if identifier else None
    return Heading(int(level), own, plain(content), tuple(map(html.unescape, attributes)))


def normalised(text: str) -> str:
    """Return what a text says, without how it is written: the same for equal HTML.

    Line ends, kinds of bullets and emphasis marks, and white space do not change it.
    """
    converted = to_html(text)
    if "<!--" in converted:
        converted = _COMMENT.sub("", converted)
    return " ".join(converted.split())
