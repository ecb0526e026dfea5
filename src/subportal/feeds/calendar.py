"""Calendars (RFC 5545): what they share, and the deadlines of plans, one file a plan and language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from subportal.addresses import plan_files
from subportal.locale import formats
from subportal.locale.strings import language_tag, strings
from subportal.public import PublicPortal
from subportal.records.plan import Deadline, Plan

if TYPE_CHECKING:
    from icalendar import Calendar, Event

TIME_ZONE = "Asia/Ho_Chi_Minh"


def render_plan_calendars(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar of each plan's deadlines in each language."""
    for plan in portal.of(Plan).values():
        if plan.deadlines:
            for language in portal.languages:
                path = plan_files(plan, language)["calendar"]
                calendar = new_calendar(portal, plan.title.best(language), language)
                for deadline in sorted(plan.deadlines, key=lambda item: (item.on, item.id)):
                    calendar.add_component(_event(portal, plan, deadline, language))
                yield path, calendar.to_ical()


def new_calendar(portal: PublicPortal, name: str, language: str) -> Calendar:
    """Return an empty calendar with its particulars."""
    from icalendar import Calendar  # noqa: PLC0415  (slow to import, and often not needed)

    calendar = Calendar()
    maker = portal.settings.short_name.best("en")
    calendar.add("prodid", f"-//{maker}//subportal//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", TIME_ZONE)
    return calendar


def new_event(portal: PublicPortal, name: str, first: dt.date, last: dt.date, stamp: dt.date) -> Event:
    """Return an all-day event; `name` names it for ever, `stamp` is the day of its last change."""
    from icalendar import Event  # noqa: PLC0415  (slow to import, and often not needed)

    event = Event()
    event.add("uid", f"{name}@{host(portal)}")
    event.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    return event


def host(portal: PublicPortal) -> str:
    """Return the host that identifiers name; it outlives the portal's own address."""
    return urlsplit(portal.settings.parent_url or "").hostname or "localhost"


def _event(portal: PublicPortal, plan: Plan, deadline: Deadline, language: str) -> Event:
    day = deadline.last_day
    tag = {"language": language_tag(language)}
    rule = strings(language)[f"deadline.{deadline.rule}"].format(
        date=formats.format_day(deadline.on, language)
    )
    event = new_event(portal, f"{plan.id}-{deadline.id}", day, day, plan.issued)
    event.add("sequence", 0)
    event.add("summary", f"{deadline.title.best(language)} ({rule})", parameters=tag)
    event.add("description", f"{plan.number}: {deadline.clause}", parameters=tag)
    event.add("categories", [strings(language)[f"deadline.{deadline.type}"]])
    return event
