"""Load `content/` as a whole: every file is read, and every fault is collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from subportal.issues import Issue, Position, issue
from subportal.load.item import SETTINGS_FILE, Name, read_body, read_front_matter, read_item
from subportal.load.source import Source, read_text, walk
from subportal.load.twins import find_twins
from subportal.load.yamltext import YamlText, parse
from subportal.media.picture import FACTS_SUFFIX, Picture, is_picture
from subportal.portal import PAGES, Page, Portal, Prose
from subportal.reads import NotedMapping
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE
from subportal.records.page import PageFacts
from subportal.records.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the portal, unless its settings are missing, the raw texts, and the faults."""

    portal: Portal | None
    texts: tuple[Source, ...]
    issues: tuple[Issue, ...]


def load_portal(root: Path, *, languages: Sequence[str], today: dt.date) -> Loaded:
    """Read every file of the content folder `root`."""
    issues: list[Issue] = []
    texts: list[Source] = []
    files: dict[Name, str] = {}
    values: dict[Name, Any] = {}
    relatives = [relative for relative, _ in walk(root, issues)]
    issues.extend(find_twins(root, relatives, languages))
    for relative in relatives:
        item = read_item(root, relative, languages)
        issues.extend(item.issues)
        if item.source:
            texts.append(item.source)
        if item.name:
            files[item.name] = relative
            if item.value is not None:
                values[item.name] = item.value
    fine = values.keys()
    issues.extend(missing_originals(root, files))
    portal = None
    if ("settings",) in values:
        portal = assemble(root, files, fine, values.__getitem__, languages=languages, today=today)
    elif ("settings",) not in files:
        issues.append(missing_settings(root))
    return Loaded(portal, tuple(texts), tuple(issues))


def assemble(
    root: Path,
    files: Mapping[Name, str],
    fine: Collection[Name],
    value: Callable[[Name], Any],
    *,
    languages: Sequence[str],
    today: dt.date,
) -> Portal:
    """Make a portal of files that were read; `fine` names those without a fault, `value` gives their content.

    A value is asked for only when somebody reads it.
    """
    prose: dict[str, list[str]] = {}
    records: dict[str, list[str]] = {kind: [] for kind in kinds()}
    for name in fine:
        if name[0] == "page":
            prose.setdefault(name[1], []).append(name[2])
        elif name[0] == "record":
            records[name[1]].append(name[2])
    paths = sorted(path for path, found in prose.items() if SOURCE_LANGUAGE in found)

    def page(path: str) -> Page:
        texts = {one: _prose(root, value(("page", path, one))) for one in languages if one in prose[path]}
        return Page(path, cast("PageFacts", texts[SOURCE_LANGUAGE].texts), texts)

    def record(kind: str, identifier: str) -> Any:
        return value(("record", kind, identifier))

    pictures = sorted(name[1] for name in fine if name[0] == "media" and is_picture(name[1]))

    def picture(name: str) -> Picture:
        found: Picture = value(("media", name))
        facts = ("media", f"{name}{FACTS_SUFFIX}")
        return replace(found, facts=value(facts) if facts in fine else None)

    settings: Settings = value(("settings",))
    return Portal(
        settings=settings,
        languages=tuple(languages),
        pages=NotedMapping(paths, page, one=("page",), many=("pages",), most=PAGES),
        records={
            kind: NotedMapping(
                sorted(found), partial(record, kind), one=("record", kind), many=("kind", kind)
            )
            for kind, found in records.items()
        },
        media=frozenset(name[1] for name in files if name[0] == "media"),
        pictures=NotedMapping(pictures, picture, one=("media",), many=("media",)),
        day=today,
        sources=_Sources(root, files),
    )


def _prose(root: Path, prose: Prose) -> Prose:
    prose.read_body = partial(read_body, root)
    return prose


def missing_originals(root: Path, files: Mapping[Name, str]) -> Iterator[Issue]:
    """Yield an issue for each translation that has no Vietnamese original."""
    for name, relative in files.items():
        if name[0] == "page" and ("page", name[1], SOURCE_LANGUAGE) not in files:
            original = f"{root.name}/{SOURCE_LANGUAGE}/{name[1]}.md"
            yield issue("E007", Position(f"{root.name}/{relative}"), original=original)


def missing_settings(root: Path) -> Issue:
    """Return the issue of a content folder without settings."""
    return issue("E118", Position(f"{root.name}/{SETTINGS_FILE}"), name=SETTINGS_FILE)


class _Sources(Mapping[tuple[str, str], YamlText]):
    """The YAML of each file, parsed again when somebody asks where a value stands."""

    def __init__(self, root: Path, files: Mapping[Name, str]) -> None:
        self._root = root
        self._files = files
        self._parsed: dict[Name, YamlText | None] = {}

    def __getitem__(self, key: tuple[str, str]) -> YamlText:
        name = _name(key)
        if name not in self._parsed:
            self._parsed[name] = self._parse(self._files[name], is_page=name[0] == "page")
        parsed = self._parsed[name]
        if parsed is None:
            raise KeyError(key)
        return parsed

    def _parse(self, relative: str, *, is_page: bool) -> YamlText | None:
        source = read_text(self._root, relative, [])
        if source is None:
            return None
        if is_page:
            parts = read_front_matter(source, [])
            return parts[0] if parts else None
        return parse(source.text, source.path, [])

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and _name(key) in self._files

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for name in self._files:
            if name[0] == "page":
                yield f"page:{name[2]}", name[1]
            elif name[0] == "record":
                yield name[1], name[2]
            elif name[0] == "settings":
                yield "settings", ""

    def __len__(self) -> int:
        return len(self._files)


def _name(key: tuple[str, str]) -> Name:
    kind, identifier = key
    if kind == "settings":
        return ("settings",)
    if kind.startswith("page:"):
        return ("page", identifier, kind.removeprefix("page:"))
    return ("record", kind, identifier)
