"""For MkDocs' own build: the staged tree as a whole, and what is published beside the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from subportal.check import Checked, check_content
from subportal.engine.lock import locked
from subportal.engine.media import make_media, media_bytes, shares_of
from subportal.engine.progress import Progress
from subportal.engine.project import Project
from subportal.engine.publishing import media_files, theme_files
from subportal.engine.store import Store
from subportal.engine.surroundings import read_site
from subportal.feeds.sitemap import render_sitemap
from subportal.issues import has_errors
from subportal.leaks import find_leaks
from subportal.public import project as project_public
from subportal.stage import SITE_FILE, head_of_text, render_stage, write_stage


def prepare(project: Project, *, today: dt.date, strict: bool = False) -> Checked:
    """Check the content; if nothing stops the build, write the whole staged tree.

    A leak stops it too, before anything is written.
    """
    checked = check_content(project.content, languages=project.languages, today=today)
    if checked.portal is None or has_errors(checked.issues, strict=strict):
        return checked
    public = project_public(checked.portal)
    files = list(render_stage(public, project.site_url))
    leaks = set(find_leaks(checked.portal, public, files))
    if leaks:
        return Checked(
            checked.portal, tuple(sorted({*checked.issues, *leaks}, key=lambda found: found.order))
        )
    cache = project.root / "build" / "cache"
    with locked(cache / "lock"):
        Store(cache / "state").forget()
        write_stage(files, project.stage)
        faults = make_media(project, read_site(project), staged_heads(project), Progress())
    return Checked(checked.portal, (*checked.issues, *faults))


def staged_heads(project: Project) -> dict[str, Mapping[str, Any]]:
    """Return what site maps know of the pages, from the staged tree."""
    paths = (path for language in project.languages for path in (project.stage / language).rglob("*.md"))
    files = {path.relative_to(project.stage).as_posix(): path for path in paths}
    return {name: head_of_text(files[name].read_text("utf-8")) for name in sorted(files)}


def static_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """Yield what is published beside the pages, from the staged tree and the theme."""
    heads = staged_heads(project)
    for path in sorted(project.stage.rglob("*")):
        name = path.relative_to(project.stage).as_posix()
        if path.is_file() and name not in heads and name != SITE_FILE:
            yield name, path.read_bytes()
    for name, path in media_files(project):
        yield name, path.read_bytes()
    site = read_site(project)
    shares = sorted({address for name, head in heads.items() for address in shares_of(name, head, site)})
    yield from media_bytes(project, shares)
    yield from theme_files(project, site)
    yield from render_sitemap(heads, project.site_url, project.languages)
