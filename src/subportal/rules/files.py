"""Files that records name: they are there."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.load.fields import hints
from subportal.portal import Portal
from subportal.records.base import Media, Record
from subportal.rules.maps import check_picture
from subportal.rules.places import in_record


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that a field which names a file of `content/media/` names one that exists."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if not value or not any(isinstance(mark, Media) for mark in info.metadata):
            continue
        position = in_record(portal, record.kind, record.id, (name,))
        if value not in portal.media:
            yield issue("E204", position, name, value=value, **hints(value, portal.media))
        else:
            yield from check_picture(portal, value, " ".join(record.title.values()), position)
