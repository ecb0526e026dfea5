"""What a page's head tells machines: Dublin Core, Open Graph and JSON-LD."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from subportal.feeds.jsonld import render_jsonld


def render_meta(
    meta: Mapping[str, Any],
    *,
    description: str,
    url: str,
    locale: str,
    name: str,
    publisher: str,
    home: str,
    root: str,
    year: int,
    crumbs: Iterable[tuple[str, str]] = (),
    image: Mapping[str, Any] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return names and contents of `meta` elements, and the text of the JSON-LD block; none empty.

    `url` is the page's address, `home` that of its language's home page, `root` that of the site, all
    absolute; `image` is the picture by which the page is known; `crumbs` are the titles and addresses of
    the pages above it.
    """
    trail = list(crumbs)
    title = meta["title"]
    date = (meta.get("date") or meta.get("reviewed") or {}).get("iso") or meta.get("modified") or str(year)
    subject = trail[1][0] if len(trail) > 1 else title if meta.get("section") else name
    core = {
        "Title": title,
        "Creator": publisher or name,
        "Subject": subject,
        "Description": description,
        "Date": date,
        "Language": meta["lang"],
    }
    graph = {
        "og:title": title,
        "og:type": "article" if meta.get("date") else "website",
        "og:url": url,
        "og:site_name": name,
        "og:description": description,
        "og:locale": locale,
        "og:image": image.get("url", ""),
        "og:image:width": str(image.get("width", "")),
        "og:image:height": str(image.get("height", "")),
        "og:image:alt": image.get("alt", ""),
        "article:published_time": (meta.get("date") or {}).get("iso", ""),
    }
    return {
        "dc": list(core.items()),
        "og": [(key, value) for key, value in graph.items() if value],
        "ld": render_jsonld(
            meta,
            description=description,
            url=url,
            name=name,
            publisher=publisher or name,
            home=home,
            root=root,
            crumbs=trail,
            image=image.get("url", ""),
        ),
    }


def format_head(found: Mapping[str, Any]) -> str:
    """Return what `render_meta` found as HTML for a page's head.

    A template would take ten times as long, and every page has it.
    """
    lines = [f'<meta name="DC.{name}" content="{html.escape(text)}">' for name, text in found["dc"]]
    if any(name == "og:image" for name, _ in found["og"]):
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    lines += [f'<meta property="{name}" content="{html.escape(text)}">' for name, text in found["og"]]
    lines.append(f'<script type="application/ld+json">{found["ld"]}</script>')
    return "\n".join(lines)
