"""Approvals and reviews: bound to content and to days."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.digest import approval_digest
from subportal.issues import Issue, issue
from subportal.portal import Page, Portal
from subportal.records.base import SOURCE_LANGUAGE, Record, Visibility
from subportal.rules.places import in_front_matter, in_record


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that an approval is for the record as it is, and that its review is done by its day."""
    if record.approved and record.approved.hash != approval_digest(record):
        position = in_record(portal, record.kind, record.id, ("approved", "hash"))
        yield issue("W406", position, "approved.hash", on=record.approved.on)
    public = record.visibility is not Visibility.INTERNAL
    if public and record.review_by and record.review_by < portal.today:
        position = in_record(portal, record.kind, record.id, ("review_by",))
        yield issue("W409", position, "review_by", on=record.review_by)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check that an approval is for the page as it is, and that its review is done by its day."""
    facts, prose = page.facts, page.prose[SOURCE_LANGUAGE]
    if facts.approved and facts.approved.hash != approval_digest(page):
        position = in_front_matter(portal, prose, page.path, ("approved", "hash"))
        yield issue("W406", position, "approved.hash", on=facts.approved.on)
    if facts.review_by and facts.review_by < portal.today:
        position = in_front_matter(portal, prose, page.path, ("review_by",))
        yield issue("W409", position, "review_by", on=facts.review_by)
