"""JSON-LD (schema.org): what a page is about, as a pure function of its staged meta data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from pydantic_core import to_json

from subportal.addresses import SEARCH


def render_jsonld(
    meta: Mapping[str, Any],
    *,
    description: str,
    url: str,
    name: str,
    publisher: str,
    home: str,
    root: str,
    crumbs: Iterable[tuple[str, str]],
    image: str = "",
) -> str:
    """Return the text of a `script` of type `application/ld+json`; it cannot end the element."""
    own = _page(meta, description, url, name, publisher, home, root)
    if image and url != home:
        own["image"] = image
    graph = [one for one in (own, _breadcrumbs(meta["title"], url, crumbs)) if one]
    data = {"@context": "https://schema.org", "@graph": graph}
    return to_json(data).decode().replace("<", "\\u003c")


def _page(
    meta: Mapping[str, Any], description: str, url: str, name: str, publisher: str, home: str, root: str
) -> dict[str, Any]:
    organisation = {"@type": "GovernmentOrganization", "name": publisher}
    shared: dict[str, Any] = {"description": description, "url": url, "inLanguage": meta["lang"]}
    if url == home:
        target = {"@type": "EntryPoint", "urlTemplate": f"{home}{SEARCH}/?q={{search_term_string}}"}
        action = {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        }
        return {
            "@type": "WebSite",
            "name": name,
            **shared,
            "publisher": organisation,
            "potentialAction": action,
        }
    about = dict(meta.get("about") or {})
    kind = about.pop("type", "")
    if kind == "Dataset":
        package = urljoin(root, about.pop("package"))
        download = {"@type": "DataDownload", "contentUrl": package, "encodingFormat": "application/json"}
        return {
            "@type": kind,
            "name": meta["title"],
            **shared,
            "creator": organisation,
            "distribution": download,
        }
    if kind == "NewsArticle" or (meta.get("date") and not kind):
        return _article(meta, shared, organisation, about)
    if kind:
        if "inLanguage" in shared and kind not in _WORKS:
            del shared["inLanguage"]
        return {"@type": kind, "name": meta["title"], **shared, **about}
    listed = meta.get("template") in {"list.html", "section.html"}
    page = {
        "@type": "CollectionPage" if listed else "WebPage",
        "name": meta["title"],
        **shared,
        "publisher": organisation,
    }
    reviewed = meta.get("reviewed")
    return {**page, "lastReviewed": reviewed["iso"]} if reviewed else page


_WORKS = frozenset({"Legislation", "VideoObject", "Book", "CreativeWork", "Event", "EducationEvent"})
"""Types that have a language: works and events."""


def _article(
    meta: Mapping[str, Any], shared: dict[str, Any], organisation: dict[str, str], about: dict[str, Any]
) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "headline": meta["title"], **shared}
    if meta.get("date"):
        article["datePublished"] = meta["date"]["iso"]
    if meta.get("modified"):
        article["dateModified"] = meta["modified"]
    return {**article, "author": organisation, "publisher": organisation, **about}


def _breadcrumbs(title: str, url: str, crumbs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    trail = list(crumbs)
    if not trail:
        return {}
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate([*trail, (title, url)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
