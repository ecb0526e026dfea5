"""The portal as loaded: typed, immutable, with the position of everything in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from subportal.records.base import Record
from subportal.records.page import PageFacts, PageTexts
from subportal.records.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Prose:
    """A page's text in one language."""

    language: str
    source: str
    """The file, from the project's folder."""
    texts: PageFacts | PageTexts
    body: str
    """The Markdown below the front matter."""
    body_line: int
    """The line of the file on which the body begins."""

    @property
    def title(self) -> str:
        """Return the title."""
        return self.texts.title

    @property
    def menu(self) -> str:
        """Return the short title, or the title."""
        return self.texts.menu or self.texts.title


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
    today: dt.date
    sources: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    """By kind and id, the parsed YAML that tells where a value stands; for rules only."""

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
