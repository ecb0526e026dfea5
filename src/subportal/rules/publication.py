"""Publication: what is public names its sources, gives its reasons and is not invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records.activity import Activity
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Record, Visibility
from subportal.records.plan import Deadline, Duty, Funding, Plan
from subportal.records.settings import PLACEHOLDERS
from subportal.records.term import Term
from subportal.rules.places import in_front_matter, in_record

_Path = tuple[str | int, ...]


def check_publication(portal: Portal) -> Iterator[Issue]:
    """Check sources, reasons, summaries, samples and the imprint."""
    for record in portal.all_records():
        yield from _check_record(portal, record)
    for page in portal.pages.values():
        prose = page.prose[SOURCE_LANGUAGE]
        position = in_front_matter(portal, prose, page.path, ())
        if page.facts.sample:
            yield issue("W403", position, "sample")
        needs_source = "/" in page.path and not page.is_index
        if page.facts.visibility is Visibility.PUBLIC and needs_source and not page.facts.sources:
            yield issue("E404", position, "sources")
    for key in PLACEHOLDERS:
        if not getattr(portal.settings, key):
            position = in_record(portal, "settings", "", (key,))
            yield issue("W405", position, key, key=key)


def _check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    position = in_record(portal, record.kind, record.id, ())
    public = record.visibility is not Visibility.INTERNAL
    if public and not record.sources and not isinstance(record, Term):
        yield issue("E404", position, "sources")
    if record.sample:
        yield issue("W403", in_record(portal, record.kind, record.id, ("sample",)), "sample")
    if isinstance(record, Plan | Activity):
        for path, part in _guarded(record):
            if part.reason is None:
                place = in_record(portal, record.kind, record.id, (*path, "visibility"))
                field = ".".join(map(str, (*path, "reason")))
                yield issue("E407", place, field, value=part.visibility.value)
    lacks_summary = isinstance(record, Activity) and record.summary is None
    if record.visibility is Visibility.SUMMARY and lacks_summary:
        yield issue("E408", position, "summary")


def _guarded(part: Any, path: _Path = ()) -> Iterator[tuple[_Path, Guarded]]:
    """Yield every part of a plan or an activity that has a visibility of its own."""
    if isinstance(part, Plan | Activity | Duty | Deadline | Funding):
        yield path, part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _guarded(getattr(part, name), (*path, name))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _guarded(item, (*path, index))
