"""The list of all figures, group by group."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.pages.prose import figure_table
from subportal.pages.record import stage_list
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage
from subportal.records.figure import Figure

GROUPS = (
    "land",
    "people",
    "administration",
    "economy",
    "agriculture",
    "energy",
    "tourism",
    "border",
    "culture",
)


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the list of figures."""
    figures = list(site.portal.of(Figure).values())
    parts = []
    for group in GROUPS:
        members = [figure for figure in figures if figure.group == group]
        if members:
            head = f"## {site.string(f'figures.group.{group}')} {{#group-{group}}}\n\n"
            parts.append(head + figure_table(site, members, anchors=True))
    yield stage_list(site, Figure, "\n".join(parts))
