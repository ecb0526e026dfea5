"""What stands around pages: the site, and the frame that pages of a language and section share. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from subportal.addresses import SEARCH, STANDALONE
from subportal.locale.strings import strings
from subportal.markdown import Origin


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
    frames: dict[tuple[str, str, str], Frame] = field(default_factory=dict)
    """Those that were made."""

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
    return f"{path}.html" if path in STANDALONE else f"{path}/"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around all pages of a language at one depth and in one section."""

    key: tuple[str, str, str]
    """Tells frames of a site apart."""
    language: str
    t: Mapping[str, str]
    chrome: Mapping[str, Any]
    home: str
    search: str
    """The way to the page that shows what a search finds."""
    base: str
    """The way to the root of the site."""
    assets: Mapping[str, str]
    menu: tuple[Mapping[str, Any], ...]
    tools: tuple[Mapping[str, Any], ...]
    data: tuple[Mapping[str, Any], ...]
    announcements: tuple[Mapping[str, Any], ...]


def frame_of(site: Site, language: str, origin: Origin, base: str, section: str) -> Frame:
    """Return what stands around a page, made once for all that have the same."""
    key = (language, base if not origin.absolute else "/", section)
    found = site.frames.get(key)
    if found is None:
        chrome = site.chrome[language]
        own = site.path if origin.absolute else base

        def linked(items: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
            return tuple({**item, "href": inner(origin, item["href"])} for item in items)

        found = site.frames[key] = Frame(
            key=key,
            language=chrome["tag"],
            t=strings(language),
            chrome=chrome,
            home=inner(origin, "index.md"),
            search=inner(origin, f"{SEARCH}.md"),
            base=own,
            assets={name: f"{own}{place}" for name, place in site.assets.items()},
            menu=tuple({**item, "current": item["section"] == section} for item in linked(chrome["menu"])),
            tools=linked(chrome["tools"]),
            data=linked(chrome["data"]),
            announcements=tuple(
                {**one, "href": _anywhere(origin, one.get("href", ""))} for one in chrome["announcements"]
            ),
        )
    return found


def inner(origin: Origin, href: str) -> str:
    """Return an address that is told from the language's folder, as seen from a page."""
    return origin.rewrite("../" * origin.depth + href)


def _anywhere(origin: Origin, href: str) -> str:
    """Return an address that may lead out of the site, or nowhere."""
    return href if not href or ":" in href else inner(origin, href)


def way_up(site: Site, language: str, path: str) -> str:
    """Return the way from a page to the site's root."""
    steps = page_address(path).count("/") + site.folder(language).count("/")
    return "../" * steps or "./"
