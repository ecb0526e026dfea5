"""Live preview: one edit, one build, and the browser shows it."""

from __future__ import annotations

import datetime as dt
import gc
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from subportal.engine.build import Built, build, store_of
from subportal.engine.project import CONFIG_FILE, Project, load_project
from subportal.engine.publishing import theme_folder
from subportal.issues import format_text

CHANGES = [FileCreatedEvent, FileModifiedEvent, FileDeletedEvent, FileMovedEvent, DirMovedEvent]
"""What is an edit. A build opens many files; told of each, the watcher's threads would take its time."""
BUILD_DELAY = 0.05
"""Seconds to wait after an edit for others that belong to it."""


class _Observer:
    """The system's own watcher instead of MkDocs' polling."""

    def __init__(self) -> None:
        self._observer: Any = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """Call `handler` for changes below `path`."""
        return self._observer.schedule(_Changes(handler), path, recursive=recursive, event_filter=CHANGES)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._observer, name)


class _Changes(FileSystemEventHandler):
    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        if isinstance(event, tuple(CHANGES)) and not event.is_directory:
            self._handler.on_any_event(event)


def serve(project: Project, *, today: Callable[[], dt.date], host: str, port: int) -> None:
    """Build, serve under the path of the site's address, and build again after each change."""
    gc.enable()
    path = urlsplit(project.site_url).path
    address = f"http://{host}:{port}{path}"
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)

    store = store_of(project)

    def rebuild() -> None:
        current = load_project(project.root, site_url=address)
        _tell(build(current, today=today(), store=store))

    rebuild()
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(project.site), mount_path=path)
    server.observer = _Observer()  # type: ignore[assignment]
    server.build_delay = BUILD_DELAY
    server.error_handler = lambda code: _error_page(project.site, code)
    for watched in (project.content, theme_folder(project), project.root / CONFIG_FILE):
        server.watch(str(watched))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    finally:
        server.shutdown()


def _tell(built: Built) -> None:
    issues = format_text([*built.checked.issues, *built.faults])
    sys.stderr.write(f"{issues}\n{built.pages} trang / pages ({built.rendered} mới / new)\n")


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
