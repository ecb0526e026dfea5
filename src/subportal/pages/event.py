"""The pages of events: when they took place, and when they are expected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from subportal.locale.formats import format_range
from subportal.pages import generic
from subportal.pages.calendar import add_link, is_coming
from subportal.pages.listing import stage_lists
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import format_rule, source_links
from subportal.records.base import Record, Visibility
from subportal.records.event import Event

YEARS_AHEAD = 2


def render_record(site: Site, event: Event) -> StagedPage:
    """Return the page of an event."""
    return generic.render_record(site, event, extra=[_dates(site, event)])


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of events, those of this year and later first."""
    events = [one for one in site.portal.of(Event).values() if one.visibility is Visibility.PUBLIC]
    year = site.portal.today.year
    events.sort(key=lambda event: (_day(event, year), event.id), reverse=True)

    def entry(origin: str, event: Event) -> dict[str, Any]:
        line = generic.entry(site, origin, event)
        when = escape(_when(site, event))
        rows = [[site.string("event.day"), when], *line["facts"]]
        if is_coming(site, event):
            rows.append(["", add_link(site, origin, event)])
        return {**line, "facts": rows}

    yield from stage_lists(site, kind, events, entry, generic.facets_of(site, kind))


def _day(event: Event, year: int) -> dt.date:
    """Return the day by which an event is listed: of this year, or the only one that it has."""
    spans = event.occurrences(event.starts_on.year if event.starts_on else year)
    return spans[0][0] if spans else event.starts_on or dt.date(year, 1, 1)


def _when(site: Site, event: Event) -> str:
    if event.lunar:
        return format_rule(event.lunar, site.language)
    spans = event.planned(event.starts_on.year) if event.starts_on else []
    return format_range(*spans[0], site.language) if spans else ""


def _dates(site: Site, event: Event) -> str:
    """Return a table of days: announced ones, changes, and what the lunar rule gives next."""
    year = site.portal.today.year
    years = {one.starts_on.year for one in event.held}
    if event.starts_on:
        years.add(event.starts_on.year)
    if event.lunar:
        years.update(range(year, year + YEARS_AHEAD + 1))
    rows = [row for one in sorted(years) for row in _rows(site, event, one)]
    if not rows:
        return ""
    link = add_link(site, f"{Event.folder}/{event.id}", event)
    head = f"| {site.string('event.day')} | {site.string('event.note')} |\n| --- | --- |\n"
    return f"## {site.string('event.dates')} {{#dates}}\n\n{head}" + "\n".join(rows) + f"\n\n{link}\n"


def _rows(site: Site, event: Event, year: int) -> Iterator[str]:
    changes = {change.was: change for change in event.changes}
    sources = {one.starts_on: one.sources for one in event.held}
    for first, last in event.planned(year):
        change = changes.get(first)
        if change is None:
            note = site.string("event.computed" if event.is_computed(first) else "event.announced")
            cited = source_links(site, sources.get(first, ()))
            note = f"{note}. {cited}" if cited else note
        elif change.starts_on:
            first, last = change.starts_on, change.ends_on or change.starts_on  # noqa: PLW2901
            note = site.string("event.moved", date=site.day(change.was), why=site.marked(change.why))
        else:
            note = site.string("event.cancelled", why=site.marked(change.why))
        yield f"| {escape(format_range(first, last, site.language))} | {note} |"
