"""Figures in a text: figures by their ids become rows with value, date and sources in one language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from subportal.locale import formats
from subportal.markdown.blocks import fenced
from subportal.markdown.blocks.base import parse, shape
from subportal.markdown.spans import replace_fences
from subportal.pages.site import Site, escape
from subportal.records.figure import Figure


def fill_figures(site: Site, body: str) -> str:
    """Replace each `figures` block by a `figure-table` block that holds the values."""

    def fill(text: str) -> str:
        references = shape(parse(text)) or {"items": []}
        return figure_table(site, _found(site, references["items"]))

    return replace_fences(body, "figures", fill)


def _found(site: Site, identifiers: Iterable[str]) -> list[Figure]:
    figures = (site.portal.find(Figure, identifier) for identifier in identifiers)
    return [figure for figure in figures if figure]


def figure_table(site: Site, figures: Iterable[Figure], *, anchors: bool = False) -> str:
    """Return figures as a block: value, date and source of each in the site's language."""
    rows: list[dict[str, Any]] = []
    for figure in figures:
        row: dict[str, Any] = {
            "label": site.marked(figure.title),
            "value": escape(formats.format_figure(figure, site.language)),
            "as_of": site.partial(figure.as_of),
            "sources": cited(site, figure),
        }
        if anchors:
            row["id"] = figure.id
        remarks = [site.marked(figure.remark) if figure.remark else "", _series(site, figure)]
        if any(remarks):
            row["remark"] = " ".join(remark for remark in remarks if remark)
        rows.append(row)
    return fenced("figure-table", rows) if rows else ""


def cited(site: Site, figure: Figure) -> list[dict[str, str]]:
    """Return of a figure's sources what is shown beside it, titles as Markdown."""
    sources = site.sources(figure.sources)
    return [
        {**{key: one[key] for key in ("url", "lang") if key in one}, "title": escape(one["title"])}
        for one in sources
    ]


def _series(site: Site, figure: Figure) -> str:
    """Return the same measure at other times, in one line."""
    if not figure.series:
        return ""
    points = [
        f"{site.partial(point.as_of)}{site.string('sentence.colon')}"
        f"{escape(formats.format_quantity(point.value, figure.unit, site.language))}"
        for point in figure.series
    ]
    return f"{site.string('figures.series')}{site.string('sentence.colon')}{'; '.join(points)}."
