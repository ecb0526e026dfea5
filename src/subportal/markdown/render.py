"""Render a text of the dialect to HTML: pure, the same text and surroundings give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from subportal.markdown.blocks import Place, registry
from subportal.markdown.dialect import FENCE, RAW, to_html, unescape
from subportal.markdown.headings import TocEntry, number_headings
from subportal.markdown.images import rewrite_images
from subportal.markdown.languages import mark_languages
from subportal.markdown.links import Origin, rewrite_links
from subportal.markdown.notes import frame_tables, gather_footnotes, rewrite_alerts
from subportal.markdown.pictures import EAGER, LAZY, Shown
from subportal.markdown.sanitise import sanitise


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text must know of the page on which it stands."""

    language: str = "vi"
    """The language tag (BCP 47) of the text."""
    strings: Mapping[str, str] = field(default_factory=dict)
    """Interface strings in the language of the page."""
    origin: Origin = field(default_factory=Origin)
    """Where the text stands, for the addresses in it."""
    heading_ids: tuple[str, ...] = ()
    """Ids for the headings that carry none, in order: those of the original text."""
    pictures: Mapping[str, Shown] = field(default_factory=dict)
    """By the address that the text gives, what is to be known of each picture."""
    plain_pictures: bool = False
    """True where a picture is one file, not a choice of several: in feeds."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered text."""

    html: str
    toc: tuple[TocEntry, ...]


def render(text: str, around: Surroundings) -> Rendered:
    """Render a text to HTML with heading ids, rewritten links, figures, tables, notes and blocks."""
    converted = to_html(text)
    if RAW.search(text):
        converted = sanitise(converted)
    if 'class="footnote-' in converted:
        converted = gather_footnotes(converted, around.strings)
    converted, toc = number_headings(converted, around.heading_ids)
    if "<img" in converted:
        converted = rewrite_images(
            converted, origin=around.origin, pictures=around.pictures, plain=around.plain_pictures
        )
    if "<a href=" in converted:
        converted = rewrite_links(converted, origin=around.origin)
    if "<table>" in converted:
        converted = frame_tables(converted, around.strings)
    if "markdown-alert-" in converted:
        converted = rewrite_alerts(converted, around.strings)
    if "<pre><code class=" in converted:
        converted = _replace_blocks(converted, around)
    if around.pictures:
        converted = converted.replace(LAZY, EAGER, 1)
    return Rendered(mark_languages(converted, around.language), toc)


def _replace_blocks(converted: str, around: Surroundings) -> str:
    place = Place(
        around.language, around.strings, around.origin, around.pictures, plain_pictures=around.plain_pictures
    )

    def replace(match: re.Match[str]) -> str:
        name, text = match.groups()
        block = registry().get(name)
        return block.render(unescape(text), place) if block else match[0]

    return FENCE.sub(replace, converted)
