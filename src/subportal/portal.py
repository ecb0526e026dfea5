"""The portal as loaded: typed, immutable, with the position of everything in it."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from subportal.media.picture import Picture
from subportal.reads import note
from subportal.records.base import Record
from subportal.records.page import PageFacts, PageTexts
from subportal.records.settings import Settings

R = TypeVar("R", bound=Record)

OPEN = 64
"""How many texts that were read are held: memory does not grow with the portal."""
PAGES = 512
"""How many pages are held, without their texts."""


class Prose:
    """A page's text in one language. The Markdown is read from its file when somebody wants it."""

    __slots__ = ("_body", "_digest", "body_line", "language", "path", "read_body", "source", "texts")

    def __init__(
        self,
        *,
        language: str,
        path: str,
        source: str,
        texts: PageFacts | PageTexts,
        body_line: int,
        body: str | None = None,
        read_body: Callable[[Prose], str] | None = None,
        digest: str | None = None,
    ) -> None:
        self.language = language
        self.path = path
        """The page's path, from the language's folder, without `.md`."""
        self.source = source
        """The file, from the project's folder."""
        self.texts = texts
        self.body_line = body_line
        """The line of the file on which the body begins."""
        self.read_body = read_body
        self._body = body
        self._digest = digest

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Prose):
            return NotImplemented
        return self.__getstate__() == other.__getstate__() and self.body == other.body

    def __hash__(self) -> int:
        return hash((self.path, self.language))

    def __getstate__(self) -> tuple[object, ...]:
        return (self.language, self.path, self.source, self.texts, self.body_line, self._digest)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        self.language, self.path, self.source, self.texts, self.body_line, self._digest = state  # type: ignore[assignment]
        self._body = self.read_body = None

    @property
    def body(self) -> str:
        """Return the Markdown below the front matter."""
        note("body", self.path, self.language)
        if self._body is None:
            self._body = self.read_body(self) if self.read_body else ""
            if len(_open) == OPEN:
                _open[0].close()
            _open.append(self)
        return self._body

    def close(self) -> None:
        """Forget the Markdown, if it can be read again."""
        if self.read_body:
            self._body = None

    @property
    def digest(self) -> str | None:
        """Return the digest of the text, of an original: what its translations are compared with."""
        note("digest", self.path)
        return self._digest

    @property
    def digest_unnoted(self) -> str | None:
        """Return the digest for a copy of this text, which will note who reads it."""
        return self._digest

    @property
    def title(self) -> str:
        """Return the title."""
        return self.texts.title

    @property
    def menu(self) -> str:
        """Return the short title, or the title."""
        return self.texts.menu or self.texts.title


_open: deque[Prose] = deque(maxlen=OPEN)


@dataclass(frozen=True, slots=True)
class Page:
    """A prose page in all its languages."""

    path: str
    """From the language's folder, without `.md`: `general/location`, `general/index`."""
    facts: PageFacts
    prose: Mapping[str, Prose]

    @property
    def section(self) -> str:
        """Return the section to which it belongs; empty for pages of the whole site."""
        return self.path.partition("/")[0] if "/" in self.path else ""

    @property
    def is_index(self) -> bool:
        """Tell whether it is the first page of its folder."""
        return self.path.rpartition("/")[2] == "index"

    def best(self, language: str) -> Prose:
        """Return the text in `language`, else in the source language."""
        return self.prose.get(language) or self.prose["vi"]


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything in `content/`, checked field by field."""

    settings: Settings
    languages: tuple[str, ...]
    """The source language first."""
    pages: Mapping[str, Page]
    records: Mapping[str, Mapping[str, Record]]
    media: frozenset[str]
    """Files of `content/media/`, from there."""
    pictures: Mapping[str, Picture]
    """Those of them that are pictures."""
    day: dt.date
    sources: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    """By kind and id, the parsed YAML that tells where a value stands; for rules only."""

    @property
    def today(self) -> dt.date:
        """Return the day for which the portal is built."""
        note("today")
        return self.day

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of a kind by their ids."""
        return cast("Mapping[str, R]", self.records.get(kind.kind, {}))

    def failed(self, kind: str, identifier: str) -> bool:
        """Tell whether a record, or a page (`page:vi`), is there but could not be read."""
        if kind.startswith("page:"):
            return (kind, identifier) in self.sources and identifier not in self.pages
        return (kind, identifier) in self.sources and identifier not in self.records.get(kind, {})

    def all_records(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for records in self.records.values():
            yield from records.values()
