"""Charts in a text: figures by their ids become bars with the values of one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subportal.locale import formats
from subportal.markdown.blocks import fenced
from subportal.markdown.blocks.base import parse
from subportal.markdown.blocks.figurechart import FigureChartData
from subportal.markdown.spans import replace_fences
from subportal.pages.figuretable import cited
from subportal.pages.site import Site
from subportal.records.figure import Figure


def fill_charts(site: Site, body: str) -> str:
    """Replace each `figure-chart` block by a `bars` block that holds the values."""
    return replace_fences(body, "figure-chart", lambda text: _bars(site, text))


def _bars(site: Site, text: str) -> str:
    data = FigureChartData.model_validate(parse(text))
    found = [(site.portal.find(Figure, one.id), one.label) for one in data.figures]
    figures = [(figure, label) for figure, label in found if figure]
    if len(figures) == 1:
        rows = list(_over_time(site, figures[0][0]))
    else:
        dated = len({figure.as_of.iso for figure, _ in figures}) == len(figures)
        rows = [_row(site, figure, label, dated=dated) for figure, label in figures]
    return fenced("bars", {"title": data.title, "items": rows}) if rows else ""


def _over_time(site: Site, figure: Figure) -> Iterator[dict[str, Any]]:
    sources = cited(site, figure)
    for index, point in enumerate(figure.series):
        when = site.partial(point.as_of)
        row: dict[str, Any] = {
            "label": when,
            "value": formats.format_quantity(point.value, figure.unit, site.language),
            "number": float(point.value),
            "as_of": when,
            "sources": sources,
        }
        yield row if index else {**row, **_remark(site, figure)}


def _row(site: Site, figure: Figure, label: str | None, *, dated: bool) -> dict[str, Any]:
    when = site.partial(figure.as_of)
    return {
        "label": label or (when if dated else site.text(figure.title)),
        "value": formats.format_figure(figure, site.language),
        "number": float(figure.value),
        "as_of": when,
        "sources": cited(site, figure),
        **_remark(site, figure),
    }


def _remark(site: Site, figure: Figure) -> dict[str, str]:
    return {"remark": site.marked(figure.remark)} if figure.remark else {}
