"""Cards: the font has what titles need, so that no box stands for a character."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.media.glyphs import lacking
from subportal.portal import Page, Portal
from subportal.records.base import Record, Visibility
from subportal.records.settings import Cards
from subportal.rules.places import in_front_matter, in_record


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check the titles of a page in all its languages."""
    if portal.settings.cards is Cards.OFF or page.facts.visibility is Visibility.INTERNAL:
        return
    for prose in page.prose.values():
        missing = lacking(prose.title)
        if missing:
            place = in_front_matter(portal, prose, page.path, ("title",))
            yield issue("W310", place, "title", value=missing)


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check the names of a record that has a page."""
    shown = type(record).has_pages and record.visibility is Visibility.PUBLIC
    if portal.settings.cards is Cards.OFF or not shown:
        return
    for language, title in record.title.items():
        missing = lacking(title)
        if missing:
            place = in_record(portal, record.kind, record.id, ("title", language))
            yield issue("W310", place, "title", value=missing)
