"""`chart`: a year with its activities and deadlines, drawn as SVG."""

from __future__ import annotations

import datetime as dt
import html
from typing import ClassVar

from subportal.markdown.blocks.base import Block, BlockModel, Place, open_drawing

_WIDTH = 760
_TOP = 30
_ROW = 44
_BAR = 12
_DIAMOND = 6
_ENDS = 2
_LETTERS = 104


class ChartRow(BlockModel):
    """One activity, or the row of the deadlines."""

    label: str
    """Its title, as plain text."""
    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    """First and last day of each stretch."""
    marks: tuple[dt.date, ...] = ()
    """Days that are marked with a diamond."""


class ChartData(BlockModel):
    """The rows, and the span of days that the chart shows."""

    title: str
    """What the chart shows."""
    description: str
    """How to read it."""
    start: dt.date
    end: dt.date
    months: tuple[str, ...]
    """Short names of the months, in order."""
    items: tuple[ChartRow, ...]


class Chart(Block[ChartData]):
    """An SVG with a title and a description; the page gives the same as a table."""

    name = "chart"
    for_authors: ClassVar[bool] = False
    model = ChartData

    def html(self, data: ChartData, place: Place) -> str:  # noqa: ARG002
        """Return the chart in a frame that scrolls where it does not fit."""
        height = _TOP + _ROW * len(data.items) + 8
        title, description = html.escape(data.title), html.escape(data.description)
        rows = "\n".join(self._row(row, index, data) for index, row in enumerate(data.items))
        return (
            f'<section class="chart" tabindex="0" aria-label="{title}">'
            f"{open_drawing('chart', (_WIDTH, height), title, description)}"
            f"{self._grid(data, height)}\n{rows}\n</svg></section>\n"
        )

    @staticmethod
    def _x(day: dt.date, data: ChartData) -> float:
        days = (data.end - data.start).days + 1
        return round((day - data.start).days / days * _WIDTH, 1)

    def _grid(self, data: ChartData, height: int) -> str:
        parts = []
        for index, name in enumerate(data.months):
            month = data.start.month + index
            first = dt.date(data.start.year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
            x = self._x(first, data)
            kind = "quarter" if index % 3 == 0 else "month"
            parts.append(
                f'<path class="{kind}" d="M{x} 20V{height}"/>'
                f'<text class="head" x="{x + 4}" y="14">{html.escape(name)}</text>'
            )
        return "".join(parts)

    def _row(self, row: ChartRow, index: int, data: ChartData) -> str:
        top = _TOP + index * _ROW
        bars = "".join(
            f'<rect class="bar" x="{self._x(first, data) + 1}" y="{top + 22}" '
            f'width="{self._width(first, last, data)}" '
            f'height="{_BAR}" rx="3"/>'
            for first, last in row.spans
        )
        diamonds = "".join(self._diamond(day, top + 22 + _BAR / 2, data) for day in row.marks)
        label = html.escape(_fit(row.label))
        return f'<text x="4" y="{top + 16}">{label}</text>{bars}{diamonds}'

    def _width(self, first: dt.date, last: dt.date, data: ChartData) -> float:
        end = self._x(last + dt.timedelta(days=1), data)
        return round(max(end - self._x(first, data) - _ENDS, 3), 1)

    def _diamond(self, day: dt.date, y: float, data: ChartData) -> str:
        x = min(max(self._x(day, data), _DIAMOND), _WIDTH - _DIAMOND)
        size = _DIAMOND
        return f'<path class="mark" d="M{x} {y - size}l{size} {size}l-{size} {size}l-{size} -{size}z"/>'


def _fit(label: str) -> str:
    """Cut a label that is wider than the chart; Chinese characters are twice as wide as others."""
    room = _LETTERS
    for index, letter in enumerate(label):
        room -= 2 if letter > "\u2e80" else 1
        if room < 0:
            return f"{label[:index].rstrip()}…"
    return label
