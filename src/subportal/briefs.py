"""Briefs: what decides about showing an item, so that most need not be read for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from subportal.news import Dated, News
from subportal.portal import Portal
from subportal.projection import project_record
from subportal.records.base import Record, Visibility
from subportal.records.page import PageFacts
from subportal.records.references import references


class Brief(NamedTuple):
    """What decides whether a page or record is shown, and which records it names in public."""

    visibility: Visibility
    publish_on: dt.date | None
    expires_on: dt.date | None
    names: tuple[tuple[str, str], ...] = ()
    dated: Dated | None = None
    """Of a page with a date: its place in the news."""
    withdrawn: dt.date | None = None
    """Of a record that was withdrawn: the day."""

    def shown_on(self, day: dt.date) -> bool:
        """Tell whether the item is published on a day (Asia/Ho_Chi_Minh)."""
        if self.visibility is Visibility.INTERNAL:
            return False
        started = self.publish_on is None or self.publish_on <= day
        return started and (self.expires_on is None or day < self.expires_on)


def brief_of(item: Record | PageFacts, path: str = "") -> Brief:
    """Return the brief of a record or of a page's facts, the page at `path`."""
    named: dict[tuple[str, str], None] = {}
    if isinstance(item, Record) and item.visibility is not Visibility.INTERNAL:
        shown = project_record(item)
        for _, kind, identifier, public in references(shown):
            if public:
                named[kind, identifier] = None
    visibility = item.visibility
    if isinstance(item, PageFacts) and visibility is not Visibility.PUBLIC:
        visibility = Visibility.INTERNAL
    dated = None
    if isinstance(item, PageFacts) and item.date:
        section = path.partition("/")[0] if "/" in path else ""
        amended = bool(item.corrections or item.withdrawn)
        dated = Dated(item.date, tuple(dict.fromkeys((section, *item.topics))), amended)
    withdrawn = None
    if isinstance(item, Record) and item.withdrawn:
        withdrawn = item.withdrawn.on
        if not item.has_pages:  # there is no page that could say so
            visibility = Visibility.INTERNAL
    return Brief(visibility, item.publish_on, item.expires_on, tuple(named), dated, withdrawn)


def news_of(briefs: Mapping[str, Mapping[str, Brief]], day: dt.date) -> News:
    """Return the news that are published on a day."""
    pages = briefs.get("page", {})
    return News({path: one.dated for path, one in pages.items() if one.dated and one.shown_on(day)}, day)


def withdrawn_of(briefs: Mapping[str, Mapping[str, Brief]], day: dt.date) -> dict[tuple[str, str], dt.date]:
    """Return by kind and id the public records that were withdrawn, with the days."""
    return {
        (kind, name): one.withdrawn
        for kind, found in briefs.items()
        for name, one in found.items()
        if one.withdrawn and one.visibility is Visibility.PUBLIC and one.shown_on(day)
    }


def take_briefs(portal: Portal) -> dict[str, dict[str, Brief]]:
    """Return the briefs of a whole portal."""
    briefs = {
        kind: {name: brief_of(record) for name, record in found.items()}
        for kind, found in portal.records.items()
    }
    return {**briefs, "page": {path: brief_of(page.facts, path) for path, page in portal.pages.items()}}
