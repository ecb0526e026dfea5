"""Pure: from a public portal to what machines read; each maker yields paths and bytes."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.feeds.calendar import render_calendars
from subportal.feeds.opendata import render_plan_data
from subportal.public import PublicPortal


def render_files(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield every data file by its path from the site's root."""
    yield from render_plan_data(portal)
    yield from render_calendars(portal)
