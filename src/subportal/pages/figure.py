"""The list of all figures, group by group."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.pages.listing import stage_list
from subportal.pages.prose import figure_table
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage
from subportal.records.base import Record
from subportal.records.figure import Figure, FigureGroup


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of figures; links lead to their lines in it, so it is one page."""
    figures = list(site.portal.of(Figure).values())
    parts = []
    for group in FigureGroup:
        members = [figure for figure in figures if figure.group is group]
        if members:
            head = f"## {site.string(f'figures.group.{group}')} {{#group-{group}}}\n\n"
            parts.append(head + figure_table(site, members, anchors=True))
    yield stage_list(site, kind, "\n".join(parts))
