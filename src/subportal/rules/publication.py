"""Publication: what is public names its sources, gives its reasons and is not invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from subportal.issues import Issue, issue
from subportal.portal import Page, Portal
from subportal.records.activity import Activity
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Record, Visibility
from subportal.records.plan import Plan
from subportal.records.settings import PLACEHOLDERS
from subportal.records.term import Term
from subportal.rules.places import in_front_matter, in_record

_Path = tuple[str | int, ...]


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Check that the imprint is filled in."""
    for key in PLACEHOLDERS:
        if not getattr(portal.settings, key):
            position = in_record(portal, "settings", "", (key,))
            yield issue("W405", position, key, key=key)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check that a public page names its sources, and is not invented."""
    facts, prose = page.facts, page.prose[SOURCE_LANGUAGE]
    if facts.sample:
        yield issue("W403", in_front_matter(portal, prose, page.path, ()), "sample")
    needs_source = "/" in page.path and not page.is_index
    if facts.visibility is Visibility.PUBLIC and needs_source and not facts.sources:
        yield issue("E404", in_front_matter(portal, prose, page.path, ()), "sources")
    if facts.visibility is Visibility.SUMMARY:
        yield issue("E411", in_front_matter(portal, prose, page.path, ("visibility",)), "visibility")


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that a public record names its sources, gives reasons, and is not invented."""
    public = record.visibility is not Visibility.INTERNAL
    if public and not record.sources and not isinstance(record, Term):
        yield issue("E404", in_record(portal, record.kind, record.id, ()), "sources")
    if record.sample:
        yield issue("W403", in_record(portal, record.kind, record.id, ("sample",)), "sample")
    if isinstance(record, Activity) and record.visibility is Visibility.SUMMARY and record.summary is None:
        yield issue("E408", in_record(portal, record.kind, record.id, ()), "summary")
    for path, part in _guarded(record):
        place = in_record(portal, record.kind, record.id, (*path, "visibility"))
        if (
            part.visibility is Visibility.SUMMARY
            and isinstance(part, Record)
            and not isinstance(part, Activity)
        ):
            yield issue("E411", place, ".".join(map(str, (*path, "visibility"))))
        if part.reason is None and isinstance(record, Plan | Activity):
            field = ".".join(map(str, (*path, "reason")))
            yield issue("E407", place, field, value=part.visibility.value)


def _guarded(part: Any, path: _Path = ()) -> Iterator[tuple[_Path, Guarded]]:
    """Yield a record, and every part of it, that has a visibility of its own."""
    if isinstance(part, Guarded):
        yield path, part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _guarded(getattr(part, name), (*path, name))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _guarded(item, (*path, index))
