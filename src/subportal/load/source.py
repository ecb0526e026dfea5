"""Find and read the files of `content/`, with the checks that hold for any file."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from subportal.issues import Issue, Position, issue
from subportal.slug import slugify
from subportal.stamps import FILE, LINK, Found, Stamp, look_through

TEXT_LIMIT = 1_000_000
MEDIA_LIMIT = 60_000_000

_WINDOWS_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?")
_WINDOWS_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
_ORDINARY = re.compile(r"[a-z0-9-]{5,}(?:\.[a-z]{2,4})?")
"""Names that fit Windows at first sight: no device's name is as long."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of `content/`: where it is, and its text with one kind of line end."""

    path: str
    """From the project's folder, with `/`."""
    relative: str
    """From `content/`, with `/`."""
    text: str


def walk(
    root: Path,
    issues: list[Issue],
    seen: Iterable[Found] | None = None,
    known: Container[str] = (),
) -> Iterator[tuple[str, Stamp]]:
    """Yield every file below `root` with its path from there and its stamp, in a stable order.

    Symbolic links and names that Windows cannot hold are reported and left out, hidden files are left out.
    `seen` is what stands there, if that is known; `known` are files that were yielded before.
    """
    barred = "/"
    for relative, sort, stamp in look_through(str(root)) if seen is None else seen:
        if sort == FILE and relative in known:
            yield relative, stamp
            continue
        if relative.startswith(barred):
            continue
        name = relative.rpartition("/")[2]
        if name.startswith("."):
            barred = f"{relative}/"
        elif sort == LINK:
            target = os.readlink(root / relative)  # noqa: PTH115  (a string)
            issues.append(issue("E003", Position(f"{root.name}/{relative}"), target=target))
        elif not (_ORDINARY.fullmatch(name) or _fits_windows(name)):
            issues.append(issue("E004", Position(f"{root.name}/{relative}"), name=name))
            barred = f"{relative}/"
        elif sort == FILE:
            yield relative, stamp


def _fits_windows(name: str) -> bool:
    return not (_WINDOWS_DEVICES.fullmatch(name) or _WINDOWS_FORBIDDEN.search(name))


def check_slug(relative: str, root_name: str) -> Issue | None:
    """Return an issue if a folder's or file's name is not a slug."""
    for part in relative.split("/"):
        stem = part.split(".")[0]
        if not _SLUG.fullmatch(stem):
            suggestion = slugify(stem) or "ten-tep"
            position = Position(f"{root_name}/{relative}")
            return issue("E006", position, name=part, suggestion=suggestion)
    return None


def read_bytes(path: str) -> bytes:
    """Return what a file holds: every page is read several times, hence without buffer and `Path`."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def read_text(root: Path, relative: str, issues: list[Issue], data: bytes | None = None) -> Source | None:
    """Read a text file, whose bytes may be known; report what is too large or not UTF-8."""
    position = Position(f"{root.name}/{relative}")
    path = f"{root}/{relative}"
    size = os.stat(path).st_size if data is None else len(data)  # noqa: PTH116  (every page, several times)
    if size > TEXT_LIMIT:
        issues.append(issue("E002", position, size=size, limit=TEXT_LIMIT))
        return None
    if data is None:
        data = read_bytes(path)
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        place = Position(position.path, line, column)
        issues.append(issue("E001", place, offset=error.start + 1))
        return None
    return Source(
        position.path, relative, text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    )
