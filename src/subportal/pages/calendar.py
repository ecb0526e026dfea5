"""The calendar: what takes place this year and the next ones, month by month, and a page a year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from subportal.addresses import CALENDAR_PAGE, calendar_file, record_calendar_file
from subportal.locale.formats import format_day, format_range
from subportal.locale.lunar import format_lunar
from subportal.lunar import solar_to_lunar
from subportal.pages.occurrences import (
    Occurrence,
    groups,
    happenings,
    has_calendar,
    occurrences,
    place_of,
)
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record

_SECTION = "general"


def render_calendar(site: Site) -> Iterator[StagedPage]:
    """Yield the calendar from this year on, and a page for each year before; none without events."""
    if not has_calendar(site.portal):
        return
    found = occurrences(site.portal)
    this_year = site.portal.today.year
    years = {year: list(of) for year, of in groupby(found, lambda one: one.first.year)}
    coming = [year for year in years if year >= this_year]
    past = sorted((year for year in years if year < this_year), reverse=True)
    parts = [f"{site.string('calendar.intro')}\n", _files(site, found)]
    parts += [_year(site, CALENDAR_PAGE, year, years[year]) for year in coming]
    if past:
        links = site.join(f"[{site.string('calendar.year', year=year)}](calendar/{year}.md)" for year in past)
        parts.append(f"## {site.string('calendar.past')} {{#past}}\n\n{links}\n")
    yield _stage(site, CALENDAR_PAGE, site.string("calendar.title"), "\n".join(parts))
    for year in past:
        path = f"{CALENDAR_PAGE}/{year}"
        title = site.string("calendar.title_year", year=year)
        yield _stage(site, path, title, _year(site, path, year, years[year], level=1), year=year)


def add_link(site: Site, origin: str, record: Record) -> str:
    """Return a link by which a reader adds a record's days to a calendar program; empty if it has none."""
    if not happenings(site.portal, record):
        return ""
    file = record_calendar_file(record.kind, record.id, site.language)
    return f"[{site.string('calendar.add_one')}](../{site.relative(origin, file)})"


def is_coming(site: Site, record: Record) -> bool:
    """Tell whether something of a record takes place today or later."""
    today = site.portal.today
    return any(one.last >= today and not one.cancelled for one in happenings(site.portal, record))


def _stage(site: Site, path: str, title: str, body: str, year: int | None = None) -> StagedPage:
    here = path == CALENDAR_PAGE
    section = _SECTION if _SECTION in site.portal.settings.sections else ""
    trail = [*site.section_crumb(section)] if section else []
    if not here:
        trail.append((site.string("calendar.title"), f"{CALENDAR_PAGE}.md"))
    key = "calendar.description" if here else "calendar.description_year"
    return site.stage(
        path,
        body,
        template="list.html",
        title=title,
        description=site.describe(site.string(key, **({} if here else {"year": year}))),
        section=section,
        crumbs=site.crumbs(path, trail),
    )


def _files(site: Site, found: list[Occurrence]) -> str:
    """Return links by which a reader adds the events to a calendar program."""
    sorts = groups(found)
    lines = [f"- [{site.string('calendar.all')}](../{calendar_file(site.language)})"]
    if len(sorts) > 1:
        lines += [
            f"- [{escape(member.label(site.language))}](../{calendar_file(site.language, name)})"
            for name, member in sorts.items()
        ]
    head = f"## {site.string('calendar.add')} {{#add}}\n\n{site.string('calendar.add_text')}\n\n"
    return head + "\n".join(lines) + "\n"


def _year(site: Site, origin: str, year: int, found: Iterable[Occurrence], *, level: int = 2) -> str:
    parts = []
    if level > 1:
        parts.append(f"{'#' * level} {site.string('calendar.year', year=year)} {{#y{year}}}\n")
    for month, of_month in groupby(found, lambda one: one.first.month):
        name = _month(site, year, month)
        parts.append(f"{'#' * (level + 1)} {name} {{#y{year}-{month:02}}}\n")
        parts.append("\n".join(_line(site, origin, one) for one in of_month) + "\n")
    return "\n".join(parts)


def _month(site: Site, year: int, month: int) -> str:
    name = format_day(dt.date(year, month, 1), site.language, pattern="date.month")
    return name[0].upper() + name[1:]


def _line(site: Site, origin: str, one: Occurrence) -> str:
    """Return when, what, where, and what a reader must know of the day."""
    when = f"{format_range(one.first, one.last, site.language)}{_lunar(site, one.first)}"
    colon = site.string("sentence.colon")
    line = f"- **{escape(when)}**{colon}{site.link(origin, one.record)}"
    place = place_of(site.portal, one.record, site.language)
    if place:
        line += site.string("list.separator") + escape(place)
    remark = _remark(site, one)
    return line + site.string("calendar.remark", text=remark) if remark else line


def _lunar(site: Site, day: dt.date) -> str:
    """Return the lunar date in brackets; nothing for a day whose lunar date is not known."""
    try:
        lunar = format_lunar(solar_to_lunar(day), site.language)
    except ValueError:
        return ""
    return site.string("calendar.lunar", date=lunar)


def _remark(site: Site, one: Occurrence) -> str:
    if one.change is None:
        return site.string("calendar.expected") if one.expected else ""
    why = site.marked(one.change.why)
    if one.cancelled:
        return site.string("calendar.cancelled", why=why)
    return site.string("calendar.moved", date=site.day(one.change.was), why=why)
