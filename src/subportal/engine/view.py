"""What a template is given: a staged page in the surroundings of its site. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from subportal.addresses import STANDALONE
from subportal.engine.frame import Site, frame_of, inner, page_address, way_up
from subportal.feeds.meta import format_head, render_meta
from subportal.feeds.service import render_service
from subportal.locale.fitting import fit_title
from subportal.locale.strings import language_tag, strings
from subportal.markdown import Origin, Rendered, Surroundings, render
from subportal.media.cards import CARD_HEIGHT, CARD_WIDTH, Card, card_address, card_of
from subportal.media.picture import largest

SOURCE_LANGUAGE = "vi"
LEAST_SHARED = 600
"""Narrower pictures are too small for shared links."""
_ELEMENT = re.compile("<([a-z]+)")


def card_in(site: Site, meta: Mapping[str, Any]) -> tuple[str, Card] | None:
    """Return address and words of a page's card; None where a photograph stands for the page."""
    card = card_of(meta, site.chrome, site.url)
    if card is None or _photograph(meta):
        return None
    drawings = f"{site.assets.get('mark.svg')} {site.assets.get('weave.svg')}"
    return card_address(card, drawings), card


def _photograph(meta: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the first photograph on a page that is large enough for shared links."""
    found = meta.get("pictures", {}).values()
    return next((one for one in found if "base" in one and one["width"] >= LEAST_SHARED), None)


def _image(site: Site, meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return the picture by which a page is known: the first photograph on it, else its card."""
    shown = _photograph(meta)
    if shown:
        address, width, height = largest(shown)
        alt = shown.get("alt") or meta["title"]
        return {"url": f"{site.url}{address}", "width": width, "height": height, "alt": alt}
    card = card_in(site, meta)
    if card is None:
        return {}
    size = {"width": CARD_WIDTH, "height": CARD_HEIGHT}
    return {"url": f"{site.url}{card[0]}", **size, "alt": card[1].title}


def render_body(site: Site, language: str, path: str, meta: Mapping[str, Any], body: str) -> Rendered:
    """Return the Markdown of a staged page as HTML."""
    return render(
        body,
        Surroundings(
            language=meta["lang"],
            strings=strings(language),
            origin=_origin(site, language, path),
            heading_ids=tuple(meta.get("heading_ids", ())),
            pictures=meta.get("pictures", {}),
        ),
    )


def _origin(site: Site, language: str, path: str) -> Origin:
    folder = site.folder(language)
    return Origin(
        depth=path.count("/"),
        is_index=path == "index" or path.endswith("/index"),
        at_root=not folder,
        absolute=f"{site.path}{folder}" if path in STANDALONE else "",
    )


def render_view(site: Site, language: str, path: str, meta: Mapping[str, Any], rendered: Rendered) -> Any:
    """Return what a template shows of a staged page, whose Markdown is rendered."""
    folder = site.folder(language)
    origin = _origin(site, language, path)
    own = strings(language)
    frame = frame_of(site, language, origin, way_up(site, language, path), meta.get("section", ""))
    chrome = frame.chrome
    real = language in meta["alternates"]
    address = page_address(path)
    named = page_address(meta["moved_to"]) if "moved_to" in meta else address
    canonical = f"{site.url}{site.folder(language if real else SOURCE_LANGUAGE)}{named}"
    crumbs = meta.get("crumbs", ())
    return SimpleNamespace(
        frame=frame,
        language=frame.language,
        content_language=meta["lang"],
        is_translated=real,
        direction=own["language.direction"],
        meta=meta,
        title=meta["title"],
        head_title=_head_title(meta, chrome["short_name"]),
        description=meta["description"],
        content=rendered.html,
        elements=set(_ELEMENT.findall(rendered.html)),
        classes=_classes(rendered.html),
        toc=[entry for entry in rendered.toc if entry.level == 2],  # noqa: PLR2004  (h2)
        t=own,
        chrome=chrome,
        path=path,
        is_standalone=path in STANDALONE,
        contact=inner(origin, "contact.md"),
        home=frame.home,
        base=frame.base,
        assets=frame.assets,
        canonical=canonical,
        noindex=not real or bool(meta.get("noindex")),
        alternates=_alternates(site, meta, address) if real else [],
        switch=list(_switch(site, language, path, meta, frame.base)),
        menu=frame.menu,
        tools=frame.tools,
        data=frame.data,
        crumbs=[(title, origin.rewrite(href)) for title, href in crumbs],
        related=[(title, origin.rewrite(href)) for title, href in meta.get("related", ())],
        previous=_neighbour(origin, meta, "previous"),
        next=_neighbour(origin, meta, "next"),
        original=f"{frame.base}{address}",
        service=render_service(
            own,
            title=meta["title"],
            name=chrome["name"],
            publisher=chrome["authority"],
            date=(meta.get("date") or meta.get("reviewed") or {}).get("text", ""),
            url=f"{site.url}{folder}{address}",
            email=chrome["feedback"]["email"],
        ),
        head=format_head(
            render_meta(
                meta,
                description=meta["description"],
                url=canonical,
                locale=own["language.locale"],
                name=chrome["name"],
                publisher=chrome["authority"],
                home=f"{site.url}{folder}",
                root=site.url,
                year=chrome["established"],
                image=_image(site, meta),
                crumbs=[(title, _absolute(site, language, path, href)) for title, href in crumbs],
            )
        ),
    )


def _classes(content: str) -> set[str]:
    """Return the first class of each element in HTML that has one: it tells what the element is."""
    return {part.partition('"')[0].partition(" ")[0] for part in content.split('class="')[1:]}


def _head_title(meta: Mapping[str, Any], name: str) -> str:
    """Return a page's title with the portal's name; that of a record with the name of its list first."""
    above = [title for title, _ in meta.get("crumbs", ())[1:]]
    parent = above[-1] if above else ""
    if "kind" in meta and parent:
        return fit_title(meta["title"], (parent, name), (parent,), (name,))
    return fit_title(meta["title"], (name,), (parent,))


def _absolute(site: Site, language: str, path: str, href: str) -> str:
    """Return the absolute address of a staged file that is named as seen from a page."""
    folder = path.rpartition("/")[0]
    file = posixpath.normpath(posixpath.join(folder, href.partition("#")[0]))
    return f"{site.url}{site.folder(language)}{page_address(file.removesuffix('.md'))}"


def _neighbour(origin: Origin, meta: Mapping[str, Any], key: str) -> tuple[str, str] | None:
    if key not in meta:
        return None
    title, href = meta[key]
    return title, origin.rewrite(href)


def _alternates(site: Site, meta: Mapping[str, Any], address: str) -> list[tuple[str, str]]:
    """Return absolute addresses of the real translations, with x-default for the source."""
    if meta.get("noindex"):
        return []
    links = [
        (language_tag(language), f"{site.url}{site.folder(language)}{address}")
        for language in site.languages
        if language in meta["alternates"]
    ]
    return [*links, ("x-default", f"{site.url}{site.folder(SOURCE_LANGUAGE)}{address}")]


def _switch(site: Site, language: str, path: str, meta: Mapping[str, Any], base: str) -> Iterator[Any]:
    """Yield the language switch: the same page in each language, and whether it is translated."""
    address = "" if path in STANDALONE else page_address(path)
    for entry in site.chrome[language]["languages"]:
        code = entry["code"]
        yield {
            **entry,
            "href": f"{base}{site.folder(code)}{address}",
            "current": code == language,
            "translated": code in meta["alternates"],
        }
