"""The page that lists all feeds, and leads to calendars and data."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import (
    CALENDAR_PAGE,
    DATA_PAGE,
    FEED_FORMS,
    FEEDS_PAGE,
    calendar_file,
    exchange_file,
    feed_file,
)
from subportal.pages.data import has_data
from subportal.pages.occurrences import has_calendar
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.public import PublicPortal

_SECTION = "general"


def feed_sections(portal: PublicPortal) -> list[str]:
    """Return the sections that have news, in the order of the menu."""
    used = {section for item in portal.news.dated().values() for section in item.topics}
    return [section for section in portal.settings.sections if section in used]


def render_feeds_page(site: Site) -> Iterator[StagedPage]:
    """Yield the page of feeds."""
    section = _SECTION if _SECTION in site.portal.settings.sections else ""
    exchange = f"[{site.string('feeds.exchange_link')}](../{exchange_file(site.language)})"
    republish = f"{site.string('feeds.exchange_text')}\n\n{exchange}\n"
    parts = [
        f"{site.string('feeds.intro')}\n",
        f"## {site.string('feeds.news')} {{#news}}\n\n{_table(site)}",
        f"## {site.string('feeds.exchange')} {{#exchange}}\n\n{republish}",
        f"## {site.string('feeds.more')} {{#more}}\n\n{_more(site)}",
    ]
    yield site.stage(
        FEEDS_PAGE,
        "\n".join(parts),
        template="list.html",
        title=site.string("feeds.title"),
        description=site.string("feeds.description"),
        section=section,
        crumbs=site.crumbs(FEEDS_PAGE, site.section_crumb(section) if section else []),
    )


def _table(site: Site) -> str:
    head = f"| {site.string('feeds.column.section')} | {site.string('feeds.column.forms')} |\n| --- | --- |\n"
    rows = [_row(site, site.string("feeds.all"), "")]
    rows += [
        _row(site, escape(site.title(f"{section}/index") or section), section)
        for section in feed_sections(site.portal)
    ]
    return head + "".join(rows)


def _row(site: Site, name: str, section: str) -> str:
    links = site.join(
        f"[{site.string(f'feeds.form.{form}')}](../{feed_file(site.language, form, section)})"
        for form in FEED_FORMS
    )
    return f"| {name} | {links} |\n"


def _more(site: Site) -> str:
    lines = []
    if has_calendar(site.portal):
        all_events = calendar_file(site.language)
        lines.append(f"- [{site.string('calendar.title')}]({CALENDAR_PAGE}.md)\n")
        lines.append(f"- [{site.string('calendar.all')}](../{all_events})\n")
    if has_data(site.portal):
        lines.append(f"- [{site.string('data.title')}]({DATA_PAGE}.md)\n")
    return "".join(lines)
