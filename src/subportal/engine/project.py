"""A project on disk: its MkDocs configuration and the folders that the build uses."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

CONFIG_FILE = "mkdocs.yml"


class ProjectError(Exception):
    """The project's configuration cannot be used."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project keeps what the build reads and writes."""

    root: Path
    config: MkDocsConfig
    languages: tuple[str, ...]
    """As configured, the default language first."""

    @property
    def content(self) -> Path:
        """Return the content folder."""
        return self.root / "content"

    @property
    def stage(self) -> Path:
        """Return the staged tree, from which MkDocs builds."""
        return self.root / "build" / "stage"

    @property
    def site(self) -> Path:
        """Return the folder of the finished site."""
        return Path(self.config.site_dir)

    @property
    def site_url(self) -> str:
        """Return the address under which the site is published, with a slash at its end."""
        return (self.config.site_url or "/").rstrip("/") + "/"


def from_config(config: MkDocsConfig) -> Project:
    """Return the project to which an MkDocs configuration belongs; raise ProjectError."""
    plugin = config.plugins.get("i18n")
    if plugin is None:
        message = "mkdocs.yml: plugins: thiếu i18n / i18n is missing"
        raise ProjectError(message)
    entries = sorted(plugin.config.languages, key=lambda entry: not entry.default)
    languages = tuple(entry.locale for entry in entries if entry.build)
    return Project(Path(config.config_file_path).parent, config, languages)


def load_project(root: Path, *, site_url: str | None = None, site: Path | None = None) -> Project:
    """Read `mkdocs.yml` in `root`; raise ProjectError if it cannot be used."""
    options: dict[str, str] = {}
    if site_url is not None:
        options["site_url"] = site_url
    if site is not None:
        options["site_dir"] = str(site)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(config_file=str(root / CONFIG_FILE), **options)
    except (ConfigurationError, Abort) as error:
        raise ProjectError(str(error)) from error
    return from_config(config)
