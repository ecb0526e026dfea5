"""MkDocs' page, with our Markdown: set as `File.page`, it serves both engines alike."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from subportal.addresses import STANDALONE
from subportal.engine.frame import Site
from subportal.engine.view import render_body, render_view
from subportal.markdown import Rendered
from subportal.pages.staged import read_staged


class PortalPage(Page):
    """A staged page. Its `view` is all that a template needs."""

    def __init__(self, file: File, config: MkDocsConfig, site: Site) -> None:
        self.site = site
        super().__init__(None, file, config)
        self.rendered = Rendered("", ())
        self.view: Any = None

    def _set_canonical_url(self, base: str | None) -> None:
        """Put the page's address behind that of the site: MkDocs parses both anew for each page."""
        address = self.url.removeprefix("./")
        self.canonical_url = f"{self.site.url}{address}" if base else None
        self.abs_url = f"{self.site.path}{address}" if base else None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Read front matter and Markdown of the staged file."""
        self.take(*read_staged(Path(self.file.abs_src_path or "").read_text("utf-8")))

    def take(self, meta: Mapping[str, Any], body: str) -> None:
        """Take front matter and Markdown, as they were read from the staged file or as they will be."""
        self.meta = dict(meta)
        self.markdown = body
        self.title = meta["title"]

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Render the Markdown by the portal's own renderer."""
        self.render_body()
        self.render_view()

    def render_body(self) -> None:
        """Render the Markdown."""
        self.rendered = render_body(self.site, *self._place, self.meta, self.markdown or "")
        self.content = self.rendered.html

    def render_view(self) -> None:
        """Make the view of the page, whose Markdown is rendered."""
        self.view = render_view(self.site, *self._place, self.meta, self.rendered)

    @property
    def _place(self) -> tuple[str, str]:
        """Language and path."""
        language, _, rest = self.file.src_uri.partition("/")
        return language, rest.removesuffix(".md")

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Leave anchors to our own rules, which name the line in the content folder."""


class StagedFile(File):
    """A file of the staged tree, whose name has slashes on all systems: MkDocs takes each apart for that."""

    @property
    def src_path(self) -> str:
        """Return the name with the separators of this system."""
        return os.path.normpath(self.src_uri)

    @src_path.setter
    def src_path(self, name: str) -> None:
        self.src_uri = name


def place_file(file: File, site: Site, site_dir: str) -> None:
    """Set where the page of a staged file is served: the default language at the root."""
    address = destination(file.src_uri, site)
    file.name = file.src_uri.removesuffix(".md").rpartition("/")[2]
    file.dest_uri = address
    file.abs_dest_path = f"{site_dir}/{address}"
    file.url = address.removesuffix("index.html") or "./"


def destination(name: str, site: Site) -> str:
    """Return where the page of a staged file stands in the site."""
    language, _, rest = name.partition("/")
    path = rest.removesuffix(".md")
    if path in STANDALONE or path == "index" or path.endswith("/index"):
        inner = f"{path}.html"
    else:
        inner = f"{path}/index.html"
    return f"{site.folder(language)}{inner}"
