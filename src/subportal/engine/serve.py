"""Live preview: one edit, one build, and the browser shows it."""

from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from subportal.engine.build import build, theme_folder
from subportal.engine.project import CONFIG_FILE, Project, load_project
from subportal.issues import format_text


def serve(project: Project, *, today: Callable[[], dt.date], host: str, port: int) -> None:
    """Build, serve under the path of the site's address, and build again after each change."""
    path = urlsplit(project.site_url).path
    address = f"http://{host}:{port}{path}"
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)

    def rebuild() -> None:
        current = load_project(project.root, site_url=address)
        built = build(current, today=today())
        sys.stderr.write(f"{format_text(built.checked.issues)}\n{built.pages} trang / pages\n")

    rebuild()
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(project.site), mount_path=path)
    server.error_handler = lambda code: _error_page(project.site, code)
    for watched in (project.content, theme_folder(project), project.root / CONFIG_FILE):
        server.watch(str(watched))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    finally:
        server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
