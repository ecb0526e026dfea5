"""What must hold across records, pages and languages; each rule yields issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from subportal.issues import Issue
from subportal.load.source import Source
from subportal.portal import Portal
from subportal.rules.approval import check_approvals
from subportal.rules.collisions import check_collisions
from subportal.rules.markup import check_markup
from subportal.rules.publication import check_publication
from subportal.rules.references import check_references
from subportal.rules.script import check_script
from subportal.rules.secrecy import check_secrecy
from subportal.rules.terms import check_terms

PORTAL_RULES: tuple[Callable[[Portal], Iterator[Issue]], ...] = (
    check_references,
    check_markup,
    check_terms,
    check_publication,
    check_approvals,
    check_collisions,
)
TEXT_RULES: tuple[Callable[[Source], Iterator[Issue]], ...] = (check_script, check_secrecy)


def check_texts(texts: Iterable[Source]) -> Iterator[Issue]:
    """Yield what is wrong with the files as texts, whatever they say."""
    for text in texts:
        for rule in TEXT_RULES:
            yield from rule(text)


def check_portal(portal: Portal) -> Iterator[Issue]:
    """Yield what is wrong with the portal as a whole."""
    for rule in PORTAL_RULES:
        yield from rule(portal)
