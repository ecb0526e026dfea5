"""Put a finished build in its place: the site is never half old and half new for want of a page."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from subportal.engine.differing import without_head
from subportal.engine.frame import Site
from subportal.engine.manifest import render_manifests
from subportal.engine.media import media_bytes
from subportal.engine.page import destination
from subportal.engine.project import Project
from subportal.engine.state import Staged, State
from subportal.engine.theme import asset_files
from subportal.engine.worker import WORKER, render_worker
from subportal.engine.writing import write_bytes
from subportal.feeds.sitemap import SITEMAP_FILE, render_robots, render_sitemap
from subportal.media.picture import is_photograph
from subportal.stage import SITE_FILE
from subportal.stamps import Stamp

RIGHTS_SUFFIX = ".yml"
"""Files of `content/media/` that tell of the rights of others, and are not published."""


def publish(
    project: Project,
    site: Site,
    fresh: Path,
    made: Mapping[str, Stamp],
    last: State | None,
    state: State,
    changed: Collection[str],
) -> None:
    """Move what was `made` in `fresh`, and what is shared, into the site, and take away what is gone.

    `changed` are the languages of whose pages site maps know something else than they did.
    """
    fresh.mkdir(parents=True, exist_ok=True)
    new = dict(made)
    state.shared.update(without_head(state.staged))
    state.shared.discard(SITE_FILE)
    for name, data in _shared(project, site, last, state, changed):
        state.shared.add(name)
        if data is not None and not (last and _holds(project.site / name, data)):
            new[name] = write_bytes(f"{fresh}/{name}", data)
    if last is None:
        _swap(project.site, fresh)
        state.site = new
        return
    for name in new:
        target = project.site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(target)
    gone = {_published(file, last.staged[file], site) for file in last.staged.keys() - state.staged.keys()}
    gone |= last.shared - state.shared
    gone -= {_published(file, state.staged[file], site) for file in state.staged.keys() - last.staged.keys()}
    remove_files(project.site, gone)
    shutil.rmtree(fresh)
    state.site = last.site | new
    for name in gone:
        state.site.pop(name, None)


def _published(file: str, staged: Staged, site: Site) -> str:
    """Return where a staged file stands in the site."""
    return file if staged.head is None else destination(file, site)


def heads_of(
    staged: Mapping[str, Staged], language: str = "", *, without: Container[str] = ()
) -> dict[str, Mapping[str, Any]]:
    """Return what site maps know of the pages, of all languages or of one."""
    return {
        file: from_json(one.head)
        for file, one in sorted(staged.items())
        if one.head is not None and file.startswith(language) and file not in without
    }


def media_files(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield the media that are published as they are, with their files."""
    folder = project.content / "media"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.suffix != RIGHTS_SUFFIX and not is_photograph(path.name):
            yield f"media/{path.relative_to(folder).as_posix()}", path


def theme_folder(project: Project) -> Path:
    """Return the folder of the theme's own templates and assets."""
    return Path(project.config.theme.custom_dir or project.root / "overrides")


def _shared(
    project: Project, site: Site, last: State | None, state: State, changed: Collection[str]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield what is published beside the pages and is not staged; None for what is as it was."""
    for relative in [file for file in state.files if file.startswith("media/")]:
        if not relative.endswith(RIGHTS_SUFFIX) and not is_photograph(relative):
            same = last is not None and relative in last.files and _same_file(relative, last, state)
            yield relative, None if same else (project.content / relative).read_bytes()
    yield from _media(project, last, state)
    yield from theme_files(project, site)
    if last and not changed:
        yield SITEMAP_FILE, None
    else:
        yield from render_sitemap(heads_of(state.staged), project.site_url, project.languages)


def _media(project: Project, last: State | None, state: State) -> Iterator[tuple[str, bytes | None]]:
    """Yield what is published with the pages; None for what is as it was.

    The address of a copy or card tells what it holds; that of an original does not.
    """
    wanted = sorted({address for one in state.staged.values() for address in one.shares})
    known = last.shared if last else frozenset[str]()
    same = {
        address
        for address in wanted
        if address in known and (address not in state.files or (last and _same_file(address, last, state)))
    }
    for address in same:
        yield address, None
    yield from media_bytes(project, (address for address in wanted if address not in same))


def _same_file(name: str, last: State, state: State) -> bool:
    return name in last.files and last.files[name].digest == state.files[name].digest


def theme_files(project: Project, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield assets, manifests, the service worker, if the theme has one, and robots.txt."""
    folder = theme_folder(project)
    for _, address, data in asset_files(folder):
        yield address, data
    if (folder / WORKER).is_file():
        yield WORKER, render_worker(site, folder)
    yield from render_manifests(site)
    yield from render_robots(project.site_url)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _swap(old: Path, new: Path) -> None:
    """Put the finished folder in the place of the old one."""
    aside = old.with_name(f"{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
