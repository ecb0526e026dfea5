"""`figures`: figures by their ids; staging replaces it by `figure-table`, which holds the values."""

from __future__ import annotations

from typing import ClassVar

from subportal.markdown.blocks.base import Block, BlockModel, Place


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
        return "<ul>" + "".join(f"<li>{item}</li>" for item in data.items) + "</ul>\n"


class FigureRow(BlockModel):
    """A figure in the words of one language."""

    label: str
    """What it measures."""
    value: str
    """The value with its unit."""
    as_of: str
    """The date, in words."""
    sources: tuple[tuple[str, str | None], ...]
    """Titles and addresses of its sources."""
    remark: str | None = None
    """What a reader must know."""


class FigureTableData(BlockModel):
    """The rows of the table."""

    items: tuple[FigureRow, ...]
    """The rows."""


class FigureTable(Block[FigureTableData]):
    """A table of figures with dates and sources."""

    name = "figure-table"
    for_authors: ClassVar[bool] = False
    model = FigureTableData

    def html(self, data: FigureTableData, place: Place) -> str:
        """Return the figures as a table with row headers."""
        head = "".join(
            f'<th scope="col">{place.string(f"figures.{name}")}</th>'
            for name in ("what", "value", "as_of", "source")
        )
        label = place.string("figures.caption")
        rows = "\n".join(self._row(row, place) for row in data.items)
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
            f'<table class="figures"><thead><tr>{head}</tr></thead><tbody>\n{rows}\n'
            "</tbody></table></div>\n"
        )

    @staticmethod
    def _row(row: FigureRow, place: Place) -> str:
        sources = "; ".join(
            place.inline(f"[{title}](<{url}>)" if url else title) for title, url in row.sources
        )
        remark = f"<br><small>{place.inline(row.remark)}</small>" if row.remark else ""
        return (
            f'<tr><th scope="row">{place.inline(row.label)}{remark}</th>'
            f'<td class="number">{place.inline(row.value)}</td>'
            f"<td>{place.inline(row.as_of)}</td><td>{sources}</td></tr>"
        )
