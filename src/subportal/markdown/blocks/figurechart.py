"""`figure-chart`: figures of one unit side by side; staging replaces it by `bars`, which holds the values."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Annotated, ClassVar
from zlib import crc32

from pydantic import BeforeValidator, Field

from subportal.markdown.blocks.base import Block, BlockModel, Place, open_drawing
from subportal.markdown.blocks.figures import FigureSource, told_sources
from subportal.markdown.languages import guess_language

LEAST = 3
"""Fewer values are better told in a sentence."""
_WIDTH = 360
_ROW = 44
_BAR = 14
_LETTERS = 52


def _bare(value: object) -> object:
    return {"id": value} if isinstance(value, str) else value


class ChartedFigure(BlockModel):
    """A figure, and what the chart calls it."""

    id: str
    """The id of a record in `content/records/figure/`."""
    label: str | None = None
    """A short name; without one the figure's date, or its title where the dates are the same."""


class FigureChartData(BlockModel):
    """What an author says of the chart."""

    title: str
    """What it compares."""
    figures: Annotated[tuple[Annotated[ChartedFigure, BeforeValidator(_bare)], ...], Field(min_length=1)]
    """Three figures or more of the same unit; or one that has a series of three values or more."""


class FigureChart(Block[FigureChartData]):
    """What an author writes."""

    name = "figure-chart"
    model = FigureChartData

    def figures(self, data: FigureChartData) -> Iterable[str]:
        """Return the ids of the figures."""
        return (one.id for one in data.figures)

    def html(self, data: FigureChartData, place: Place) -> str:  # noqa: ARG002
        """Return the bare ids: only a text that was not staged comes here."""
        items = "".join(f"<li>{html.escape(one.id)}</li>" for one in data.figures)
        return f"<ul>{items}</ul>\n"


class BarRow(BlockModel):
    """One value."""

    label: str
    """What it is of, as plain text."""
    value: str
    """The value with its unit, in the words of one language."""
    number: float
    """The same as a number: the length of the bar."""
    as_of: str
    """The date for which it holds, in words."""
    sources: tuple[FigureSource, ...]
    """Where it comes from."""
    remark: str | None = None
    """What a reader must know, as inline Markdown."""


class BarsData(BlockModel):
    """The values, in order."""

    title: str
    """What they are of."""
    items: tuple[BarRow, ...]
    """The values."""


class Bars(Block[BarsData]):
    """Horizontal bars from zero as SVG, with the same values in a table below."""

    name = "bars"
    for_authors: ClassVar[bool] = False
    model = BarsData

    def html(self, data: BarsData, place: Place) -> str:
        """Return the chart and its table."""
        name = f"bars-{crc32(data.title.encode()):x}"
        title = html.escape(data.title)
        most = max((row.number for row in data.items), default=0) or 1
        told = "; ".join(f"{row.label}{place.string('sentence.colon')}{row.value}" for row in data.items)
        rows = "\n".join(_row(row, index, most, place) for index, row in enumerate(data.items))
        drawing = open_drawing(name, (_WIDTH, _ROW * len(data.items)), title, html.escape(told))
        return (
            f'<figure class="bars"><figcaption>{title}</figcaption>{drawing}{rows}\n</svg>\n'
            f"{_table(data, place)}</figure>\n"
        )


def _foreign(label: str, place: Place) -> str:
    """Return the `lang` of a name that is in another language than the page, told by its letters."""
    tag = guess_language(label)
    return "" if tag in {"en", place.language} else f' lang="{tag}"'


def _named(label: str, place: Place) -> str:
    """Return a name for the table, marked by itself: the remark below it is in the page's language."""
    foreign, name = _foreign(label, place), html.escape(label)
    return f"<span{foreign}>{name}</span>" if foreign else name


def _row(row: BarRow, index: int, most: float, place: Place) -> str:
    top = index * _ROW
    width = round(max(row.number / most * _WIDTH, 1), 1)
    label = html.escape(_fit(row.label, _LETTERS - len(row.value)))
    return (
        f'<text y="{top + 16}"{_foreign(row.label, place)}>{label}</text>'
        f'<text class="value" x="{_WIDTH}" y="{top + 16}">{html.escape(row.value)}</text>'
        f'<rect class="bar" y="{top + 22}" width="{width:g}" height="{_BAR}" rx="2"/>'
    )


def _table(data: BarsData, place: Place) -> str:
    """Return the values with their dates, remarks and sources."""
    heads = "".join(
        f'<th scope="col">{place.string(f"figures.{name}")}</th>' for name in ("name", "value", "as_of")
    )
    rows = "\n".join(_cells(row, place) for row in data.items)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>"


def _cells(row: BarRow, place: Place) -> str:
    remark = f"<small>{place.inline(row.remark)}</small>" if row.remark else ""
    return (
        f'<tr><th scope="row">{_named(row.label, place)}{remark}</th>'
        f"<td>{html.escape(row.value)}</td>"
        f"<td>{html.escape(row.as_of)}<small>{told_sources(row.sources, place)}</small></td></tr>"
    )


def _fit(label: str, room: int) -> str:
    """Cut a label that would run into its value; Chinese characters are twice as wide as others."""
    for index, letter in enumerate(label):
        room -= 2 if letter > "\u2e80" else 1
        if room < 0:
            return f"{label[:index].rstrip()}…"
    return label
