"""The last gate: no byte of what is staged may hold the words of an internal field.

The projection keeps internal fields out by construction; this check would notice if it failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from subportal.issues import Issue, Position, issue
from subportal.portal import Portal
from subportal.public import PublicPortal
from subportal.records.base import Text
from subportal.records.term import Term

LEAST_LENGTH = 24
"""Shorter words recur by chance; they prove nothing."""


def find_leaks(portal: Portal, public: PublicPortal, files: Iterable[tuple[str, bytes]]) -> Iterator[Issue]:
    """Yield an issue for each staged file that holds an internal text."""
    internal = {words.encode(): where for words, where in _internal_texts(portal, public)}
    for name, data in files:
        for words, where in internal.items():
            if words in data:
                yield issue("E410", Position(f"build/stage/{name}"), value=where)


def _internal_texts(portal: Portal, public: PublicPortal) -> Iterator[tuple[str, str]]:
    """Yield every text that the public portal does not have, with the field in which it stands."""
    known = "\n".join(words for words, _ in _public_texts(public))
    for words, where in _all_texts(portal):
        if len(words) >= LEAST_LENGTH and words not in known:
            yield words, where


def _public_texts(public: PublicPortal) -> Iterator[tuple[str, str]]:
    for records in public.records.values():
        for record in records.values():
            yield from _texts(record, "")
    for page in public.pages.values():
        yield from _texts(page.facts, "")
        for prose in page.prose.values():
            yield from _texts(prose.texts, "")


def _all_texts(portal: Portal) -> Iterator[tuple[str, str]]:
    for record in portal.all_records():
        if not isinstance(record, Term):  # its recommended forms are meant to be used everywhere
            yield from _texts(record, f"{record.kind}/{record.id}")
    for path, page in portal.pages.items():
        yield from _texts(page.facts, f"page/{path}")


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text):
        yield from ((words, where) for words in value.values())
    elif isinstance(value, str):
        yield value, where
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name, None), f"{where}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, where)
