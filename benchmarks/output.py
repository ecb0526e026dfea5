"""What stands in a generator's output: pages, size, and which of the features that ours has."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FEATURES = ("search", "feeds", "sitemap", "alternates", "open data", "calendars")
"""All found by looking, none by what a generator says of itself."""
_SEARCH = re.compile(
    r"(?:^|/)(?:pagefind|search)/.*\.(?:json|js|bin|idx)$"
    r"|(?:^|/)search[^/]*\.(?:json|idx)$|localSearchIndex[^/]*\.js$",
    re.IGNORECASE,
)
"""An index; a page or a script for it alone finds nothing."""
_FEED = re.compile(r"\.(?:rss|atom)$|(?:^|/)(?:feed|rss|atom|index)[^/]*\.xml$")


def look(site: Path, page: Path) -> dict[str, Any]:
    """Return how many pages and bytes an output has, and which features."""
    pages, size = 0, 0
    found = dict.fromkeys(FEATURES, False)
    for name, length in _files(site):
        size += length
        pages += name.endswith(".html")
        found["search"] |= bool(_SEARCH.search(name))
        found["feeds"] |= bool(_FEED.search(name))
        found["sitemap"] |= bool(re.search(r"(?:^|/)sitemap[^/]*\.xml$", name))
        found["open data"] |= bool(
            re.search(r"(?:^|/)(?:data|datapackage)[^/]*(?:/.*)?\.(?:json|csv)$", name)
        )
        found["calendars"] |= name.endswith(".ics")
    links = re.findall(r"<link[^>]+hreflang[^>]*>", page.read_text("utf-8"))
    found["alternates"] = any(name_of(page) in link for link in links)
    return {"pages": pages, "megabytes": size / 1e6, "features": found}


def name_of(page: Path) -> str:
    """Return an article's name from its page, which may be a folder's index."""
    return page.parent.name if page.stem == "index" else page.stem


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            yield path.relative_to(folder).as_posix(), path.stat().st_size
