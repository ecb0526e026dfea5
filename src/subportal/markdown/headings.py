"""Headings: an id for each, the same in all languages."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from subportal.markdown.dialect import HEADING, plain
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


_ID = re.compile(r' id="([^"]*)"')


def number_headings(converted: str, given: tuple[str, ...] = ()) -> tuple[str, tuple[TocEntry, ...]]:
    """Give every heading its id; return the HTML and the table of contents."""
    found = []
    for _, attributes, content in HEADING.findall(converted):
        explicit = _ID.search(attributes)
        found.append((html.unescape(explicit[1]) if explicit else None, plain(content)))
    if not found:
        return converted, ()
    ids = iter(heading_ids(found, given))
    toc: list[TocEntry] = []

    def number(match: re.Match[str]) -> str:
        level, attributes, content = match.groups()
        identifier = next(ids)
        rest = _ID.sub("", attributes)
        toc.append(TocEntry(int(level), identifier, plain(content)))
        return f'<h{level} id="{html.escape(identifier)}"{rest}>{content}</h{level}>'

    return HEADING.sub(number, converted), tuple(toc)
