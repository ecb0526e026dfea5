"""The last gate: no byte of what is staged may hold the words of an internal text.

The projection keeps internal texts out by construction; this check would notice if it failed. It must
not slow a build down: a file is looked through once, whatever the number of texts.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from pydantic import BaseModel

from subportal.issues import Issue, Position, issue
from subportal.locale.strings import strings
from subportal.portal import Page, Portal
from subportal.public import PublicPortal
from subportal.records.base import Record, Text
from subportal.records.term import Term

LEAST_LENGTH = 24
"""Shorter words recur by chance; they prove nothing."""

_BREAK = re.compile(r"[\\`*_\[\]<>|#~\"&\n]+")
"""Signs that are written in another way in Markdown, HTML or JSON: texts are looked for in pieces."""

_STRIDE = 16
_AT_ONCE = 64
_FEW = 16
_TEXTS_AT_ONCE = 500

Words = tuple[str, str]
"""A text, and the field in which it stands."""


class _Index:
    """Finds texts in a file by looking only where a multiple of 16 bytes begins.

    A text of `width` + 15 bytes or more covers one of these places, with the `width` bytes that begin at
    one of its first 16.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._blocks = struct.Struct(f"{width}s{_STRIDE - width}x" * _AT_ONCE)
        self._places: dict[bytes, list[tuple[int, bytes]]] = {}
        self._keys: set[bytes] = set()
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        """Take in a text."""
        self._pieces.append(piece)
        for offset in range(_STRIDE):
            key = piece[offset : offset + self._width]
            self._keys.add(key)
            self._places.setdefault(key, []).append((offset, piece))

    def search(self, data: bytes) -> Iterator[bytes]:
        """Yield the texts that stand in a file."""
        if len(self._pieces) <= _FEW:
            yield from (piece for piece in self._pieces if piece in data)
            return
        padded = data + bytes(-len(data) % self._blocks.size)
        for number, blocks in enumerate(self._blocks.iter_unpack(padded)):
            if self._keys.isdisjoint(blocks):
                continue
            for index, block in enumerate(blocks, number * _AT_ONCE):
                for offset, piece in self._places.get(block, ()):
                    start = index * _STRIDE - offset
                    if start >= 0 and data.startswith(piece, start):
                        yield piece


class LeakFinder:
    """Looks for internal texts in finished files; made once a build."""

    def __init__(self, internal: Iterable[Words], public: Callable[[], Iterable[str]]) -> None:
        self._internal: Iterable[Words] | None = internal
        self._long, self._short = _Index(16), _Index(8)
        self._where: dict[bytes, str] = {}
        self._public = public
        self._unread: Iterator[str] | None = None
        self._known: list[bytes] = []
        """What has been read of the public texts, in parts."""

    def _fill(self, internal: Iterable[Words]) -> None:
        for words, where in internal:
            for piece in _pieces(words):
                if piece not in self._where:
                    self._where[piece] = where
                    (self._long if len(piece) > _STRIDE + 14 else self._short).add(piece)

    @classmethod
    def of(cls, portal: Portal, public: PublicPortal) -> LeakFinder:
        """Return a finder for what a portal has and its projection has not."""
        return cls(internal_texts(portal, public), lambda: public_texts(public))

    def find(self, name: str, data: bytes) -> Iterator[Issue]:
        """Yield an issue for each internal text in a file, unless it stands in a public text too."""
        if self._internal is not None:
            self._fill(self._internal)
            self._internal = None
        if name.endswith(".ics"):
            data = data.replace(b"\r\n ", b"").replace(b"\\", b"")
        found = dict.fromkeys(chain(self._long.search(data), self._short.search(data)))
        for piece in found:
            if not self._is_public(piece):
                yield issue("E410", Position(f"build/stage/{name}"), value=self._where[piece])

    def _is_public(self, piece: bytes) -> bool:
        """Tell whether a piece stands in a public text; no more of them is read than it takes."""
        if any(piece in part for part in self._known):
            return True
        if self._unread is None:
            self._unread = iter(self._public())
        while texts := list(islice(self._unread, _TEXTS_AT_ONCE)):
            self._known.append("\n".join(texts).encode())
            if piece in self._known[-1]:
                return True
        return False


def find_leaks(portal: Portal, public: PublicPortal, files: Iterable[tuple[str, bytes]]) -> Iterator[Issue]:
    """Yield an issue for each staged file that holds an internal text."""
    finder = LeakFinder.of(portal, public)
    for name, data in files:
        yield from finder.find(name, data)


def _pieces(words: str) -> list[bytes]:
    """Return the long pieces of a text without signs, or all of it if it has none."""
    pieces = [piece.strip() for piece in _BREAK.split(words)]
    found = [piece for piece in pieces if len(piece) >= LEAST_LENGTH] or [words.strip()]
    return [piece.encode() for piece in found if len(piece) >= LEAST_LENGTH]


# Texts --------------------------------------------------------------------------------------------


def internal_texts(portal: Portal, public: PublicPortal) -> Iterator[Words]:
    """Yield every text that the portal has and its projection has not, with its field."""
    for kind, records in portal.records.items():
        shown = public.records.get(kind, {})
        for name, record in records.items():
            yield from internal_of_record(record, shown.get(name))
    for path, page in portal.pages.items():
        yield from internal_of_page(page, public.pages.get(path))


def internal_of_record(record: Record, shown: Record | None) -> Iterator[Words]:
    """Yield the texts of a record that `shown`, its projection, has not."""
    if isinstance(record, Term):  # its recommended forms are meant to be used everywhere
        return
    known = {words for words, _ in _texts(shown, "")}
    for words, where in _texts(record, f"{record.kind}/{record.id}"):
        if words not in known:
            yield words, where


def internal_of_page(page: Page, shown: Page | None) -> Iterator[Words]:
    """Yield the texts of a page, in all languages, that `shown`, its projection, has not."""
    where = f"page/{page.path}"
    found = list(_hidden(page.facts, shown.facts if shown else None, where))
    for language, prose in page.prose.items():
        texts = shown.prose[language].texts if shown else None
        found.extend(_hidden(prose.texts, texts, f"{where}.{language}"))
        if not shown:
            yield prose.body, f"{where}.{language}"
    if found:
        known = set(_of_page(shown)) if shown else set()
        yield from ((words, field) for words, field in found if words not in known)


def _hidden(model: BaseModel, shown: BaseModel | None, where: str) -> Iterator[Words]:
    """Yield the long texts in fields that the projection does not share with its original."""
    for name in type(model).model_fields:
        value = getattr(model, name, None)
        if value is not None and value is not getattr(shown, name, None):
            for words, field in _texts(value, f"{where}.{name}"):
                if len(words) >= LEAST_LENGTH:
                    yield words, field


def public_texts(public: PublicPortal) -> Iterator[str]:
    """Yield every text that may be shown: of records, pages, settings and the interface; the news last."""
    yield from (words for words, _ in _texts(public.settings, ""))
    for language in public.languages:
        yield from strings(language).values()
    for records in public.records.values():
        for record in records.values():
            yield from (words for words, _ in _texts(record, ""))
    for path in sorted(public.pages, key=lambda path: path.startswith("news/")):
        page = public.pages[path]
        yield from _of_page(page)
        yield from (prose.body for prose in page.prose.values())


def _of_page(page: Page) -> Iterator[str]:
    yield from (words for words, _ in _texts(page.facts, ""))
    for prose in page.prose.values():
        yield from (words for words, _ in _texts(prose.texts, ""))


def _texts(value: Any, where: str) -> Iterator[Words]:
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
