"""Retired addresses as web servers read them, so that they can answer 301 instead of serving a page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from subportal.public import PublicPortal

NGINX_FILE = "redirects/nginx.map"
IIS_FILE = "redirects/iis.xml"


def render_redirects(portal: PublicPortal, url: str) -> Iterator[tuple[str, bytes]]:
    """Yield a map of nginx and a rewrite map of IIS; nothing where no address was retired."""
    moved = list(_moved(portal, urlsplit(url).path or "/"))
    if not moved:
        return
    yield NGINX_FILE, "".join(f"{old} {new};\n" for old, new in moved).encode()
    rows = "".join(f'  <add key="{escape(old)}" value="{escape(new)}" />\n' for old, new in moved)
    yield IIS_FILE, f'<rewriteMap name="subportal">\n{rows}</rewriteMap>\n'.encode()


def _moved(portal: PublicPortal, root: str) -> Iterator[tuple[str, str]]:
    for language in portal.languages:
        home = root if language == portal.languages[0] else f"{root}{language}/"
        for one in portal.settings.redirects:
            yield f"{home}{one.address}", f"{home}{one.to}"
