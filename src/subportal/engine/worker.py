"""The service worker: what readers have visited can be read again without a connection."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from subportal.addresses import OFFLINE
from subportal.engine.frame import Site
from subportal.locale.strings import strings

WORKER = "sw.js"
CORE_ASSETS = (
    *("site.css", "announcements.css", "cards.css", "lists.css", "tables.css", "blocks.css"),
    *("pictures.css", "figures.css", "charts.css", "year.css", "map.css", "print.css"),
    *("site.js", "announcements.js", "filter.js", "listen.js", "mark.svg", "weave.svg"),
)
"""What pages that were kept need without a connection, if the theme has it."""


def render_worker(site: Site, folder: Path) -> bytes:
    """Return the worker for a site, whose source stands in the theme's `folder`.

    Told not to work, it takes itself away where it is installed.
    """
    source = (folder / WORKER).read_bytes()
    core = [site.assets[name] for name in CORE_ASSETS if name in site.assets]
    facts: dict[str, Any] = {
        "offline": all(chrome["offline"] for chrome in site.chrome.values()),
        "languages": [site.folder(language) for language in site.languages if site.folder(language)],
        "core": [*core, *(f"{site.folder(language)}{OFFLINE}.html" for language in site.languages)],
    }
    facts["version"] = _version(site, folder, facts)
    return f"const SITE = {json.dumps(facts)};\n".encode() + source


def _version(site: Site, folder: Path, facts: dict[str, Any]) -> str:
    """Return a digest of everything that goes into the pages that the worker brings along."""
    told = [facts, site.chrome, [strings(language) for language in site.languages]]
    digest = blake2b(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(), digest_size=6)
    for path in (folder / WORKER, *sorted(folder.rglob("*.html"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
