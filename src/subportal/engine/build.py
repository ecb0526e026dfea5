"""Build a site: check, stage, then MkDocs' own objects in a loop of ours."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from subportal.check import Checked, check_content
from subportal.engine.page import PortalPage, place_file
from subportal.engine.project import Project
from subportal.engine.theme import asset_addresses, asset_files, prepare_environment
from subportal.engine.view import Site
from subportal.feeds.sitemap import render_robots, render_sitemap
from subportal.issues import has_errors
from subportal.public import project as project_public
from subportal.stage import SITE_FILE, render_stage, write_stage


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the check's result, and how many pages it wrote (none after an error)."""

    checked: Checked
    pages: int


def prepare(project: Project, *, today: dt.date, strict: bool = False) -> Checked:
    """Check the content; if nothing stops the build, write the staged tree."""
    checked = check_content(project.content, languages=project.languages, today=today)
    if checked.portal is not None and not has_errors(checked.issues, strict=strict):
        files = [*render_stage(project_public(checked.portal)), *_media(project)]
        write_stage(files, project.stage)
    return checked


def _media(project: Project) -> Iterator[tuple[str, bytes]]:
    folder = project.content / "media"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.suffix == ".svg":
            yield f"media/{path.relative_to(folder).as_posix()}", path.read_bytes()


def read_site(project: Project) -> Site:
    """Return what is the same for all pages, from the staged tree and the theme."""
    return Site(
        url=project.site_url,
        languages=project.languages,
        chrome=json.loads((project.stage / SITE_FILE).read_text("utf-8")),
        assets=asset_addresses(theme_folder(project)),
    )


def theme_folder(project: Project) -> Path:
    """Return the folder of the theme's own templates and assets."""
    return Path(project.config.theme.custom_dir or project.root / "overrides")


def build(
    project: Project, *, today: dt.date, strict: bool = False, languages: Collection[str] = ()
) -> Built:
    """Build the site, or the pages of some `languages`; after an error the last site stays."""
    checked = prepare(project, today=today, strict=strict)
    if checked.portal is None or has_errors(checked.issues, strict=strict):
        return Built(checked, 0)
    fresh = project.site.with_name(f"{project.site.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    count = write_pages(project, fresh, languages or project.languages)
    write_files(project, fresh)
    _replace(project.site, fresh)
    return Built(checked, count)


def write_pages(project: Project, folder: Path, languages: Collection[str]) -> int:
    """Write the pages of `languages` from the staged tree below `folder`; return their number."""
    config, site = project.config, read_site(project)
    environment = prepare_environment(config.theme.get_env())
    navigation = Navigation([], [])
    files = Files([])
    count = 0
    for name in page_names(project, languages):
        file = File(name, str(project.stage), str(folder), use_directory_urls=True)
        place_file(file, site, str(folder))
        page = PortalPage(file, config, site)
        page.read_source(config)
        page.render(config, files)
        context = get_context(navigation, files, config, page)
        html = environment.get_template(page.meta["template"]).render(context, view=page.view)
        destination = Path(file.abs_dest_path)
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_text(html, encoding="utf-8", newline="\n")
        count += 1
    return count


def page_names(project: Project, languages: Collection[str]) -> list[str]:
    """Return the staged pages of `languages`, from the staged tree."""
    return sorted(
        path.relative_to(project.stage).as_posix()
        for language in languages
        for path in (project.stage / language).rglob("*.md")
    )


def static_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """Yield what is published beside the pages: shared files, assets, sitemap, robots.txt."""
    for path in sorted(project.stage.rglob("*")):
        name = path.relative_to(project.stage).as_posix()
        shared = name.partition("/")[0] not in project.languages and name != SITE_FILE
        if path.is_file() and shared:
            yield name, path.read_bytes()
    for _, address, data in asset_files(theme_folder(project)):
        yield address, data
    yield from render_sitemap(project.stage, project.site_url, project.languages)
    yield from render_robots(project.site_url)


def write_files(project: Project, folder: Path) -> None:
    """Write what is published beside the pages below `folder`."""
    for name, data in static_files(project):
        destination = folder / name
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(data)


def _replace(old: Path, new: Path) -> None:
    """Put the finished folder in the place of the old one."""
    aside = old.with_name(f"{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
