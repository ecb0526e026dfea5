"""Load `content/` as a whole: every file is read, and every fault is collected."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from subportal.issues import Issue, Position, issue
from subportal.load.fields import read_model
from subportal.load.source import MEDIA_LIMIT, Source, check_slug, read_text, walk
from subportal.load.yamltext import YamlText, parse
from subportal.portal import Page, Portal, Prose
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE, Record
from subportal.records.page import PageFacts, PageTexts
from subportal.records.settings import Settings

SETTINGS_FILE = "portal.yml"
MEDIA_TYPES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".pdf", ".yml"})
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|$)", re.DOTALL)


@dataclass
class _Loader:
    """Collects what the files say, and what is wrong with them."""

    root: Path
    languages: tuple[str, ...]
    issues: list[Issue] = field(default_factory=list)
    settings: Settings | None = None
    prose: dict[str, dict[str, Prose]] = field(default_factory=dict)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    media: set[str] = field(default_factory=set)
    sources: dict[tuple[str, str], YamlText] = field(default_factory=dict)
    texts: list[Source] = field(default_factory=list)

    def read(self, relative: str, entry: os.DirEntry[str]) -> None:
        """Read one file according to where it stands."""
        top, _, rest = relative.partition("/")
        suffix = Path(relative).suffix.lower()
        if top == "media" and rest:
            self._media(relative, rest, suffix, entry)
        elif top in self.languages and suffix == ".md":
            self._page(top, relative, rest)
        elif top == "records" and suffix in {".yml", ".yaml"} and rest.count("/") == 1:
            self._record(relative, rest)
        elif relative == SETTINGS_FILE:
            self._settings(relative)
        else:
            expected = (
                f"{{{','.join(self.languages)}}}/**/*.md, records/<kind>/<id>.yml, media/, {SETTINGS_FILE}"
            )
            self._report("E005", relative, name=relative, expected=expected)

    def _report(self, code: str, relative: str, **values: object) -> None:
        self.issues.append(issue(code, Position(f"{self.root.name}/{relative}"), "", **values))

    def _text(self, relative: str) -> Source | None:
        slug_issue = check_slug(relative, self.root.name)
        if slug_issue:
            self.issues.append(slug_issue)
            return None
        source = read_text(self.root, relative, self.issues)
        if source:
            self.texts.append(source)
        return source

    def _media(self, relative: str, rest: str, suffix: str, entry: os.DirEntry[str]) -> None:
        size = entry.stat().st_size
        if suffix not in MEDIA_TYPES:
            self._report("E005", relative, name=rest, expected=", ".join(sorted(MEDIA_TYPES)))
        elif size > MEDIA_LIMIT:
            self._report("E002", relative, size=size, limit=MEDIA_LIMIT)
        elif slug_issue := check_slug(relative, self.root.name):
            self.issues.append(slug_issue)
        else:
            self.media.add(rest)

    def _settings(self, relative: str) -> None:
        source = self._text(relative)
        parsed = source and parse(source.text, source.path, self.issues)
        if parsed:
            self.sources["settings", ""] = parsed
            self.settings = read_model(Settings, parsed, self.issues, languages=self.languages)

    def _record(self, relative: str, rest: str) -> None:
        kind_name, _, file_name = rest.partition("/")
        kind = kinds().get(kind_name)
        if kind is None:
            known = ", ".join(kinds())
            self._report("E005", relative, name=f"records/{kind_name}", expected=f"records/ {known}")
            return
        source = self._text(relative)
        parsed = source and parse(source.text, source.path, self.issues)
        if not parsed:
            return
        identifier = Path(file_name).stem
        record = read_model(kind, parsed, self.issues, languages=self.languages, given={"id": identifier})
        self.sources[kind_name, identifier] = parsed
        if record:
            self.records.setdefault(kind_name, {})[identifier] = record

    def _page(self, language: str, relative: str, rest: str) -> None:
        source = self._text(relative)
        if source is None:
            return
        found = _FRONT_MATTER.match(source.text)
        if not found:
            self.issues.append(issue("E116", Position(source.path)))
            return
        parsed = parse(found[1], source.path, self.issues, first_line=2)
        if parsed is None:
            return
        texts: PageFacts | PageTexts | None
        if language == SOURCE_LANGUAGE:
            texts = read_model(PageFacts, parsed, self.issues, languages=self.languages)
        else:
            texts = read_model(PageTexts, parsed, self.issues, languages=self.languages)
        path = rest.removesuffix(".md")
        self.sources[f"page:{language}", path] = parsed
        if texts:
            prose = Prose(
                language=language,
                source=source.path,
                texts=texts,
                body=source.text[found.end() :],
                body_line=source.text.count("\n", 0, found.end()) + 1,
            )
            self.prose.setdefault(path, {})[language] = prose

    def pages(self) -> dict[str, Page]:
        """Return the pages that have a Vietnamese original; report translations without one."""
        pages = {}
        for path, prose in sorted(self.prose.items()):
            original = prose.get(SOURCE_LANGUAGE)
            if original and isinstance(original.texts, PageFacts):
                pages[path] = Page(path, original.texts, prose)
                continue
            if (f"page:{SOURCE_LANGUAGE}", path) in self.sources:
                continue
            name = f"{self.root.name}/{SOURCE_LANGUAGE}/{path}.md"
            for text in prose.values():
                self.issues.append(issue("E007", Position(text.source), original=name))
        return pages


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the portal, unless its settings are missing, the raw texts, and the faults."""

    portal: Portal | None
    texts: tuple[Source, ...]
    issues: tuple[Issue, ...]


def load_portal(root: Path, *, languages: Sequence[str], today: dt.date) -> Loaded:
    """Read every file of the content folder `root`."""
    loader = _Loader(root, tuple(languages))
    for relative, entry in walk(root, loader.issues):
        loader.read(relative, entry)
    pages = loader.pages()
    if loader.settings is None:
        if ("settings", "") not in loader.sources:
            loader.issues.append(issue("E118", Position(f"{root.name}/{SETTINGS_FILE}"), name=SETTINGS_FILE))
        return Loaded(None, tuple(loader.texts), tuple(loader.issues))
    portal = Portal(
        settings=loader.settings,
        languages=loader.languages,
        pages=pages,
        records={kind: dict(sorted(found.items())) for kind, found in loader.records.items()},
        media=frozenset(loader.media),
        today=today,
        sources=loader.sources,
    )
    return Loaded(portal, tuple(loader.texts), tuple(loader.issues))
