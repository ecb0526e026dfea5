"""The page for readers without a connection who ask for what they have not read yet, one a language."""

from __future__ import annotations

from subportal.addresses import OFFLINE
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage


def render_offline(site: Site) -> StagedPage:
    """Return the page; without a connection, the way back is all that there is."""
    return site.stage(
        OFFLINE,
        f"{site.string('offline.text')}\n\n{site.string('offline.what')}\n",
        template="404.html",
        title=site.string("offline.title"),
        description=site.string("offline.text"),
        noindex=True,
    )
