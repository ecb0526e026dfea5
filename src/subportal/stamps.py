"""What stands in a folder, and the stamps by which files are told apart without reading them."""

from __future__ import annotations

import os
from struct import Struct

Stamp = bytes
"""Of a file: time of change in nanoseconds, size, inode; one string, for a state holds tens of thousands."""
Found = tuple[str, str, Stamp]
"""A path from the folder looked through, what stands there, and the stamp of a file."""
FILE, FOLDER, LINK = "file", "folder", "link"
NEVER: Stamp = b""
"""The stamp of no file."""

_FORM = Struct("<qQQ")
_INODE = 0 if os.name == "nt" else (1 << 64) - 1
"""Windows tells the number of a file that is asked for by itself, but not of one in a listing."""


def stamp_of(found: os.stat_result) -> Stamp:
    """Return a file's stamp."""
    return _FORM.pack(found.st_mtime_ns, found.st_size, found.st_ino & _INODE)


def changed_at(stamp: Stamp) -> int:
    """Return when the file of a stamp was changed, in nanoseconds."""
    changed: int = _FORM.unpack(stamp)[0]
    return changed


def size_of(stamp: Stamp) -> int:
    """Return how many bytes the file of a stamp had."""
    size: int = _FORM.unpack(stamp)[1]
    return size


def look_through(folder: str) -> list[Found]:
    """Return everything below a folder in a stable order, each folder before what it holds."""
    found: list[Found] = []

    def visit(path: str, prefix: str) -> None:
        with os.scandir(path) as entries:
            ordered = sorted((entry.name, entry) for entry in entries)
        for name, entry in ordered:
            if entry.is_symlink():
                found.append((prefix + name, LINK, NEVER))
            elif entry.is_dir():
                found.append((prefix + name, FOLDER, NEVER))
                visit(entry.path, f"{prefix}{name}/")
            else:
                found.append((prefix + name, FILE, stamp_of(entry.stat(follow_symlinks=False))))

    visit(folder, "")
    return found
