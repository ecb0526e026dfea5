"""What happens at MkDocs' own events, so that plain `mkdocs build` and `mkdocs serve` work.

mkdocs-static-i18n runs MkDocs' build once a language, and each run fires every event: the content is
checked and staged in the first run only, shared files and error pages are written in each.
"""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from subportal.engine.frame import Site
from subportal.engine.page import PortalPage, place_file
from subportal.engine.plain import prepare, static_files
from subportal.engine.project import Project, from_config
from subportal.engine.surroundings import read_site
from subportal.engine.theme import prepare_environment
from subportal.issues import format_text, has_errors

if TYPE_CHECKING:  # a web server: each build loads this module
    from mkdocs.livereload import LiveReloadServer

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_log = logging.getLogger("mkdocs.subportal")


class Events:
    """The state of one MkDocs process."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.site: Site | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and stage the content, then let MkDocs build from the staged tree."""
        if not getattr(config.plugins["i18n"], "building", False):
            project = from_config(config)
            today = dt.datetime.now(TIME_ZONE).date()
            checked = prepare(project, today=today, strict=False)
            if checked.issues:
                _log.info("%s", format_text(checked.issues))
            if has_errors(checked.issues):
                message = "Nội dung có lỗi, trang không được dựng. / The content has errors."
                raise Abort(message)
            self.project, self.site = project, read_site(project)
        config.docs_dir = str(self._project.stage)
        config.theme.static_templates = set()
        return config

    @property
    def _project(self) -> Project:
        if self.project is None:
            message = "on_config has not run"
            raise RuntimeError(message)
        return self.project

    @property
    def _site(self) -> Site:
        if self.site is None:
            message = "on_config has not run"
            raise RuntimeError(message)
        return self.site

    def before_i18n(self, files: Files) -> Files:
        """Keep the staged pages only: shared files are copied by us, the theme's stay out."""
        return Files([file for file in files if file.is_documentation_page()])

    def after_i18n(self, files: Files, config: MkDocsConfig) -> Files:
        """Give each file its place in the site and a page with our Markdown."""
        for file in files:
            place_file(file, self._site, config.site_dir)
            PortalPage(file, config, self._site).read_source(config)
        return files

    def on_env(self, env: Environment) -> Environment:
        """Switch on escaping and add our filters."""
        return prepare_environment(env)

    def on_page_context(self, context: TemplateContext, page: Page) -> TemplateContext:
        """Give the template its view of the page."""
        if isinstance(page, PortalPage):
            context["view"] = page.view  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what stands beside the pages."""
        for name, data in static_files(self._project):
            destination = Path(config.site_dir) / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(data)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
        """Watch what people edit, not the staged tree, which every build writes."""
        server.unwatch(config.docs_dir)
        for folder in (self._project.content, Path(config.theme.custom_dir or "overrides")):
            server.watch(str(folder))
        return server
