"""Write the staged tree: only what has changed, and nothing that is gone stays."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from subportal.feeds import render_files
from subportal.pages import render_pages
from subportal.pages.chrome import render_chrome
from subportal.public import PublicPortal

SITE_FILE = "site.json"


def render_stage(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the staged tree but the media: pages, data and what surrounds pages."""
    chrome = render_chrome(portal)
    yield SITE_FILE, (json.dumps(chrome, ensure_ascii=False, indent=1) + "\n").encode()
    for page in render_pages(portal):
        yield page.file, page.to_text().encode()
    yield from render_files(portal)


def write_stage(files: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Write files into `folder` where they differ, delete all others; return what was touched."""
    folder.mkdir(parents=True, exist_ok=True)
    present = set(_walk(folder))
    touched = []
    for name, data in files:
        present.discard(name)
        if write_if_changed(folder / name, data):
            touched.append(name)
    for name in sorted(present):
        (folder / name).unlink()
        touched.append(name)
    _remove_empty(folder)
    return touched


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file by way of a temporary one, unless it holds these bytes already."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def _walk(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        for name in names:
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _remove_empty(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if Path(parent) != folder and not any(Path(parent).iterdir()):
            Path(parent).rmdir()
