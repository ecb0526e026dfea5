"""Calendars (RFC 5545): the deadlines of plans, one file a plan and language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from subportal.addresses import plan_files
from subportal.locale import formats
from subportal.locale.strings import language_tag, strings
from subportal.public import PublicPortal
from subportal.records.plan import Deadline, Plan


def render_calendars(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar of each plan's deadlines in each language."""
    for plan in portal.of(Plan).values():
        if plan.deadlines:
            for language in portal.languages:
                path = plan_files(plan, language)["calendar"]
                yield path, _calendar(portal, plan, language).to_ical()


def _calendar(portal: PublicPortal, plan: Plan, language: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//{portal.settings.short_name['en']}//subportal//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plan.title.best(language))
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for deadline in sorted(plan.deadlines, key=lambda item: (item.on, item.id)):
        calendar.add_component(_event(portal, plan, deadline, language))
    return calendar


def _event(portal: PublicPortal, plan: Plan, deadline: Deadline, language: str) -> Event:
    day = deadline.last_day
    tag = {"language": language_tag(language)}
    rule = strings(language)[f"deadline.{deadline.rule}"].format(
        date=formats.format_day(deadline.on, language)
    )
    event = Event()
    event.add("uid", f"{plan.id}-{deadline.id}@{_host(portal)}")
    event.add("dtstamp", dt.datetime.combine(plan.issued, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("sequence", 0)
    event.add("summary", f"{deadline.title.best(language)} ({rule})", parameters=tag)
    event.add("description", f"{plan.number}: {deadline.clause}", parameters=tag)
    event.add("categories", [strings(language)[f"deadline.{deadline.type}"]])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    return event


def _host(portal: PublicPortal) -> str:
    return urlsplit(portal.settings.parent_url or "").hostname or "localhost"
