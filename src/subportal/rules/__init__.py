"""What must hold across records, pages and languages; each rule yields issues.

A rule for a page or a record looks at others only by way of the portal's mappings, so that what it has
read can be told. It goes through all of a mapping only to name what is near to something wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from subportal.issues import Issue
from subportal.load.source import Source
from subportal.portal import Page, Portal
from subportal.records.base import Record
from subportal.rules import (
    approval,
    blocks,
    border,
    cards,
    collisions,
    files,
    lengths,
    links,
    maps,
    markup,
    office,
    pictures,
    press,
    publication,
    redirects,
    references,
    script,
    secrecy,
    terms,
    topics,
)

PAGE_RULES: tuple[Callable[[Portal, Page], Iterator[Issue]], ...] = (
    markup.check_page,
    blocks.check_page,
    links.check_page,
    terms.check_page,
    publication.check_page,
    topics.check_page,
    lengths.check_page,
    cards.check_page,
    approval.check_page,
)
RECORD_RULES: tuple[Callable[[Portal, Record], Iterator[Issue]], ...] = (
    references.check_record,
    links.check_record,
    script.check_record,
    terms.check_record,
    publication.check_record,
    border.check_record,
    office.check_record,
    files.check_record,
    cards.check_record,
    approval.check_record,
)
TEXT_RULES: tuple[Callable[[Source], Iterator[Issue]], ...] = (script.check_text, secrecy.check_text)
WHOLE_RULES: tuple[Callable[[Portal], Iterator[Issue]], ...] = (
    references.check_whole,
    links.check_whole,
    publication.check_whole,
    collisions.check_whole,
    maps.check_whole,
    redirects.check_whole,
    press.check_whole,
    pictures.check_whole,
)


def check_texts(texts: Iterable[Source]) -> Iterator[Issue]:
    """Yield what is wrong with the files as texts, whatever they say."""
    for text in texts:
        for rule in TEXT_RULES:
            yield from rule(text)


def check_portal(portal: Portal) -> Iterator[Issue]:
    """Yield what is wrong with the portal: with each page, each record, and the whole."""
    for page in portal.pages.values():
        for check_page in PAGE_RULES:
            yield from check_page(portal, page)
    for record in portal.all_records():
        for check_record in RECORD_RULES:
            yield from check_record(portal, record)
    for check_whole in WHOLE_RULES:
        yield from check_whole(portal)
