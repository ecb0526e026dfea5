"""`site.webmanifest` of each language: what a device calls the portal, and its icon."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from subportal.engine.frame import Site
from subportal.locale.strings import strings

MANIFEST = "site.webmanifest"
_ICON = "mark.svg"


def render_manifests(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the manifest of each language, which its home page names.

    The portal stays in the browser, where readers see its address: `display` says so.
    """
    for language in site.languages:
        folder, chrome = site.folder(language), site.chrome[language]
        up = "../" * folder.count("/")
        data: dict[str, Any] = {
            "name": chrome["name"],
            "short_name": chrome["short_name"],
            "lang": chrome["tag"],
            "dir": strings(language)["language.direction"],
            "start_url": "./",
            "scope": "./",
            "display": "browser",
            "theme_color": "#243a5e",
            "background_color": "#fdfcf8",
        }
        if _ICON in site.assets:
            icon = {"src": f"{up}{site.assets[_ICON]}", "sizes": "any", "type": "image/svg+xml"}
            data["icons"] = [icon]
        yield f"{folder}{MANIFEST}", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
