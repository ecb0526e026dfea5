"""What the last build knew: kept between builds, and thrown away when in doubt."""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import subportal
from subportal.briefs import Brief
from subportal.issues import Issue
from subportal.reads import Read

FORMAT = 1
_MAGIC = b"subportal state\n"

Stamp = tuple[int, int, int]
"""Of a file: time of change in nanoseconds, size, inode."""


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

    reads: frozenset[Read]
    issues: tuple[Issue, ...] = ()
    files: tuple[str, ...] = ()
    internal: tuple[tuple[str, str], ...] = ()
    """Texts that must not be published, each with its field."""


class Staged(NamedTuple):
    """A file of the staged tree."""

    digest: bytes
    head: dict[str, Any] | None
    """What site maps must know of a page; None for other files."""


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
    shared: set[str] = field(default_factory=set)
    """Files of the site that are no pages."""
    site: dict[str, Stamp] = field(default_factory=dict)
    """The files of the finished site."""


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


def load_state(path: Path, key: str) -> State | None:
    """Return the state of the last build, or None if there is none that fits and is whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    size = len(_MAGIC)
    head, told, body = data[:size], data[size : size + 16], memoryview(data)[size + 16 :]
    if head != _MAGIC or blake2b(body, digest_size=16).digest() != told:
        return None
    try:
        state = pickle.loads(body)  # noqa: S301  (our own file, whole by its digest)
    except Exception:  # noqa: BLE001  (classes may have changed)
        return None
    return state if isinstance(state, State) and state.key == key else None


def save_state(path: Path, state: State) -> None:
    """Write the state whole or not at all."""
    body = pickle.dumps(state, pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(_MAGIC + blake2b(body, digest_size=16).digest() + body)
    temporary.replace(path)


def stamp_of(found: os.stat_result) -> Stamp:
    """Return a file's stamp."""
    return found.st_mtime_ns, found.st_size, found.st_ino
