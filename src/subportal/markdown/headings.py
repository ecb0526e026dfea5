"""Headings: an id for each, the same in all languages."""

from __future__ import annotations

import html
from dataclasses import dataclass

from subportal.markdown.dialect import HEADING, heading_attributes, plain
from subportal.slug import slugify


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of the table of contents."""

    level: int
    id: str
    title: str


def heading_ids(found: list[tuple[str | None, str]], given: tuple[str, ...] = ()) -> list[str]:
    """Return an id for each heading: its own, the one given for its place, or its folded text."""
    own = {explicit for explicit, _ in found if explicit}
    ids: list[str] = []
    used: set[str] = set()
    for index, (explicit, text) in enumerate(found):
        candidate = explicit
        if candidate is None and index < len(given) and given[index] not in own:
            candidate = given[index]
        if candidate is None:
            candidate = slugify(text) or f"muc-{index + 1}"
            candidate = f"muc-{candidate}" if candidate in own else candidate
        unique, number = candidate, 2
        while unique in used:
            unique, number = f"{candidate}-{number}", number + 1
        used.add(unique)
        ids.append(unique)
    return ids


def number_headings(converted: str, given: tuple[str, ...] = ()) -> tuple[str, tuple[TocEntry, ...]]:
    """Give every heading its id; return the HTML and the table of contents.

    Of the attributes that an author gave, only id and class stay.
    """
    found = [(match, heading_attributes(match[2]), plain(match[3])) for match in HEADING.finditer(converted)]
    if not found:
        return converted, ()
    own = [attributes.get("id") for _, attributes, _ in found]
    titles = [title for _, _, title in found]
    ids = heading_ids(
        [(one and html.unescape(one), title) for one, title in zip(own, titles, strict=True)], given
    )
    toc: list[TocEntry] = []
    out: list[str] = []
    last = 0
    for (match, attributes, title), identifier in zip(found, ids, strict=True):
        level, _, content = match.groups()
        classes = f' class="{attributes["class"]}"' if "class" in attributes else ""
        toc.append(TocEntry(int(level), identifier, title))
        out += [
            converted[last : match.start()],
            f'<h{level} id="{html.escape(identifier)}"{classes}>{content}</h{level}>',
        ]
        last = match.end()
    return "".join([*out, converted[last:]]), tuple(toc)
