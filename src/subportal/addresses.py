"""Where things stand in the staged tree and in the site: one place for every address."""

from __future__ import annotations

from collections.abc import Sequence

from subportal.records.base import Record
from subportal.records.plan import Plan

DATA = "data/v1"
"""Paths below it never change; another shape of the data would stand under `data/v2`."""
CALENDAR = "calendar"
FEEDS = "feeds"
SITEMAP = "sitemap"
NOT_FOUND = "404"
OFFLINE = "offline"
STANDALONE = (NOT_FOUND, OFFLINE)
"""Pages that answer for any address, and therefore name others by their whole path."""
CALENDAR_PAGE = "calendar"
DATA_PAGE = "data"
FEEDS_PAGE = "feeds"
SEARCH = "search"
RESERVED = (SITEMAP, *STANDALONE, SEARCH, CALENDAR_PAGE, DATA_PAGE, FEEDS_PAGE)
"""Pages of the site that neither authors nor records make."""
FEED_FORMS = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
"""The forms of a feed, by the ends of their names, with their media types."""


def list_path(kind: type[Record]) -> str:
    """Return the path of a kind's list page, without `.md`."""
    return f"{kind.folder}/{kind.list_page}"


def group_path(kind: type[Record], group: str) -> str:
    """Return the path of the list of one group of records without pages, without `.md`."""
    return f"{kind.folder}/{group}"


def address_of(kind: type[Record], identifier: str) -> str:
    """Return where a kind's list stands in the staged tree, or the page of one of its records."""
    return f"{kind.folder}/{identifier}.md" if identifier else f"{list_path(kind)}.md"


def record_address(record: Record) -> str:
    """Return where a record stands in the staged tree: its page, or its line in the list of its group."""
    kind = type(record)
    if kind.has_pages:
        return address_of(kind, record.id)
    return f"{group_path(kind, getattr(record, kind.grouped_by))}.md#{record.id}"


def served_at(file: str) -> str:
    """Return where a page is served, from the home page of its language, given its staged file."""
    path = file.partition("#")[0].removesuffix(".md")
    return path.removesuffix("index") if path.rpartition("/")[2] == "index" else f"{path}/"


def plan_files(plan: Plan, language: str) -> dict[str, str]:
    """Return the data files of a plan, from the site's root, by what they are."""
    return {
        "calendar": f"{CALENDAR}/{plan.id}.{language}.ics",
        "json": f"{DATA}/plan/{plan.id}.json",
        "csv": f"{DATA}/plan/{plan.id}-activities.csv",
        "schema": f"{DATA}/schema/plan.json",
    }


def data_files(kind: str) -> dict[str, str]:
    """Return the data files of a kind, from the site's root, by what they are."""
    return {
        "json": f"{DATA}/{kind}.json",
        "csv": f"{DATA}/{kind}.csv",
        "geojson": f"{DATA}/{kind}.geojson",
        "schema": f"{DATA}/schema/{kind}.json",
    }


def calendar_file(language: str, group: str = "all") -> str:
    """Return the calendar of all events, or of those of one group, from the site's root."""
    return f"{CALENDAR}/events/{group}.{language}.ics"


def record_calendar_file(kind: str, identifier: str, language: str) -> str:
    """Return the calendar of one record, from the site's root."""
    return f"{CALENDAR}/{kind}/{identifier}.{language}.ics"


def feed_file(language: str, form: str, section: str = "") -> str:
    """Return the feed of all news, or of one section's, from the site's root."""
    return f"{FEEDS}/section/{section}.{language}.{form}" if section else f"{FEEDS}/all.{language}.{form}"


def exchange_file(language: str) -> str:
    """Return the feed for portals that republish the news, from the site's root."""
    return f"{FEEDS}/exchange.{language}.rss"


def page_url(url: str, languages: Sequence[str], language: str, file: str) -> str:
    """Return the absolute address of a page, given its file in the language's staged folder."""
    folder = "" if language == languages[0] else f"{language}/"
    path, mark, fragment = file.partition("#")
    path = path.removesuffix(".md")
    if path == "index" or path.endswith("/index"):
        inner = path.removesuffix("index")
    else:
        inner = f"{path}.html" if path in STANDALONE else f"{path}/"
    return f"{url}{folder}{inner}{mark}{fragment}"
