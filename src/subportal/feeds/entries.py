"""What feeds tell: news in full, corrections and withdrawals, only in languages in which they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import urljoin

from subportal.addresses import address_of, page_url
from subportal.feeds.calendar import host
from subportal.locale.formats import format_day
from subportal.locale.strings import language_tag, strings
from subportal.markdown import Origin, Surroundings, render
from subportal.markdown.pictures import Shown
from subportal.media.picture import largest
from subportal.pages.pictures import pictures_in
from subportal.pages.prose import authored
from subportal.pages.site import Site
from subportal.portal import Page
from subportal.public import PublicPortal
from subportal.records.base import Record, Text
from subportal.records.page import Correction

NEWEST = 50
_TIME_ZONE = dt.timezone(dt.timedelta(hours=7))
_ADDRESS = re.compile(r'(<(?:a|img|source)\b[^>]*? (?:href|src)=")([^"]*)(")')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed tells."""

    id: str
    """Names it for ever, wherever the portal stands (RFC 4151)."""
    url: str
    title: str
    summary: str
    html: str
    """The full text, all addresses absolute."""
    published: dt.datetime
    updated: dt.datetime
    sections: tuple[str, ...]
    tags: tuple[str, ...]
    """The sections' names in the language of the feed."""
    image: str = ""
    """The address of the first photograph in it."""

    @property
    def order(self) -> tuple[dt.datetime, str]:
        """Return by what the newest is known."""
        return self.published, self.id


def entries(portal: PublicPortal, url: str, language: str) -> list[Entry]:
    """Return what each feed of a language may need, the newest first: the fifty newest of each section."""
    counts: dict[str, int] = {}
    found: list[Entry] = []
    for path, item in portal.news.dated().items():
        sections = ("", *item.topics)
        wanted = min(counts.get(section, 0) for section in sections) < NEWEST
        if (wanted or item.amended) and portal.has("page", path, language):
            found.extend(_of_page(portal, url, language, portal.pages[path]))
            for section in sections:
                counts[section] = counts.get(section, 0) + 1
    found.extend(
        _of_record(portal, url, language, portal.records[kind][name])
        for kind, name in portal.withdrawn()
        if portal.has(kind, name, language)
    )
    return sorted(found, key=lambda entry: entry.order, reverse=True)


def newest(found: list[Entry], section: str = "") -> list[Entry]:
    """Return the fifty newest entries, of all sections or of one."""
    return [entry for entry in found if not section or section in entry.sections][:NEWEST]


def moment(day: dt.date) -> dt.datetime:
    """Return the beginning of a day in Viet Nam."""
    return dt.datetime.combine(day, dt.time(), _TIME_ZONE)


def feed_id(portal: PublicPortal, name: str) -> str:
    """Return an identifier that does not depend on where the portal stands."""
    return f"tag:{host(portal)},{portal.settings.established}:{name}"


def _of_page(portal: PublicPortal, url: str, language: str, page: Page) -> Iterator[Entry]:
    facts, prose = page.facts, page.best(language)
    if facts.date is None:
        return
    site = Site(portal, language)
    names = [site.title(f"{section}/index") for section in portal.news.items[page.path].topics]
    identifier = feed_id(portal, f"{language}/{page.path}")
    address = page_url(url, portal.languages, language, f"{page.path}.md")
    days = [facts.date, *(one.on for one in facts.corrections)]
    if facts.updated:
        days.append(facts.updated)
    title, summary, published, image = prose.title, prose.texts.description, facts.date, ""
    if facts.withdrawn:
        own = strings(language)
        title = own["feeds.withdrawn"].format(title=title)
        summary, published = facts.withdrawn.why.best(language), facts.withdrawn.on
        days.append(published)
        html = _paragraph(facts.withdrawn.why, language)
    else:
        html, image = _full_text(site, page, address)
    common = {
        "url": address,
        "sections": portal.news.items[page.path].topics,
        "tags": tuple(name for name in names if name),
    }
    yield Entry(
        id=identifier,
        title=_clean(title),
        summary=_clean(summary),
        html=_clean(html),
        image=f"{url}{image}" if image else "",
        published=moment(published),
        updated=moment(max(days)),
        **common,  # type: ignore[arg-type]
    )
    if not facts.withdrawn:
        for number, correction in enumerate(facts.corrections, 1):
            texts = _correction(prose.title, correction, language)
            name = f"{identifier}#correction-{number}"
            when = moment(correction.on)
            yield Entry(id=name, **texts, published=when, updated=when, **common)  # type: ignore[arg-type]


def _of_record(portal: PublicPortal, url: str, language: str, record: Record) -> Entry:
    """Return the news that a record was withdrawn."""
    kind, withdrawn = type(record), record.withdrawn
    if withdrawn is None:
        message = f"{record.kind}/{record.id} stands"
        raise ValueError(message)
    title = strings(language)["feeds.withdrawn"].format(title=record.title.best(language))
    tag = Site(portal, language).title(f"{kind.section}/index")
    return Entry(
        id=feed_id(portal, f"{language}/{kind.folder}/{record.id}#withdrawn"),
        url=page_url(url, portal.languages, language, address_of(kind, record.id)),
        title=_clean(title),
        summary=_clean(withdrawn.why.best(language)),
        html=_paragraph(withdrawn.why, language),
        published=moment(withdrawn.on),
        updated=moment(withdrawn.on),
        sections=(kind.section,),
        tags=(tag,) if tag else (),
    )


def _correction(title: str, correction: Correction, language: str) -> dict[str, str]:
    text = _clean(correction.text.best(language))
    day = format_day(correction.on, language)
    return {
        "title": _clean(strings(language)["feeds.correction"].format(title=title, date=day)),
        "summary": text,
        "html": _paragraph(correction.text, language),
    }


def _full_text(site: Site, page: Page, address: str) -> tuple[str, str]:
    """Return the page's text with absolute addresses, and where in the site its first photograph stands."""
    origin = Origin(
        depth=page.path.count("/"),
        is_index=page.is_index,
        at_root=site.language == site.portal.languages[0],
    )
    body = authored(site, page)
    pictures = pictures_in(site, body)
    if not pictures:
        return _kept_html(body, address, site.language, origin), ""
    image = next((largest(shown)[0] for shown in pictures.values() if "base" in shown), "")
    return _html(body, address, site.language, origin, pictures), image


@lru_cache(maxsize=1024)
def _kept_html(body: str, address: str, language: str, origin: Origin) -> str:
    """Return `_html` of a text without pictures, of which a preview asks again and again."""
    return _html(body, address, language, origin, {})


def _html(body: str, address: str, language: str, origin: Origin, pictures: Mapping[str, Shown]) -> str:
    around = Surroundings(
        language=language_tag(language),
        strings=strings(language),
        origin=origin,
        pictures=pictures,
        plain_pictures=True,
    )
    html = render(body, around).html
    return _ADDRESS.sub(lambda match: match[1] + urljoin(address, match[2]) + match[3], html)


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def _paragraph(text: Text, language: str) -> str:
    """Return a text as a paragraph, marked with its language if it is not that of the feed."""
    own = text.language(language)
    mark = "" if own == language else f' lang="{language_tag(own)}"'
    return f"<p{mark}>{escape(_clean(text.best(language)))}</p>"
