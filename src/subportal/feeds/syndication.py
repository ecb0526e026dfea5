"""News feeds: Atom 1.0 (RFC 4287), RSS 2.0 and JSON Feed 1.1, a language and a section each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from subportal.addresses import exchange_file, feed_file, page_url
from subportal.feeds.entries import Entry, entries, feed_id, moment, newest
from subportal.locale.strings import language_tag, strings
from subportal.pages.feeds import feed_sections
from subportal.pages.site import Site
from subportal.public import PublicPortal
from subportal.records.agency import Agency

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is, in whatever form it is written."""

    id: str
    title: str
    description: str
    language: str
    """Its language tag."""
    home: str
    """The address of the page whose news it tells."""
    path: str
    """Its own place, from the site's root."""
    url: str
    """Its own address."""
    author: str
    rights: str
    entries: tuple[Entry, ...]
    first_year: int

    @property
    def updated(self) -> dt.datetime:
        """Return the last change of what it tells."""
        return max((one.updated for one in self.entries), default=moment(dt.date(self.first_year, 1, 1)))


def render_syndication(portal: PublicPortal, url: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of a language: of all news and of each section's, and the one for other portals."""
    site = Site(portal, language)
    found = entries(portal, url, language)
    for section in ("", *feed_sections(portal)):
        for form, write in _WRITERS.items():
            feed = _feed(site, url, feed_file(language, form, section), section, found)
            yield feed.path, write(feed)
    exchange = _feed(site, url, exchange_file(language), "", found)
    yield exchange.path, _rss(exchange, credit=strings(language)["feeds.credit"])


def _feed(site: Site, url: str, path: str, section: str, found: list[Entry]) -> Feed:
    portal, settings = site.portal, site.portal.settings
    authority = portal.find(Agency, settings.authority)
    name = site.text(settings.name)
    author = site.text(authority.title) if authority else name
    title = site.title(f"{section}/index") if section else ""
    page = f"{section}/index.md" if section else "index.md"
    return Feed(
        id=feed_id(portal, path.rpartition(".")[0]),
        title=f"{title} – {site.text(settings.short_name)}" if title else name,
        description=site.text(settings.description),
        language=language_tag(site.language),
        home=page_url(url, portal.languages, site.language, page),
        path=path,
        url=f"{url}{path}",
        author=author,
        rights=f"© {settings.established} {author}. {site.string('footer.reuse', name=name)}",
        entries=tuple(newest(found, section)),
        first_year=settings.established,
    )


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text, quote=False)}</{name}>\n"


def _atom(feed: Feed) -> bytes:
    head = (
        _tag("id", feed.id)
        + _tag("title", feed.title)
        + _tag("subtitle", feed.description)
        + _tag("updated", feed.updated.isoformat())
        + f"<author>{_tag('name', feed.author).strip()}<uri>{escape(feed.home)}</uri></author>\n"
        + _tag("rights", feed.rights)
        + f'<link rel="self" type="application/atom+xml" href="{escape(feed.url)}"/>\n'
        + f'<link rel="alternate" type="text/html" href="{escape(feed.home)}"/>\n'
    )
    body = "".join(_atom_entry(feed, one) for one in feed.entries)
    opening = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(feed.language)}">'
    return f"{_XML}{opening}\n{head}{body}</feed>\n".encode()


def _atom_entry(feed: Feed, entry: Entry) -> str:
    tags = "".join(f'<category term="{escape(tag)}"/>\n' for tag in entry.tags)
    if entry.image:
        tags += f'<link rel="enclosure" type="image/jpeg" href="{escape(entry.image)}"/>\n'
    return (
        "<entry>\n"
        + _tag("id", entry.id)
        + _tag("title", entry.title)
        + f'<link rel="alternate" type="text/html" hreflang="{feed.language}" href="{escape(entry.url)}"/>\n'
        + _tag("published", entry.published.isoformat())
        + _tag("updated", entry.updated.isoformat())
        + tags
        + _tag("summary", entry.summary)
        + _tag("content", entry.html, ' type="html"')
        + "</entry>\n"
    )


def _rss_date(when: dt.datetime) -> str:
    """Return a moment as RFC 5322 writes it, in English whatever the system speaks."""
    day, month = _DAYS[when.weekday()], _MONTHS[when.month - 1]
    return f"{day}, {when:%d} {month} {when:%Y %H:%M:%S %z}"


def _rss(feed: Feed, credit: str = "") -> bytes:
    head = (
        _tag("title", feed.title)
        + _tag("link", feed.home)
        + _tag("description", feed.description)
        + _tag("language", feed.language)
        + _tag("copyright", feed.rights)
        + _tag("lastBuildDate", _rss_date(feed.updated))
        + f'<atom:link rel="self" type="application/rss+xml" href="{escape(feed.url)}"/>\n'
    )
    items = "".join(_rss_item(feed, one, credit) for one in feed.entries)
    return (f'{_XML}<rss version="2.0" {_NAMESPACES}>\n<channel>\n{head}{items}</channel>\n</rss>\n').encode()


def _rss_item(feed: Feed, entry: Entry, credit: str) -> str:
    """Return an item; with `credit`, it names in its text and its data where it was first published."""
    html, source = entry.html, ""
    if credit:
        link = f'<a href="{escape(entry.url)}">{escape(entry.url)}</a>'
        html += f"\n<p>{escape(credit).format(name=escape(feed.author), link=link)}</p>"
        source = (
            _tag("dc:source", entry.url)
            + _tag("dc:rights", feed.rights)
            + _tag("source", feed.title, f' url="{escape(feed.url)}"')
        )
    return (
        "<item>\n"
        + _tag("title", entry.title)
        + _tag("link", entry.url)
        + _tag("guid", entry.id, ' isPermaLink="false"')
        + _tag("pubDate", _rss_date(entry.published))
        + "".join(_tag("category", tag) for tag in entry.tags)
        + _tag("dc:creator", feed.author)
        + source
        + _tag("description", entry.summary)
        + _tag("content:encoded", html)
        + "</item>\n"
    )


def _json_feed(feed: Feed) -> bytes:
    items = [
        {
            "id": one.id,
            "url": one.url,
            "title": one.title,
            "summary": one.summary,
            "content_html": one.html,
            "date_published": one.published.isoformat(),
            "date_modified": one.updated.isoformat(),
            "tags": list(one.tags),
            **({"image": one.image} if one.image else {}),
        }
        for one in feed.entries
    ]
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.author, "url": feed.home}],
        "_rights": {"about": feed.home, "text": feed.rights},
        "items": items,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


_WRITERS: dict[str, Callable[[Feed], bytes]] = {"atom": _atom, "rss": _rss, "json": _json_feed}
