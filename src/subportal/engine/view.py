"""What a template is given: a staged page in the surroundings of its site. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from subportal.addresses import NOT_FOUND
from subportal.locale.strings import language_tag, strings
from subportal.markdown import Origin, Surroundings, render

SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same for all pages."""

    url: str
    """The site's address, with a slash at its end."""
    languages: tuple[str, ...]
    """The default language, which stands at the root, first."""
    chrome: Mapping[str, Mapping[str, Any]]
    """By language, what stands around its pages (`site.json`)."""
    assets: Mapping[str, str]
    """By name, the address of each stylesheet, script and drawing from the site's root."""

    @property
    def path(self) -> str:
        """Return the path part of the site's address."""
        return urlsplit(self.url).path or "/"

    def folder(self, language: str) -> str:
        """Return the folder of a language in the site: none for the default language."""
        return "" if language == self.languages[0] else f"{language}/"


def page_address(path: str) -> str:
    """Return where a page is served, from the home page of its language."""
    if path == "index" or path.endswith("/index"):
        return path.removesuffix("index")
    return f"{path}.html" if path == NOT_FOUND else f"{path}/"


def render_view(site: Site, language: str, path: str, meta: Mapping[str, Any], body: str) -> Any:
    """Return what a template shows of a staged page, its Markdown rendered."""
    own = strings(language)
    chrome = site.chrome[language]
    is_index = path == "index" or path.endswith("/index")
    absolute = f"{site.path}{site.folder(language)}" if path == NOT_FOUND else ""
    origin = Origin(
        depth=path.count("/"),
        is_index=is_index,
        at_root=site.folder(language) == "",
        absolute=absolute,
    )
    surroundings = Surroundings(
        language=meta["lang"],
        strings=own,
        origin=origin,
        heading_ids=tuple(meta.get("heading_ids", ())),
    )
    rendered = render(body, surroundings)
    up = _up(site, language, path)
    real = language in meta["alternates"]
    canonical_language = language if real else SOURCE_LANGUAGE
    address = page_address(path)
    return SimpleNamespace(
        language=chrome["tag"],
        content_language=meta["lang"],
        is_translated=real,
        direction=own["language.direction"],
        meta=meta,
        title=meta["title"],
        description=meta["description"],
        content=rendered.html,
        toc=[entry for entry in rendered.toc if entry.level == 2],  # noqa: PLR2004  (h2)
        t=own,
        chrome=chrome,
        path=path,
        home=origin.rewrite("../" * origin.depth + "index.md"),
        base=site.path if absolute else up,
        assets={name: f"{site.path if absolute else up}{place}" for name, place in site.assets.items()},
        canonical=f"{site.url}{site.folder(canonical_language)}{address}",
        noindex=not real or bool(meta.get("noindex")),
        alternates=_alternates(site, meta, address) if real else [],
        switch=list(_switch(site, language, path, meta, up, absolute=bool(absolute))),
        menu=[
            {
                **item,
                "href": _inner(origin, item["href"]),
                "current": item["section"] == meta.get("section"),
            }
            for item in chrome["menu"]
        ],
        tools=[{**item, "href": _inner(origin, item["href"])} for item in chrome["tools"]],
        data=[{**item, "href": _inner(origin, item["href"])} for item in chrome["data"]],
        crumbs=[(title, origin.rewrite(href)) for title, href in meta.get("crumbs", ())],
        related=[(title, origin.rewrite(href)) for title, href in meta.get("related", ())],
        previous=_neighbour(origin, meta, "previous"),
        next=_neighbour(origin, meta, "next"),
        original=f"{site.path if absolute else up}{address}",
    )


def _inner(origin: Origin, href: str) -> str:
    return origin.rewrite("../" * origin.depth + href)


def _neighbour(origin: Origin, meta: Mapping[str, Any], key: str) -> tuple[str, str] | None:
    if key not in meta:
        return None
    title, href = meta[key]
    return title, origin.rewrite(href)


def _up(site: Site, language: str, path: str) -> str:
    """Return the way from a page to the site's root."""
    steps = page_address(path).count("/") + site.folder(language).count("/")
    return "../" * steps or "./"


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


def _switch(site: Site, language: str, path: str, meta: Mapping[str, Any], up: str, *, absolute: bool) -> Any:
    """Yield the language switch: the same page in each language, and whether it is translated."""
    for entry in site.chrome[language]["languages"]:
        code = entry["code"]
        address = "" if path == NOT_FOUND else page_address(path)
        root = site.path if absolute else up
        yield {
            **entry,
            "href": f"{root}{site.folder(code)}{address}",
            "current": code == language,
            "translated": code in meta["alternates"],
        }
