"""How translations stand to their originals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from pydantic import BaseModel

from subportal.digest import page_digest
from subportal.portal import Page
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Record, Text, Visibility


class State(StrEnum):
    """How a translation stands to its original."""

    CURRENT = "current"
    PARTIAL = "partial"
    OUTDATED = "outdated"
    MISSING = "missing"


def page_state(page: Page, language: str) -> State:
    """Return the state of a page's text in a language that it has."""
    stamped = getattr(page.prose[language].texts, "source_hash", None)
    return State.CURRENT if stamped in {None, page_digest(page)} else State.OUTDATED


def record_state(shown: Record, stamps: Mapping[str, str], language: str) -> State:
    """Return the state of a record in a language that it has; `stamps` are the digests of its texts."""
    if stamps.get(language) not in {None, stamps[SOURCE_LANGUAGE]}:
        return State.OUTDATED
    return State.PARTIAL if any(language not in text for text in _owed(shown)) else State.CURRENT


def _owed(model: BaseModel) -> Iterator[Text]:
    """Yield the texts that each language owes its readers; a part's summary may be in some only."""
    for name in type(model).model_fields:
        value = getattr(model, name, None)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                yield item
            elif isinstance(item, BaseModel) and not _is_summary(item):
                yield from _owed(item)


def _is_summary(part: BaseModel) -> bool:
    return isinstance(part, Guarded) and part.visibility is Visibility.SUMMARY
