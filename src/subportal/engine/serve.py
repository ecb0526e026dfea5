"""Live preview: one edit, one build, and the browser shows it."""

from __future__ import annotations

import datetime as dt
import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
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

from subportal.engine.ahead import hear
from subportal.engine.build import Built, build, store_of
from subportal.engine.project import CONFIG_FILE, Project, ProjectError, load_project
from subportal.engine.publishing import theme_folder
from subportal.issues import format_refusal, format_text
from subportal.stamps import NEVER, Found, Stamp, stamp_of

CHANGES = [FileCreatedEvent, FileModifiedEvent, FileDeletedEvent, FileMovedEvent, DirMovedEvent]
"""What is an edit. A build opens many files; told of each, the watcher's threads would take its time."""
BUILD_DELAY = 0.05
"""Seconds to wait after an edit for others that belong to it."""
_REST = 2
"""Seconds after a build in which memory is tidied up, unless another edit comes."""
_KEPT = (
    "Bản xem thử giữ trang cũ cho tới khi sửa xong. / The preview keeps the last site until this is mended."
)
_PAUSE = 0.01
"""Seconds after which what an editor writes at once, in several steps, is written."""


class _Delayed:
    """Something that is done after some seconds, unless it is begun anew or cancelled before."""

    def __init__(self, seconds: float, do: Callable[[], object]) -> None:
        self._seconds = seconds
        self._do = do
        self._timer: threading.Timer | None = None

    def begin(self) -> None:
        """Do it after its time from now."""
        self.cancel()
        self._timer = threading.Timer(self._seconds, self._do)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        """Leave it undone, unless it is being done."""
        if self._timer:
            self._timer.cancel()

    def join(self) -> None:
        """Wait until it is done or cancelled."""
        if self._timer:
            self._timer.join()


class Standby:
    """A process that looks at the project's files while the preview waits whether more edits follow one.

    The preview holds a whole portal: to look itself, or to fork, takes longer.
    """

    def __init__(self, project: Project) -> None:
        self.root = str(project.root)
        command = [sys.executable, "-m", "subportal.engine.ahead", self.root]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        self._begun = _Delayed(_PAUSE, self._ask)
        self._asked = self._answered = 0
        self._unread = False
        """Whether the second half of an answer, the mark, was not read yet."""

    def begin(self) -> None:
        """Let it look once no edit has followed this one for a moment."""
        self._begun.begin()

    def _ask(self) -> None:
        with suppress(OSError, ValueError):  # it has ended
            stream = self._process.stdin
            if stream:
                stream.write(b"\n")
                stream.flush()
                self._asked += 1

    def take(self) -> list[Found] | None:
        """Return what stood in the content after the last edit, if it looked at that."""
        found = None
        self._begun.join()
        while self._answered < self._asked:
            self.mark()
            found = self._read()
            self._unread = True
            self._answered += 1
        return found

    def mark(self) -> bytes:
        """Return the mark of the listing, if the site was as listed; to be asked for after `take`."""
        mark = self._read() if self._unread else None
        self._unread = False
        return mark or b""

    def _read(self) -> Any:
        stream = self._process.stdout
        return hear(stream) if stream else None

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


class _Observer:
    """The system's own watcher instead of MkDocs' polling."""

    def __init__(self, standby: Standby) -> None:
        self._observer: Any = Observer()
        self._standby = standby

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """Call `handler` for changes below `path`."""
        changes = _Changes(handler, self._standby)
        return self._observer.schedule(changes, path, recursive=recursive, event_filter=CHANGES)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._observer, name)


class _Changes(FileSystemEventHandler):
    def __init__(self, handler: FileSystemEventHandler, standby: Standby) -> None:
        self._handler = handler
        self._standby = standby

    def on_any_event(self, event: FileSystemEvent) -> None:
        if isinstance(event, tuple(CHANGES)) and not event.is_directory:
            self._standby.begin()
            self._handler.on_any_event(event)


class Current:
    """The project as its configuration has it now."""

    def __init__(self, root: Path, address: str) -> None:
        self._root = root
        self._address = address
        self._read: tuple[Stamp, Project] | None = None

    def project(self) -> Project:
        """Return the project; the configuration is read again if its file has changed.

        Raise ProjectError if it cannot be used.
        """
        path = self._root / CONFIG_FILE
        stamp = stamp_of(path.stat()) if path.is_file() else NEVER
        if self._read is None or self._read[0] != stamp:
            self._read = stamp, load_project(self._root, site_url=self._address)
        return self._read[1]


def serve(project: Project, *, today: Callable[[], dt.date], host: str, port: int) -> None:
    """Build, serve under the path of the site's address, and build again after each change."""
    path = urlsplit(project.site_url).path
    address = f"http://{host}:{port}{path}"
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)

    store, standby, current = store_of(project), Standby(project), Current(project.root, address)
    rest = _Delayed(_REST, gc.collect)

    def rebuild() -> None:
        rest.cancel()
        try:
            found = current.project()
        except ProjectError as error:
            sys.stderr.write(f"{CONFIG_FILE}: {error}\n{_KEPT}\n")
            return
        try:
            _tell(build(found, today=today(), store=store, ahead=standby))
        except OSError as error:
            sys.stderr.write(f"{format_refusal(error)}\n{_KEPT}\n")
        rest.begin()

    gc.disable()
    rebuild()
    gc.collect()
    gc.freeze()  # what the first build leaves stays; to look through it after each edit takes time
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(project.site), mount_path=path)
    server.observer = _Observer(standby)  # type: ignore[assignment]
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
        standby.close()


def _tell(built: Built) -> None:
    issues = format_text([*built.checked.issues, *built.faults])
    sys.stderr.write(f"{issues}\n{built.pages} trang / pages ({built.rendered} mới / new)\n")


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
