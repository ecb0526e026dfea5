"""Digests of what was translated or approved: equal for equal content, however it is written."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

from pydantic import BaseModel

from subportal.markdown.dialect import normalised
from subportal.portal import Page
from subportal.records.base import SOURCE_LANGUAGE, Record, Text
from subportal.records.page import PageFacts, PageTexts

_UNAPPROVED = {"approved", "note", "reviewed", "review_by", "source_hash"}
_UNTRANSLATED = frozenset({"source_hash", "sources", "approved"})


def _digest(parts: Iterator[str]) -> str:
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(unicodedata.normalize("NFC", part).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def prose_digest(texts: PageFacts | PageTexts, body: str) -> str:
    """Return the digest of a page's text in one language: title, description, menu and Markdown.

    Dates, sources, line ends and the choice of Markdown marks do not change it.
    """
    return _digest(iter([texts.title, texts.description, texts.menu or "", normalised(body)]))


def page_digest(page: Page) -> str:
    """Return the digest of a page's source text."""
    prose = page.prose[SOURCE_LANGUAGE]
    return prose.digest or prose_digest(prose.texts, prose.body)


def record_digest(record: Record) -> str:
    """Return the digest of a record's translatable texts in the source language."""
    return _digest(f"{'.'.join(path)}={text[SOURCE_LANGUAGE]}" for path, text in translatable(record))


def approval_digest(item: Record | Page) -> str:
    """Return the digest of everything that an approver answers for: words, numbers, dates, sources.

    Of a page, its text in all languages too. Reviews, remarks and the stamps of translations are not
    part of it.
    """
    model = item.facts if isinstance(item, Page) else item
    # Approvals from before records had pictures hold on.
    left_out = _UNAPPROVED if getattr(model, "pictures", ()) else {*_UNAPPROVED, "pictures"}
    parts = [json.dumps(model.model_dump(mode="json", exclude=left_out), sort_keys=True)]
    if isinstance(item, Page):
        for language, prose in sorted(item.prose.items()):
            texts = prose.texts
            parts += [language, texts.title, texts.description, texts.menu or "", normalised(prose.body)]
    return _digest(iter(parts))


def translatable(model: BaseModel, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Yield every multilingual text of a record with its key path, in declared order."""
    for name in type(model).model_fields:
        if name not in _UNTRANSLATED:
            yield from _texts(getattr(model, name, None), (*path, name))


def _texts(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from translatable(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, str(index)))
