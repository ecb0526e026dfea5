"""What surrounds all pages: read from the staged tree, the theme and the configuration."""

from __future__ import annotations

import json
from hashlib import blake2b

from subportal.engine.frame import Site
from subportal.engine.project import CONFIG_FILE, Project
from subportal.engine.publishing import theme_folder
from subportal.engine.theme import asset_addresses
from subportal.stage import SITE_FILE


def view_key(project: Project, surroundings: bytes) -> str:
    """Return a key of everything that goes into all pages."""
    digest = blake2b(surroundings, digest_size=12)
    for path in (project.root / CONFIG_FILE, *sorted(theme_folder(project).rglob("*"))):
        if path.is_file():
            digest.update(f"{path.name} ".encode() + path.read_bytes())
    return digest.hexdigest()


def read_site(project: Project, surroundings: bytes | None = None) -> Site:
    """Return what is the same for all pages, from the staged tree and the theme."""
    return Site(
        url=project.site_url,
        languages=project.languages,
        chrome=json.loads(surroundings or (project.stage / SITE_FILE).read_bytes()),
        assets=asset_addresses(theme_folder(project)),
    )
