"""From staged pages to the pages of the site: MkDocs' own objects in a loop of ours."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from subportal.engine.frame import Site
from subportal.engine.page import PortalPage, StagedFile, place_file
from subportal.engine.project import Project
from subportal.engine.theme import prepare_environment
from subportal.issues import Issue, Position, issue
from subportal.stamps import Stamp, stamp_of

A = TypeVar("A")
B = TypeVar("B")

StagedText = tuple[str, Mapping[str, Any], str]
"""A staged page: its name, front matter and Markdown."""


class Writer:
    """Renders staged pages into a folder."""

    def __init__(self, project: Project, site: Site, folder: Path) -> None:
        self._project = project
        self.site = site
        self._stage, self._folder = str(project.stage), str(folder)
        self._files = Files([])
        self._navigation = Navigation([], [])
        self.environment = _environment(project)
        self._same: TemplateContext | None = None

    def write(self, pages: Iterable[StagedText]) -> tuple[dict[str, Stamp], list[Issue]]:
        """Render staged pages; return stamps by where they stand in the site, and faults of templates."""
        faults = []

        def take(step: Callable[[A], B], given: Iterable[tuple[str, A]]) -> list[tuple[str, B]]:
            """Take a step for all pages; those that fail are not there for the next."""
            done = []
            for name, one in given:
                try:
                    done.append((name, step(one)))
                except Exception as error:  # noqa: BLE001  (a template may raise anything)
                    faults.append(template_fault(name, error))
            return done

        bodies = take(self._body, ((page[0], page) for page in pages))
        texts = take(self._fill, take(self._view, bodies))
        return dict(self._write(text) for _, text in texts), faults

    def _body(self, staged: StagedText) -> PortalPage:
        """Return a page with its Markdown rendered."""
        name, meta, body = staged
        file = StagedFile(name, self._stage, self._folder, use_directory_urls=True)
        place_file(file, self.site, self._folder)
        page = PortalPage(file, self._project.config, self.site)
        page.take(meta, body)
        page.render_body()
        return page

    def _view(self, page: PortalPage) -> PortalPage:
        page.render_view()
        return page

    def _fill(self, page: PortalPage) -> tuple[str, str, str]:
        """Return where a page goes, in the site and on the disk, and its template, filled."""
        template = self.environment.get_template(page.meta["template"])
        html = template.render(self._context(page), view=page.view)
        file = page.file
        file.page = None  # a ring of two, which nothing else would take apart
        return file.dest_uri, file.abs_dest_path, html

    def _write(self, filled: tuple[str, str, str]) -> tuple[str, Stamp]:
        place, path, html = filled
        return place, write_bytes(path, html.encode())

    def _context(self, page: PortalPage) -> TemplateContext:
        """Return what MkDocs gives a template: the page, the way to the root, and what all pages share.

        Ways to further stylesheets and scripts, if the configuration names any, are others on each page.
        """
        config = self._project.config
        if self._same is None or config.extra_css or config.extra_javascript:
            self._same = get_context(self._navigation, self._files, config, page)
        return {**self._same, "base_url": get_relative_url(".", page.url), "page": page}

    def copy(self, name: str, data: bytes) -> Stamp:
        """Write a file that is published as it is; return its stamp."""
        return write_bytes(f"{self._folder}/{name}", data)


def write_bytes(path: str, data: bytes) -> Stamp:
    """Write a file into a folder that may not be there yet; return its stamp.

    Raise OSError, with the file's name, if not all of it could be written.
    """
    try:
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115  (every page; closed below)
    except FileNotFoundError:
        _make_folder(os.path.dirname(path))  # noqa: PTH120  (once a page)
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    try:
        with file:
            left = memoryview(data)
            while left:  # a disk that is nearly full takes a part before it refuses
                left = left[file.write(left) :]
    except OSError as error:
        error.filename = path
        raise
    return stamp_of(os.stat(path))  # noqa: PTH116  (Windows tells the time of change once it is closed)


def _make_folder(path: str) -> None:
    """Make a folder; mostly the one that it stands in is there."""
    try:
        os.mkdir(path)  # noqa: PTH102
    except OSError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103


def _environment(project: Project) -> Environment:
    environment = prepare_environment(project.config.theme.get_env())
    cache = project.root / "build" / "cache" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(cache))
    return environment


def template_fault(name: str, error: Exception) -> Issue:
    """Return the issue of a template that fails on the staged page `name`."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        position = Position(f"overrides/{error.name or ''}", error.lineno)
    else:
        frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".html")]
        place = frames[-1] if frames else None
        position = Position(
            f"overrides/{place.filename.rpartition('overrides/')[2]}" if place else f"build/stage/{name}",
            (place.lineno or 1) if place else 1,
        )
    return issue("E501", position, name=name, problem=f"{type(error).__name__}: {error}")
