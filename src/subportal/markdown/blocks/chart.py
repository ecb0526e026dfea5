"""`chart`: a year with its activities and deadlines, as a table whose lines are drawn as well."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from subportal.markdown.blocks.base import Block, BlockModel, Place

_HEIGHT = 10
_QUARTER = 3
_LEAST = 2
"""A single day would be too narrow to be seen."""


class ChartRow(BlockModel):
    """Activities that take place at the same time, or deadlines of one type."""

    labels: tuple[str, ...] = Field(min_length=1)
    """Their titles, as inline Markdown."""
    when: str
    """Their time in words, as inline Markdown."""
    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    """First and last day of each stretch."""
    marks: tuple[dt.date, ...] = ()
    """Days that are marked with a line."""


class ChartData(BlockModel):
    """The rows, and the span of days that the chart shows."""

    title: str
    """What the table shows."""
    columns: tuple[str, str]
    """What stands above the titles and above the times."""
    start: dt.date
    end: dt.date
    months: tuple[str, ...]
    """Short names of the months, in order."""
    items: tuple[ChartRow, ...]


class Chart(Block[ChartData]):
    """A table whose words say all; what is drawn below them is for those who see."""

    name = "chart"
    for_authors: ClassVar[bool] = False
    model = ChartData

    def html(self, data: ChartData, place: Place) -> str:
        """Return the table; each time is drawn on the scale of the chart, a unit a day."""
        label, when = map(html.escape, data.columns)
        scale = "".join(f"<span>{html.escape(name)}</span>" for name in data.months[::_QUARTER])
        days = (data.end - data.start).days + 1
        grid = "".join(f"M{day} 0v{_HEIGHT}" for day in _quarters(data))
        opening = f'<svg viewBox="0 0 {days} {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        rows = "\n".join(
            f"<tr>{_named(row.labels, place)}<td>{place.inline(row.when)}"
            f'{opening}<path class="quarter" d="{grid}"/>{_bars(row, data, days)}</svg></td></tr>'
            for row in data.items
        )
        return (
            f'<table class="year"><caption>{html.escape(data.title)}</caption><thead><tr>'
            f'<th scope="col">{label}</th><th scope="col">{when}'
            f'<span class="scale" aria-hidden="true">{scale}</span></th></tr></thead><tbody>\n'
            f"{rows}\n</tbody></table>\n"
        )


def _named(labels: tuple[str, ...], place: Place) -> str:
    """Return the cell that tells what a row is about: one title, or their number with a list that opens."""
    if len(labels) == 1:
        return f'<th scope="row">{place.inline(labels[0])}</th>'
    count = place.strings.get("timeline.together", "{count}").format(count=len(labels))
    titles = "".join(f"<li>{place.inline(label)}</li>" for label in labels)
    return f"<td><details><summary>{count}</summary><ul>{titles}</ul></details></td>"


def _quarters(data: ChartData) -> Iterator[int]:
    """Yield the days on which quarters begin, but for the first."""
    for index in range(_QUARTER, len(data.months), _QUARTER):
        month = data.start.month - 1 + index
        first = dt.date(data.start.year + month // 12, month % 12 + 1, 1)
        yield (first - data.start).days


def _bars(row: ChartRow, data: ChartData, days: int) -> str:
    parts = []
    for first, last in row.spans:
        start = max((first - data.start).days, 0)
        width = max(min((last - data.start).days + 1, days) - start, _LEAST)
        parts.append(f'<rect class="bar" x="{min(start, days - width)}" width="{width}" height="{_HEIGHT}"/>')
    for day in row.marks:
        x = min(max((day - data.start).days, 1), days - 1)
        parts.append(f'<path class="mark" d="M{x} 0v{_HEIGHT}"/>')
    return "".join(parts)
