"""Links: each leads to a page or a record that is shown, or to an address of a safe scheme."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from subportal.issues import Issue, Position, issue
from subportal.load.fields import hints
from subportal.markdown.dialect import inventory
from subportal.markdown.headings import heading_ids
from subportal.portal import Page, Portal
from subportal.records import kinds
from subportal.records.activity import Activity
from subportal.records.base import SOURCE_LANGUAGE, Record, Visibility
from subportal.records.page import PageFacts
from subportal.rules.places import in_front_matter, in_record

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_EXTERNAL = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Origin:
    """From where a link leads."""

    path: str
    """The page, from the language's folder, without `.md`."""
    language: str
    day: dt.date | None
    """The first day on which the page is shown; None for never, then it may lead to what is internal."""
    place: Callable[[], Position]
    """Tells where the address stands; asked only if something is wrong with it."""
    field: str = ""


def first_day(portal: Portal, item: PageFacts | Record) -> dt.date | None:
    """Return the first day, from today on, on which an item is shown; None if there is none."""
    day = max(portal.today, item.publish_on or portal.today)
    return day if item.shown_on(day) else None


def check_link(portal: Portal, origin: Origin, address: str) -> Iterator[Issue]:
    """Check one address."""
    scheme = SCHEME.match(address)
    if scheme and scheme[1] in kinds():
        yield from _check_record_link(portal, origin, address)
    elif scheme or address.startswith("//"):
        if not scheme or scheme[1].lower() not in _EXTERNAL:
            yield issue("E210", origin.place(), origin.field, value=address)
    else:
        yield from _check_page_link(portal, origin, address)


def _check_record_link(portal: Portal, origin: Origin, address: str) -> Iterator[Issue]:
    kind, _, rest = address.partition(":")
    identifier = rest.partition("#")[0]
    known = portal.of(kinds()[kind])
    if not identifier:
        if origin.day and not any(record.shown_on(origin.day) for record in known.values()):
            yield issue("E202", origin.place(), origin.field, value=address, **hints("", ()))
    elif identifier in known:
        if not _is_shown(known[identifier], origin.day):
            yield issue("E207", origin.place(), origin.field, value=address)
    elif not portal.failed(kind, identifier):
        near = hints(identifier, known)
        yield issue("E201", origin.place(), origin.field, kind=kind, value=identifier, **near)


def _is_shown(item: PageFacts | Record, day: dt.date | None) -> bool:
    """Tell whether an item has a page, or a line in a list, on a day."""
    return day is None or (item.visibility is Visibility.PUBLIC and item.shown_on(day))


def _check_page_link(portal: Portal, origin: Origin, address: str) -> Iterator[Issue]:
    path, _, anchor = address.partition("#")
    target = origin.path
    if path:
        if path.startswith("/") or not path.endswith(".md"):
            yield issue("E210", origin.place(), origin.field, value=address)
            return
        folder = posixpath.dirname(origin.path)
        target = posixpath.normpath(posixpath.join(folder, path)).removesuffix(".md")
    page = portal.pages.get(target)
    if page is None:
        if not portal.failed(f"page:{SOURCE_LANGUAGE}", target):
            near = hints(target, portal.pages)
            yield issue("E202", origin.place(), origin.field, value=address, **near)
        return
    if not _is_shown(page.facts, origin.day) and path:
        yield issue("E207", origin.place(), origin.field, value=address)
    if anchor:
        known = anchors(page, origin.language)
        if anchor not in known:
            near = hints(anchor, known)
            yield issue("E203", origin.place(), origin.field, page=target, anchor=anchor, **near)


def anchors(page: Page, language: str) -> list[str]:
    """Return the ids of a page's headings in a language, or in the source language."""
    found = [(one.id, one.text) for one in inventory(page.prose[SOURCE_LANGUAGE].body).headings]
    ids = heading_ids(found)
    if language in page.prose and language != SOURCE_LANGUAGE:
        found = [(one.id, one.text) for one in inventory(page.prose[language].body).headings]
        ids = heading_ids(found, tuple(ids))
    return ids


# Links outside the text ---------------------------------------------------------------------------


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check that what is named as related is a page or a record, and is shown."""
    prose = page.prose[SOURCE_LANGUAGE]
    for index, address in enumerate(page.facts.related):
        place = partial(in_front_matter, portal, prose, page.path, ("related", index))
        kind, mark, identifier = address.partition(":")
        if mark and (kind not in kinds() or not identifier):
            near = hints(kind, kinds())
            yield issue("E201", place(), "related", kind=kind, value=identifier, **near)
            continue
        origin = Origin("", SOURCE_LANGUAGE, first_day(portal, page.facts), place, "related")
        yield from check_link(portal, origin, address if mark else f"{address.removesuffix('.md')}.md")


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that what came of an activity is a page, a record or an address of the web."""
    for index, outcome in enumerate(record.outcomes if isinstance(record, Activity) else ()):
        key = ("outcomes", index, "link")
        place = partial(in_record, portal, record.kind, record.id, key)
        origin = Origin("", SOURCE_LANGUAGE, first_day(portal, record), place, ".".join(map(str, key)))
        yield from check_link(portal, origin, outcome.link)


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Each section of the menu has a first page that is shown; notices lead somewhere."""
    for index, section in enumerate(portal.settings.sections):
        place = partial(in_record, portal, "settings", "", ("sections", index))
        origin = Origin("", SOURCE_LANGUAGE, portal.today, place, "sections")
        yield from check_link(portal, origin, f"{section}/index.md")
    for index, notice in enumerate(portal.settings.notices):
        if notice.link and notice.starts_on <= portal.today <= notice.ends_on:
            key = ("notices", index, "link")
            place = partial(in_record, portal, "settings", "", key)
            origin = Origin("", SOURCE_LANGUAGE, portal.today, place, ".".join(map(str, key)))
            yield from check_link(portal, origin, notice.link)
