"""What the last build knew: kept between builds, and thrown away when in doubt."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import subportal
from subportal.briefs import Brief
from subportal.issues import Issue
from subportal.stamps import Stamp

FORMAT = 3


class FileState(NamedTuple):
    """A file of `content/`, as it was read."""

    stamp: Stamp
    digest: bytes
    """Of its bytes."""
    head: bytes
    """Of everything it says but a page's Markdown."""
    original: str | None
    """Of a page in the source language: what translations are compared with."""
    value: bytes | None
    """What it holds, pickled; None if it has a fault, or holds nothing."""
    brief: Brief | None
    issues: tuple[Issue, ...]


class Done(NamedTuple):
    """A piece of work that was done, and what it had read."""

    reads: bytes
    """As `reads.pack` wrote them."""
    issues: tuple[Issue, ...] = ()
    files: tuple[str, ...] = ()
    internal: tuple[tuple[str, str], ...] = ()
    """Texts that must not be published, each with its field."""


class Staged(NamedTuple):
    """A page of the staged tree, or what is published beside the pages as it is."""

    digest: bytes
    head: bytes | None
    """What site maps must know of a page, as JSON; None for other files."""
    shares: tuple[str, ...] = ()
    """Of a page, the addresses of the pictures and the card that are published with it."""


@dataclass(slots=True)
class State:
    """Everything that one build leaves for the next."""

    key: str
    """Of the program, its libraries and the project: another key, another state."""
    view: str
    """Of templates, assets and configuration: another view, and every page is rendered again."""
    day: str = ""
    files: dict[str, FileState] = field(default_factory=dict)
    checks: dict[str, Done] = field(default_factory=dict)
    stages: dict[str, Done] = field(default_factory=dict)
    staged: dict[str, Staged] = field(default_factory=dict)
    search: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, the names of all that can be found."""
    shared: set[str] = field(default_factory=set)
    """Files of the site that are no pages."""
    site: dict[str, Stamp] = field(default_factory=dict)
    """The files of the finished site."""

    def follow(self, last: State, without: Collection[str]) -> list[str]:
        """Take over what the last build staged, but for the pieces named; return the files of these."""
        self.stages, self.staged = dict(last.stages), dict(last.staged)
        pieces = [self.stages.pop(name) for name in without if name in self.stages]
        files = [file for piece in pieces for file in piece.files]
        for file in files:
            del self.staged[file]
        return files


def program_key(root: Path) -> str:
    """Return a key that changes with the program, Python and the installed libraries."""
    digest = blake2b(digest_size=12)
    digest.update(f"{FORMAT} {sys.version} {root}".encode())
    package = Path(subportal.__file__).parent
    for folder, names, files in os.walk(package):
        names.sort()
        for name in sorted(files):
            if name.endswith((".py", ".yml", ".txt")):
                found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118  (many files)
                digest.update(f"{name} {found.st_mtime_ns} {found.st_size}".encode())
    for place in sorted({path for path in sys.path if path.endswith("-packages")}):
        if Path(place).is_dir():
            digest.update(f"{place} {Path(place).stat().st_mtime_ns}".encode())
    return digest.hexdigest()
