"""The map in a text: the schematic with the province's outline, or the map that the province approved."""

from __future__ import annotations

from subportal.markdown.blocks import fenced
from subportal.markdown.blocks.base import parse
from subportal.markdown.spans import replace_fences
from subportal.markdown.vietnam import read_points
from subportal.pages.site import Site, escape


def fill_maps(site: Site, path: str, body: str) -> str:
    """Replace each `map` block of the page at `path` by what is to be shown."""
    return replace_fences(body, "map", lambda text: _shown(site, path, parse(text)["caption"]))


def _shown(site: Site, path: str, caption: str) -> str:
    settings = site.portal.settings
    approved = next((one for one in settings.maps if one.locator), None)
    if approved:
        address = f"{'../' * (path.count('/') + 1)}media/{approved.file}"
        words = f"{caption} {site.text(approved.credit)}".replace('"', "”")
        return f'![{escape(site.text(approved.alt))}]({address} "{words}")'
    locator = settings.locator
    if locator is None:
        return ""
    points = [list(point) for point in read_points(locator.outline)]
    return fenced("locator", {"caption": caption, "label": site.text(locator.label), "outline": points})
