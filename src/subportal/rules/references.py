"""References: each names a record that exists, is fit to be shown, and answers where it must."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from subportal.issues import Issue, issue
from subportal.load.fields import hints
from subportal.portal import Portal
from subportal.records.base import Record, Visibility
from subportal.records.document import Document
from subportal.records.references import KeyPath, references
from subportal.rules.places import in_record

_INVERSES = (("replaces", "replaced_by"), ("amends", "amended_by"))


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Every id in the settings names a record."""
    yield from _check_model(portal, portal.settings, "settings", "", (), public=False)


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Every id names a record; what is public refers to nothing internal; relations are mutual."""
    public = record.visibility is Visibility.PUBLIC
    yield from _check_model(portal, record, record.kind, record.id, (), public=public)
    if isinstance(record, Document):
        yield from _check_inverses(portal, record)


def _check_model(
    portal: Portal, model: BaseModel, kind: str, identifier: str, prefix: KeyPath, *, public: bool
) -> Iterator[Issue]:
    for path, target_kind, target, shown in references(model):
        key = (*prefix, *path)
        field = ".".join(map(str, key))
        known = portal.records.get(target_kind, {})
        if portal.failed(target_kind, target):
            continue
        if target not in known:
            position = in_record(portal, kind, identifier, key)
            yield issue("E201", position, field, kind=target_kind, value=target, **hints(target, known))
        elif public and shown and known[target].visibility is Visibility.INTERNAL:
            position = in_record(portal, kind, identifier, key)
            yield issue("E207", position, field, value=f"{target_kind}:{target}")


def _check_inverses(portal: Portal, document: Document) -> Iterator[Issue]:
    documents = portal.of(Document)
    for one, other in (*_INVERSES, *(pair[::-1] for pair in _INVERSES)):
        for index, target in enumerate(getattr(document, one)):
            if target in documents and document.id not in getattr(documents[target], other):
                position = in_record(portal, Document.kind, document.id, (one, index))
                yield issue("E206", position, one, value=target, inverse=other, own=document.id)
