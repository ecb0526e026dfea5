"""The home page of each language."""

from __future__ import annotations

from typing import Any

from subportal.addresses import address_of, record_address
from subportal.locale import formats
from subportal.markdown.blocks import fenced
from subportal.pages.news import page_cards
from subportal.pages.site import Site, escape, newest
from subportal.pages.staged import StagedPage
from subportal.records.figure import Figure
from subportal.records.plan import Plan

HOME = "index"
_LATEST = 5


def render_home(site: Site) -> StagedPage:
    """Return the home page: welcome, sections, news, key figures, plan."""
    page = site.portal.pages[HOME]
    prose = page.best(site.language)
    body = [site.resolve(HOME, prose.body).rstrip("\n")]
    body.extend(part for part in (_sections(site), _news(site), _figures(site), _plan(site)) if part)
    return site.stage(
        HOME,
        "\n\n".join(body) + "\n",
        template="home.html",
        title=prose.title,
        description=site.describe(prose.texts.description),
        identity=("page", HOME),
        language=prose.language,
    )


def _band(
    site: Site, key: str, anchor: str, cards: list[dict[str, Any]], style: str, **values: object
) -> str:
    heading = f"## {site.string(key, **values)} {{#{anchor}}}\n\n"
    return heading + fenced("cards", {"style": style, "items": cards})


def _more(site: Site, key: str, target: str) -> str:
    return f"\n[{site.string(key)}]({target}){{.more}}\n"


def _sections(site: Site) -> str:
    pages = [
        site.portal.pages[f"{section}/index"]
        for section in site.portal.settings.sections
        if f"{section}/index" in site.portal.pages
    ]
    cards = page_cards(site, HOME, pages)
    for page, card in zip(pages, cards, strict=True):
        card["key"] = page.section
    return _band(site, "home.sections", "sections", cards, "sections", count=len(cards))


def _news(site: Site) -> str:
    latest = newest(site.portal, _LATEST)
    if not latest:
        return ""
    cards = page_cards(site, HOME, latest)
    return _band(site, "home.news", "news", cards, "news") + _more(site, "home.news_all", "news/index.md")


def _figures(site: Site) -> str:
    cards = [
        {
            "title": site.marked(figure.title),
            "text": escape(formats.format_figure(figure, site.language)),
            "meta": f"{site.string('figures.as_of')} {site.partial(figure.as_of)}",
            "href": record_address(figure),
        }
        for figure in site.portal.of(Figure).values()
        if figure.key
    ]
    if not cards:
        return ""
    band = _band(site, "home.figures", "figures", cards, "figures")
    return band + _more(site, "home.figures_all", address_of(Figure, ""))


def _plan(site: Site) -> str:
    plan = site.portal.find(Plan, site.portal.settings.plan)
    if not plan:
        return ""
    link = f"**{site.link(HOME, plan)}**"
    return f"## {site.string('home.plan')} {{#plan}}\n\n{site.string('home.plan_text')}\n\n{link}\n"
