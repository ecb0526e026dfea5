"""`map`: where the province lies in Viet Nam; staging replaces it by `locator`, which is drawn.

The drawing is a schematic of our own (see `markdown/vietnam.py`). It always shows and names both
archipelagoes; nothing can switch that off.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import ClassVar
from zlib import crc32

from subportal.markdown.blocks.base import Block, BlockModel, Place, open_drawing
from subportal.markdown.vietnam import (
    HA_NOI,
    HEIGHT,
    HOANG_SA,
    ISLANDS,
    MAINLAND,
    TRUONG_SA,
    WIDTH,
    Point,
    project,
)

_WORDS: tuple[tuple[str, Point, str], ...] = (
    ("map.china", (106.2, 24), "far"),
    ("map.laos", (102.6, 19.2), "far"),
    ("map.cambodia", (104.5, 12.9), "far"),
    ("map.viet_nam", (107.75, 12.3), "land"),
    ("map.east_sea", (112.3, 14.1), "sea"),
    ("map.hoang_sa", (112.9, 18.2), "isle"),
    ("map.truong_sa", (113.9, 12.7), "isle"),
)
_LINE = 13


class MapData(BlockModel):
    """What an author says of the map."""

    caption: str
    """What stands below it."""


class Map(Block[MapData]):
    """What an author writes."""

    name = "map"
    model = MapData

    def texts(self, data: MapData) -> Iterable[str]:
        """Return the caption."""
        return (data.caption,)

    def html(self, data: MapData, place: Place) -> str:
        """Return the caption: only a text that was not staged comes here."""
        return f"<p>{place.inline(data.caption)}</p>\n"


class LocatorData(BlockModel):
    """The schematic: its caption, and the part that it shows."""

    caption: str
    """What stands below it."""
    label: str
    """The province's name."""
    outline: tuple[Point, ...]
    """The province's outline, generalised: longitude and latitude of each point."""


class Locator(Block[LocatorData]):
    """The schematic as SVG, with its words as text."""

    name = "locator"
    for_authors: ClassVar[bool] = False
    model = LocatorData

    def html(self, data: LocatorData, place: Place) -> str:
        """Return the drawing with caption and note."""
        name = f"map-{crc32(data.caption.encode()):x}"
        label = html.escape(data.label)
        description = place.string("map.description", province=data.label)
        islands = f"{_dots(ISLANDS)}{_dots(HOANG_SA)}{_dots(TRUONG_SA)}"
        words = "".join(_words(place.string(key), at, kind) for key, at, kind in _WORDS)
        return (
            f'<figure class="map">{open_drawing(name, (WIDTH, HEIGHT), label, description)}'
            f'<path class="country" d="{_path(MAINLAND)}"/>\n'
            f'<path class="islands" d="{islands}"/>\n'
            f'<path class="province" d="{_path(data.outline)}"/>\n'
            f"{words}{_capital(place)}{_province(data.outline, label)}</svg>\n"
            f"<figcaption>{place.inline(data.caption)} <small>{place.string('map.note')}</small></figcaption>"
            "</figure>\n"
        )


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in map(project, points)) + "z"


def _dots(points: Iterable[Point]) -> str:
    """Return points as strokes of no length, which round ends make dots."""
    return "".join(f"M{x:g} {y:g}h0" for x, y in map(project, points))


def _words(text: str, at: Point, kind: str) -> str:
    """Return a label, what stands in its parentheses on a line of its own."""
    x, y = project(at)
    for sign in "(（":
        head, found, tail = text.partition(sign)
        if found:
            text = f'{head}<tspan x="{x:g}" dy="{_LINE}">{found}{tail}</tspan>'
    return f'<text class="{kind}" x="{x:g}" y="{y:g}">{text}</text>'


def _capital(place: Place) -> str:
    x, y = project(HA_NOI)
    name = place.string("map.ha_noi")
    text = f'<text class="near" x="{x + 6:g}" y="{y + 4:g}">{name}</text>'
    return f'<path class="capital" d="M{x:g} {y:g}h0"/>{text}'


def _province(outline: tuple[Point, ...], label: str) -> str:
    """Return the province's name above its outline."""
    points = [project(point) for point in outline]
    middle = sum(x for x, _ in points) / len(points)
    return f'<text class="here" x="{middle:.1f}" y="{min(y for _, y in points) - 6:g}">{label}</text>'
