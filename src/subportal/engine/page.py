"""MkDocs' page, with our Markdown: set as `File.page`, it serves both engines alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from subportal.addresses import NOT_FOUND
from subportal.engine.view import Site, render_view
from subportal.pages.staged import read_staged


class PortalPage(Page):
    """A staged page. Its `view` is all that a template needs."""

    def __init__(self, file: File, config: MkDocsConfig, site: Site) -> None:
        super().__init__(None, file, config)
        self.site = site
        self.view: Any = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Read front matter and Markdown of the staged file."""
        text = Path(self.file.abs_src_path or "").read_text("utf-8")
        self.meta, self.markdown = read_staged(text)
        self.title = self.meta["title"]

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Render the Markdown by the portal's own renderer."""
        language, _, rest = self.file.src_uri.partition("/")
        path = rest.removesuffix(".md")
        self.view = render_view(self.site, language, path, self.meta, self.markdown or "")
        self.content = self.view.content

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Leave anchors to our own rules, which name the line in the content folder."""


def place_file(file: File, site: Site, site_dir: str) -> None:
    """Set where the page of a staged file is served: the default language at the root."""
    language, _, rest = file.src_uri.partition("/")
    path = rest.removesuffix(".md")
    name = path.rpartition("/")[2]
    if path == NOT_FOUND:
        inner = "404.html"
    elif name == "index":
        inner = f"{path}.html"
    else:
        inner = f"{path}/index.html"
    destination = f"{site.folder(language)}{inner}"
    file.name = name
    file.dest_uri = destination
    file.abs_dest_path = str(Path(site_dir) / destination)
    file.url = destination.removesuffix("index.html") or "./"
