"""Pure: from a public portal to the pages of the staged tree.

A kind's pages are made by the module that bears its name.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from subportal.pages.home import HOME, render_home
from subportal.pages.notfound import render_notfound
from subportal.pages.prose import render_prose
from subportal.pages.site import Site
from subportal.pages.sitemap import render_sitemap
from subportal.pages.staged import StagedPage
from subportal.public import PublicPortal
from subportal.records import kinds


def render_pages(portal: PublicPortal) -> Iterator[StagedPage]:
    """Yield every page of every language, as it will be staged."""
    for language in portal.languages:
        site = Site(portal, language)
        pages = list(_of_language(site))
        yield from pages
        yield render_sitemap(site, pages)
        yield render_notfound(site)


def _of_language(site: Site) -> Iterator[StagedPage]:
    if HOME in site.portal.pages:
        yield render_home(site)
    for path, page in sorted(site.portal.pages.items()):
        if path != HOME:
            yield render_prose(site, page)
    for name in kinds():
        if site.portal.records.get(name):
            yield from importlib.import_module(f"{__name__}.{name}").render(site)
