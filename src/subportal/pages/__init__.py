"""Pure: from a public portal to the pages of the staged tree.

The pages of a kind are made by the module that bears its name, or else by `generic`: its
`render_record` makes a record's page, its `render_lists` the pages of the list. A record's page reads
no more of the portal than it shows; lists read their whole kind.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Protocol, cast

from subportal.pages import generic
from subportal.pages.calendar import render_calendar
from subportal.pages.data import render_data
from subportal.pages.feeds import render_feeds_page
from subportal.pages.home import HOME, render_home
from subportal.pages.moved import render_moved
from subportal.pages.news import archive
from subportal.pages.notfound import render_notfound
from subportal.pages.offline import render_offline
from subportal.pages.prose import render_prose
from subportal.pages.search import render_search
from subportal.pages.site import Site
from subportal.pages.sitemap import render_sitemap
from subportal.pages.staged import StagedPage
from subportal.public import PublicPortal
from subportal.reads import names_of
from subportal.records import kinds
from subportal.records.base import Record, Visibility

Pages = Callable[[], Iterator[StagedPage]]


class Maker(Protocol):
    """A module that makes the pages of a kind; one without pages of records has the lists only."""

    def render_record(self, site: Site, record: Record) -> StagedPage:
        """Return the page of a record."""

    def render_lists(self, site: Site, kind: type[Record]) -> Iterable[StagedPage]:
        """Return the pages of the list."""


@cache
def maker(kind: str) -> Maker:
    """Return what makes the pages of a kind."""
    own = {module.name for module in pkgutil.iter_modules(__path__)}
    module = importlib.import_module(f"{__name__}.{kind}") if kind in own else generic
    return cast("Maker", module)


def pieces(portal: PublicPortal) -> dict[str, Pages]:
    """Return by name what makes each piece: a page, a record's page, the lists of a kind, and so on.

    A piece may turn out to be empty: what is not public is known when it is read.
    """
    made: dict[str, Pages] = {}
    for language in portal.languages:
        site = Site(portal, language)
        for path in names_of(portal.pages):
            made[f"{language}/page/{path}"] = partial(_page, site, path)
        for name, kind in kinds().items():
            if name in portal.records:
                for identifier in names_of(portal.records[name]) if kind.has_pages else ():
                    made[f"{language}/{name}/{identifier}"] = partial(_record, site, kind, identifier)
                made[f"{language}/lists/{name}"] = partial(_lists, site, kind)
        for name, render in (
            *((f"news/{name}", make) for name, make in archive(portal).items()),
            ("calendar", render_calendar),
            ("data", render_data),
            ("feeds", render_feeds_page),
            ("search", render_search),
        ):
            made[f"{language}/{name}"] = partial(render, site)
        for redirect in portal.settings.redirects:
            made[f"{language}/moved/{redirect.address}"] = partial(render_moved, site, redirect)
        for name, make in (("404", render_notfound), ("offline", render_offline)):
            made[f"{language}/{name}"] = partial(_one, make, site)
    return made


def render_pages(portal: PublicPortal) -> Iterator[StagedPage]:
    """Yield every page of every language, as it will be staged."""
    made = [page for make in pieces(portal).values() for page in make()]
    yield from made
    for language in portal.languages:
        own = sorted((page for page in made if page.language == language), key=lambda page: page.path)
        yield render_sitemap(Site(portal, language), own)


def _page(site: Site, path: str) -> Iterator[StagedPage]:
    yield render_home(site) if path == HOME else render_prose(site, site.portal.pages[path])


def _record(site: Site, kind: type[Record], identifier: str) -> Iterator[StagedPage]:
    record = site.portal.of(kind)[identifier]
    if record.visibility is Visibility.PUBLIC:
        yield maker(kind.kind).render_record(site, record)


def _lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of a kind: nothing where all that is shown of it are summaries."""
    if any(record.visibility is Visibility.PUBLIC for record in site.portal.of(kind).values()):
        yield from maker(kind.kind).render_lists(site, kind)


def _one(make: Callable[[Site], StagedPage], site: Site) -> Iterator[StagedPage]:
    yield make(site)
