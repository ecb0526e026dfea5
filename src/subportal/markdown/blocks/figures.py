"""`figures`: figures by their ids; staging replaces it by `figure-table`, which holds the values."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import ClassVar

from subportal.markdown.blocks.base import Block, BlockModel, LanguageTag, Place


class FigureReferences(BlockModel):
    """The ids of figures."""

    items: tuple[str, ...]
    """Ids of records in `content/records/figure/`."""


class Figures(Block[FigureReferences]):
    """What an author writes."""

    name = "figures"
    model = FigureReferences

    def html(self, data: FigureReferences, place: Place) -> str:  # noqa: ARG002
        """Return the bare ids: only a text that was not staged comes here."""
        return "<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in data.items) + "</ul>\n"


class FigureSource(BlockModel):
    """A source of a figure."""

    title: str
    """Its title."""
    url: str | None = None
    """Its address."""
    lang: LanguageTag | None = None
    """The language of the title, if it is not the page's."""


class FigureRow(BlockModel):
    """A figure in the words of one language."""

    label: str
    """What it measures."""
    value: str
    """The value with its unit."""
    as_of: str
    """The date, in words."""
    sources: tuple[FigureSource, ...]
    """Where it comes from."""
    remark: str | None = None
    """What a reader must know."""
    id: str | None = None
    """An anchor for links to this figure."""


class FigureTableData(BlockModel):
    """The rows of the table."""

    items: tuple[FigureRow, ...]
    """The rows."""


class FigureTable(Block[FigureTableData]):
    """Figures with dates and sources."""

    name = "figure-table"
    for_authors: ClassVar[bool] = False
    model = FigureTableData

    def html(self, data: FigureTableData, place: Place) -> str:
        """Return the figures as terms, each with its value, its date and its sources."""
        rows = "\n".join(self._row(row, place) for row in data.items)
        return f'<dl class="figures">\n{rows}\n</dl>\n'

    @staticmethod
    def _row(row: FigureRow, place: Place) -> str:
        anchor = f' id="{row.id}"' if row.id else ""
        remark = f"<small>{place.inline(row.remark)}</small>" if row.remark else ""
        as_of = place.string("figures.as_of")
        return (
            f"<div{anchor}><dt>{place.inline(row.label)}</dt>"
            f'<dd class="value">{place.inline(row.value)}</dd>'
            f"<dd>{as_of} {place.inline(row.as_of)}{remark}</dd>"
            f'<dd class="source">{told_sources(row.sources, place)}</dd></div>'
        )


def told_sources(sources: Iterable[FigureSource], place: Place) -> str:
    """Return sources in one line."""
    cited = "; ".join(_cited(source, place) for source in sources)
    return f"{place.string('figures.source')}{place.string('sentence.colon')}{cited}"


def _cited(source: FigureSource, place: Place) -> str:
    title = place.inline(f"[{source.title}](<{source.url}>)" if source.url else source.title)
    return f'<span lang="{source.lang}">{title}</span>' if source.lang else title
