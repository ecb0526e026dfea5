"""The page that shows what a search finds; without the script it leads to the lists of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import SEARCH, SITEMAP, list_path
from subportal.pages.news import NEWS
from subportal.pages.prose import list_kinds
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records import kinds


def render_search(site: Site) -> Iterator[StagedPage]:
    """Yield the page of a language."""
    links = [(site.string("sitemap.title"), f"{SITEMAP}.md"), (site.title(NEWS), f"{NEWS}.md")]
    links += [(site.list_title(kinds()[name]), f"{list_path(kinds()[name])}.md") for name in list_kinds(site)]
    lines = [f"- [{escape(title)}]({href})" for title, href in links if title]
    body = f"## {site.string('search.ways')} {{#ways}}\n\n" + "\n".join(lines) + "\n"
    yield site.stage(
        SEARCH,
        body,
        template="search.html",
        title=site.string("search.title"),
        description=site.describe(site.string("search.description")),
        crumbs=site.crumbs(SEARCH, []),
    )
