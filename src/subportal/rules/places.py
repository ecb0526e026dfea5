"""Tell where something stands: an offset in a text, a field of a record."""

from __future__ import annotations

from collections.abc import Sequence

from subportal.issues import Position
from subportal.portal import Portal, Prose


def in_text(path: str, text: str, offset: int, *, first_line: int = 1) -> Position:
    """Return the position of a character of a text."""
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return Position(path, first_line + line, column + 1)


def in_body(prose: Prose, offset: int) -> Position:
    """Return the position of a character of a page's Markdown."""
    return in_text(prose.source, prose.body, offset, first_line=prose.body_line)


def in_front_matter(portal: Portal, prose: Prose, page: str, key: Sequence[str | int]) -> Position:
    """Return the position of a key of a page's front matter."""
    source = portal.sources.get((f"page:{prose.language}", page))
    return source.position(key) if source else Position(prose.source)


def in_record(portal: Portal, kind: str, identifier: str, key: Sequence[str | int]) -> Position:
    """Return the position of a key of a record."""
    source = portal.sources.get((kind, identifier))
    path = f"content/records/{kind}/{identifier}.yml"
    position: Position = source.position(key) if source else Position(path)
    return position
