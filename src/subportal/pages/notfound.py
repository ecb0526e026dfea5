"""The page for addresses that lead nowhere, one a language."""

from __future__ import annotations

from subportal.addresses import NOT_FOUND
from subportal.markdown.blocks import fenced
from subportal.pages.news import page_cards
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage


def render_notfound(site: Site) -> StagedPage:
    """Return the page with ways out: the home page, the sections, the site map."""
    pages = [
        site.portal.pages[f"{section}/index"]
        for section in site.portal.settings.sections
        if f"{section}/index" in site.portal.pages
    ]
    cards = [
        {"title": site.string("home"), "href": "index.md"},
        {"title": site.string("sitemap.title"), "href": "sitemap.md"},
        *page_cards(site, NOT_FOUND, pages),
    ]
    body = f"{site.string('notfound.text')}\n\n{site.string('notfound.what')}\n\n" + fenced(
        "cards", {"style": "plain", "level": 2, "items": cards}
    )
    return site.stage(
        NOT_FOUND,
        body,
        template="404.html",
        title=site.string("notfound.title"),
        description=site.string("notfound.text"),
        noindex=True,
    )
