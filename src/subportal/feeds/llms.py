"""`llms.txt`: what the portal is and where things are, for programs that read on somebody's behalf."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import (
    DATA_PAGE,
    FEEDS_PAGE,
    SITEMAP,
    feed_file,
    list_path,
    page_url,
)
from subportal.locale.strings import strings
from subportal.pages.data import has_data
from subportal.pages.site import Site
from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import Visibility


def llms_file(languages: tuple[str, ...], language: str) -> str:
    """Return the file of a language; that of the default language bears the name that is looked for."""
    return "llms.txt" if language == languages[0] else f"llms.{language}.txt"


def render_llms(portal: PublicPortal, url: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the file of a language: the portal in a sentence, sections, lists, data, terms of use."""
    site = Site(portal, language)
    settings = portal.settings
    lines = [
        f"# {site.text(settings.name)}",
        f"> {site.text(settings.description)}",
        " ".join(
            filter(
                None, (site.string("llms.reuse", name=site.text(settings.name)), site.text(settings.licence))
            )
        ),
        _part(site, "llms.sections", _sections(site, url)),
        _part(site, "llms.lists", _lists(site, url)),
        _part(site, "llms.data", _data(site, url)),
        _part(site, "languages", _languages(site, url)),
    ]
    text = "\n\n".join(line for line in lines if line) + "\n"
    yield llms_file(tuple(portal.languages), language), text.encode()


def _part(site: Site, key: str, entries: Iterator[tuple[str, str, str]]) -> str:
    lines = [f"- [{title}]({address})" + (f": {text}" if text else "") for title, address, text in entries]
    return f"## {site.string(key)}\n\n" + "\n".join(lines) if lines else ""


def _address(site: Site, url: str, file: str) -> str:
    return page_url(url, site.portal.languages, site.language, file)


def _sections(site: Site, url: str) -> Iterator[tuple[str, str, str]]:
    for section in site.portal.settings.sections:
        page = site.portal.pages.get(f"{section}/index")
        if page:
            prose = page.best(site.language)
            yield prose.menu, _address(site, url, f"{section}/index.md"), prose.texts.description


def _lists(site: Site, url: str) -> Iterator[tuple[str, str, str]]:
    for kind in kinds().values():
        if any(one.visibility is Visibility.PUBLIC for one in site.portal.of(kind).values()):
            file = f"{list_path(kind)}.md"
            yield site.list_title(kind), _address(site, url, file), site.list_description(kind)


def _data(site: Site, url: str) -> Iterator[tuple[str, str, str]]:
    if has_data(site.portal):
        yield (
            site.string("data.title"),
            _address(site, url, f"{DATA_PAGE}.md"),
            site.string("data.description"),
        )
        yield "datapackage.json", f"{url}data/v1/datapackage.json", ""
    yield (
        site.string("feeds.title"),
        _address(site, url, f"{FEEDS_PAGE}.md"),
        site.string("feeds.description"),
    )
    yield site.string("feeds.all"), f"{url}{feed_file(site.language, 'atom')}", "Atom"
    yield site.string("sitemap.title"), _address(site, url, f"{SITEMAP}.md"), ""
    yield "sitemap.xml", f"{url}sitemap.xml", ""


def _languages(site: Site, url: str) -> Iterator[tuple[str, str, str]]:
    languages = tuple(site.portal.languages)
    for language in languages:
        yield strings(language)["language.name"], f"{url}{llms_file(languages, language)}", ""
