"""Calendars of events: one of all of them and one of each sort, in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from subportal.addresses import address_of, calendar_file, page_url, record_calendar_file
from subportal.feeds.calendar import new_calendar, new_event
from subportal.locale.lunar import format_lunar
from subportal.locale.strings import language_tag, strings
from subportal.lunar import solar_to_lunar
from subportal.pages.occurrences import Occurrence, groups, happenings, has_calendar, occurrences, place_of
from subportal.public import PublicPortal
from subportal.records.base import Choice, Text

if TYPE_CHECKING:
    from icalendar import Event

_EPOCH = dt.date(2000, 1, 1)


def render_event_calendars(portal: PublicPortal, url: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the calendars of a language, one a sort if there are several; none without events."""
    if not has_calendar(portal):
        return
    found = occurrences(portal)
    own = strings(language)
    yield calendar_file(language), _calendar(portal, url, language, own["calendar.all"], found)
    sorts = groups(found)
    for group, member in sorts.items() if len(sorts) > 1 else ():
        members = [one for one in found if one.group == group]
        name = f"{own['calendar.title']}{own['sentence.colon']}{member.label(language)}"
        yield calendar_file(language, group), _calendar(portal, url, language, name, members)


def render_record_calendars(
    portal: PublicPortal, url: str, kind: str, identifier: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar of one record in each language: its events are those of the calendar of all."""
    record = portal.records[kind][identifier]
    found = happenings(portal, record)
    for language in portal.languages if found else ():
        name = record.title.best(language)
        yield record_calendar_file(kind, identifier, language), _calendar(portal, url, language, name, found)


def _calendar(portal: PublicPortal, url: str, language: str, name: str, found: Iterable[Occurrence]) -> bytes:
    calendar = new_calendar(portal, f"{name} – {portal.settings.short_name.best(language)}", language)
    for one in found:
        calendar.add_component(_event(portal, url, language, one))
    data: bytes = calendar.to_ical()
    return data


def _event(portal: PublicPortal, url: str, language: str, one: Occurrence) -> Event:
    record = one.record
    changed = record.updated or record.reviewed or dt.date(portal.settings.established, 1, 1)
    event = new_event(portal, one.name, one.first, one.last, changed)
    event.add("sequence", _sequence(one))
    event.add("status", "CANCELLED" if one.cancelled else "TENTATIVE" if one.expected else "CONFIRMED")
    event.add("last-modified", dt.datetime.combine(changed, dt.time(), dt.UTC))
    _add_text(event, "summary", record.title, language)
    description = "\n".join(_description(one, language))
    event.add("description", description, parameters={"language": language_tag(language)})
    place = place_of(portal, record, language)
    if place:
        event.add("location", place, parameters={"language": language_tag(language)})
    event.add("url", page_url(url, portal.languages, language, address_of(type(record), record.id)))
    sort = getattr(record, "type", None)
    if isinstance(sort, Choice):
        event.add("categories", [sort.label(language)])
    return event


def _sequence(one: Occurrence) -> int:
    """Return a number that grows with each change: with its day, and where a date was changed."""
    days = (one.record.updated - _EPOCH).days if one.record.updated else 0
    return 2 * days + (one.change is not None)


def _add_text(event: Event, name: str, text: Text, language: str) -> None:
    event.add(name, text.best(language), parameters={"language": language_tag(text.language(language))})


def _description(one: Occurrence, language: str) -> Iterator[str]:
    """Yield what changed, what is not certain, the lunar date, and what it is."""
    own = strings(language)
    if one.change is not None:
        from subportal.locale.formats import format_day  # noqa: PLC0415

        key = "calendar.cancelled" if one.cancelled else "calendar.moved"
        day = format_day(one.change.was, language)
        yield own[key].format(why=one.change.why.best(language), date=day)
    elif one.expected:
        yield own["calendar.expected"]
    with suppress(ValueError):  # outside the years of which the lunar dates are known
        yield format_lunar(solar_to_lunar(one.first), language, year=True)
    summary = getattr(one.record, "summary", None)
    if isinstance(summary, Text):
        yield summary.best(language)
