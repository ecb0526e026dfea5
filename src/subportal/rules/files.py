"""Files that records name: they are there."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.load.fields import hints
from subportal.portal import Portal
from subportal.records.base import Media, Record
from subportal.rules.places import in_record


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that a field which names a file of `content/media/` names one that exists."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if value and any(isinstance(mark, Media) for mark in info.metadata) and value not in portal.media:
            position = in_record(portal, record.kind, record.id, (name,))
            yield issue("E204", position, name, value=value, **hints(value, portal.media))
