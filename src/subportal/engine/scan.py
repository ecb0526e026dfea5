"""Find what has changed in `content/` since the last build, and read only that."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from subportal.briefs import Brief, brief_of
from subportal.engine.state import FileState
from subportal.engine.workers import spread
from subportal.issues import Issue
from subportal.load.item import Name, name_of, read_item
from subportal.load.source import MEDIA_LIMIT, read_bytes, walk
from subportal.media.picture import FACTS_SUFFIX
from subportal.portal import Prose
from subportal.reads import Read
from subportal.records.base import SOURCE_LANGUAGE, Record
from subportal.records.page import PageFacts
from subportal.rules import check_texts
from subportal.stamps import NEVER, Found, Stamp, changed_at, size_of, stamp_of

_name = cache(name_of)
FRESH = 3_000_000_000
"""Nanoseconds: a file changed this shortly before it was read may change again unseen."""


@dataclass(slots=True)
class Scan:
    """The files of `content/`, and which of them differ from the last build."""

    files: dict[str, FileState]
    changed: list[str]
    removed: list[str]
    issues: list[Issue]
    """Of the folder itself: links, names."""


def scan(
    root: Path,
    languages: Sequence[str],
    last: Mapping[str, FileState],
    began: int,
    tick: Callable[[int], None] = lambda _: None,
    seen: Sequence[Found] | None = None,
) -> Scan:
    """Compare every file with the last build and read those that differ.

    `began` is the time of the file system, in nanoseconds, at which the build began. `seen` is what stood
    in the folder shortly before; of that, what differs is looked at again.
    """
    issues: list[Issue] = []
    stamps = dict(walk(root, issues, seen, last))
    files: dict[str, FileState] = {}
    doubtful = []
    for relative, stamp in stamps.items():
        known = last.get(relative)
        if known and known.stamp == stamp:
            files[relative] = known
        else:
            doubtful.append(relative)
    if seen is not None:
        doubtful = _look_again(root, doubtful, stamps)
    changed = []
    for count, results in spread(partial(_read_all, root, languages, last, stamps, began), doubtful):
        for relative, state in results:
            known = last.get(relative)
            files[relative] = state
            if not known or known.digest != state.digest:
                changed.append(relative)
        tick(count)
    ordered = {relative: files[relative] for relative in stamps}
    return Scan(ordered, sorted(changed), sorted(last.keys() - stamps.keys()), issues)


def _look_again(root: Path, names: Sequence[str], stamps: dict[str, Stamp]) -> list[str]:
    """Take the stamps of files that were seen a while ago anew; return those that are there still."""
    there = []
    for relative in names:
        try:
            stamps[relative] = stamp_of((root / relative).lstat())
        except FileNotFoundError:
            del stamps[relative]
        else:
            there.append(relative)
    return there


def _read_all(
    root: Path,
    languages: Sequence[str],
    last: Mapping[str, FileState],
    stamps: Mapping[str, Stamp],
    began: int,
    names: Sequence[str],
) -> list[tuple[str, FileState]]:
    """Return each file's state."""
    results: list[tuple[str, FileState]] = []
    for relative in names:
        stamp = stamps[relative]
        if size_of(stamp) > MEDIA_LIMIT:  # refused for its size, whatever it holds
            results.append((relative, _read(root, relative, languages, NEVER, b"", None)))
            continue
        data = read_bytes(f"{root}/{relative}")
        digest = blake2b(data, digest_size=16).digest()
        if began - changed_at(stamp) < FRESH:
            stamp = NEVER
        known = last.get(relative)
        if known and known.digest == digest:
            results.append((relative, known._replace(stamp=stamp)))
        else:
            results.append((relative, _read(root, relative, languages, stamp, digest, data)))
    return results


def _read(
    root: Path, relative: str, languages: Sequence[str], stamp: Stamp, digest: bytes, data: bytes | None
) -> FileState:
    item = read_item(root, relative, languages, data)
    if item.source:
        item.issues.extend(check_texts([item.source]))
    value = item.value
    pickled = None if value is None else pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    original, brief, head = None, None, data or b""
    if isinstance(value, Prose) and item.source:
        original = value.digest_unnoted
        head = item.source.text.removesuffix(value.body).encode()
        if isinstance(value.texts, PageFacts):
            brief = brief_of(value.texts, value.path)
    elif isinstance(value, Record):
        brief = brief_of(value)
    return FileState(
        stamp,
        digest,
        blake2b(head, digest_size=16).digest(),
        original,
        pickled,
        brief,
        tuple(item.issues),
    )


def names_of_files(files: Mapping[str, FileState], languages: Sequence[str]) -> dict[Name, str]:
    """Return what each file is, by its name."""
    given = tuple(languages)
    named = {_name(relative, given): relative for relative in files}
    named.pop((), None)
    return named


def briefs_of(files: Mapping[Name, FileState]) -> dict[str, dict[str, Brief]]:
    """Return by kind (`page` for pages) and name what decides about showing an item."""
    briefs: dict[str, dict[str, Brief]] = {"page": {}}
    for name, state in files.items():
        if state.brief is None:
            continue
        if name[0] == "page":
            briefs["page"][name[1]] = state.brief
        else:
            briefs.setdefault(name[1], {})[name[2]] = state.brief
    return briefs


def value_of(files: Mapping[Name, FileState], name: Name) -> Any:
    """Return what a file holds."""
    return pickle.loads(files[name].value or b"N.")  # noqa: S301  (from our own state)


def changed_reads(name: Name, old: FileState | None, new: FileState | None) -> Iterator[Read]:
    """Yield what a computation may have read that differs now that a file has changed."""
    appeared = old is None or new is None or (old.value is None) != (new.value is None)
    head_differs = appeared or (old is not None and new is not None and old.head != new.head)
    match name:
        case ("page", path, language):
            yield "body", path, language
            if head_differs:
                yield "page", path
                yield ("pages",)
            if language == SOURCE_LANGUAGE and (old is None or new is None or old.original != new.original):
                yield "digest", path
        case ("record", kind, identifier):
            yield "record", kind, identifier
            yield "kind", kind
            for state in (old, new):
                if state and state.brief:
                    yield from (("naming", *target) for target in state.brief.names)
        case ("media", path):
            yield "media", path.removesuffix(FACTS_SUFFIX)
            yield ("media",)


def changed_by_date(
    old: Mapping[str, Mapping[str, Brief]], new: Mapping[str, Mapping[str, Brief]], days: tuple[Any, Any]
) -> Iterator[Read]:
    """Yield what differs because items appear or vanish on their days."""
    before, after = days
    if before != after:
        yield ("today",)
    for kind, briefs in new.items():
        for name, brief in briefs.items():
            known = old.get(kind, {}).get(name, brief)
            if known.shown_on(before) != brief.shown_on(after):
                if kind == "page":
                    yield "page", name
                    yield ("pages",)
                else:
                    yield "record", kind, name
                    yield "kind", kind
                    yield from (("naming", *target) for target in brief.names)
