"""Which pages must be looked at so that every sort of element, where it stands, has been looked at.

What an element is judged by (its tag, class, role, language and whether it has text) and what stands above
it make its shape. Style sheets and most rules on access see no more than shapes, so pages that cover all
shapes stand for the others, as far as such rules go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "rect",
        "line",
        "circle",
        "use",
    ]
)
_TOLD = frozenset(
    [
        "class",
        "role",
        "type",
        "rel",
        "lang",
        "tabindex",
        "scope",
        "hidden",
        "popover",
        "data-key",
        "colspan",
        "rowspan",
        "open",
        "dir",
        "style",
    ]
)
"""Attributes whose values matter; of the others, only whether they are there and not empty."""
_ARIA_VALUES = re.compile(r"aria-(?:current|hidden|live|expanded|pressed|selected)")


class _Shapes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._above: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = [
            f"{name}={value}"
            if name in _TOLD or _ARIA_VALUES.match(name)
            else f"{name}{'+' if value else '-'}"
            for name, value in sorted(attrs)
            if name not in {"id", "href"}
        ]
        shape = f"{self._above[-1][1] if self._above else ''}>{tag}[{' '.join(told)}]"
        self.found.add(shape)
        if tag not in _VOID:
            self._above.append((tag, shape))

    def handle_endtag(self, tag: str) -> None:
        while self._above and self._above.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._above and data.strip():
            self.found.add(f"{self._above[-1][1]}>text")


def shapes(html: str) -> set[str]:
    """Return the shapes of all elements and texts of a page."""
    reader = _Shapes()
    reader.feed(html)
    return reader.found


def covering(pages: Mapping[str, str]) -> list[str]:
    """Return the names of pages, the richest first, that have all shapes of all of them."""
    found = {name: shapes(html) for name, html in pages.items()}
    seen: set[str] = set()
    chosen = []
    for name in sorted(found, key=lambda name: (-len(found[name]), name)):
        if not found[name] <= seen:
            chosen.append(name)
            seen |= found[name]
    return chosen


def uncovered(chosen: Iterable[str], pages: Mapping[str, str]) -> set[str]:
    """Return the shapes that none of the chosen pages has."""
    return set().union(*map(shapes, pages.values())) - set().union(*(shapes(pages[one]) for one in chosen))
