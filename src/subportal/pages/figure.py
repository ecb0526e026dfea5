"""The list of all figures, a page for each group; links to a figure lead to its line there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subportal.pages.figuretable import figure_table
from subportal.pages.groups import stage_groups
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage
from subportal.records.base import Record
from subportal.records.figure import Figure


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the pages of the list of figures."""

    def body(records: Sequence[Record]) -> str:
        return figure_table(site, [one for one in records if isinstance(one, Figure)], anchors=True)

    yield from stage_groups(site, kind, body)
