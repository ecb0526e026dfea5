"""News: the newest on the first page, and behind it pages by number, year, month and topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from subportal.locale import formats
from subportal.locale.strings import language_tag
from subportal.markdown.blocks import fenced
from subportal.news import Dated
from subportal.pages.listing import chunks, numbered, page_count, pager
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.portal import Page
from subportal.public import PublicPortal
from subportal.reads import names_of
from subportal.records.base import PartialDate

NEWS = "news/index"
NEWEST = 20


def archive(portal: PublicPortal) -> dict[str, Callable[[Site], Iterator[StagedPage]]]:
    """Return by name what makes the pages behind the first page of the news; nothing without that page."""
    items = portal.news.items
    if NEWS not in names_of(portal.pages) or not items:
        return {}
    made: dict[str, Callable[[Site], Iterator[StagedPage]]] = {}
    for number in range(2, page_count(items, NEWEST) + 1):
        made[f"page/{number}"] = partial(_numbered, number)
    for year in _years(items):
        made[year] = partial(_of_year, year)
    for topic in {topic for item in items.values() for topic in item.topics}:
        made[f"topic/{topic}"] = partial(_of_topic, topic)
    return made


def _numbered(number: int, site: Site) -> Iterator[StagedPage]:
    items = site.portal.news.dated()
    part = list(items)[(number - 1) * NEWEST : number * NEWEST]
    title = site.string("news.of_page", page=number)
    body = [_cards(site, numbered(NEWS, number), part, level=2), _pager(site, number, items)]
    yield _stage(site, numbered(NEWS, number), title, "\n".join(body), len(items))


def _of_year(year: str, site: Site) -> Iterator[StagedPage]:
    items = site.portal.news.dated()
    of_year = _starting(items, year)
    months = _months(site, of_year)
    path = f"news/{year}/index"
    browse = _browse(site, path, "news.months", months)
    yield from _listed(site, path, site.string("news.of_year", year=year), list(of_year), browse)
    for month, name, _ in months:
        of_month = _starting(of_year, month.removeprefix("news/").replace("/", "-"))
        yield from _listed(site, month, site.string("news.of_month", month=name), list(of_month))


def _of_topic(topic: str, site: Site) -> Iterator[StagedPage]:
    for path, name, _ in _topics(site, site.portal.news.dated()):
        if path == f"news/topic/{topic}":
            of_topic = list(site.portal.news.dated(topic))
            yield from _listed(site, path, site.string("news.of_topic", topic=name), of_topic)


def _starting(items: Mapping[str, Dated], start: str) -> dict[str, Dated]:
    return {path: item for path, item in items.items() if item.date.isoformat().startswith(start)}


def section_news(site: Site, page: Page) -> str:
    """Return the newest items for the first page of a section, year by year, and where the rest is."""
    items = site.portal.news.dated()
    whole = page.path == NEWS
    own = items if whole else site.portal.news.dated(page.section)
    if not own:
        return ""
    parts = [f"\n## {site.string('news.archive')} {{#news}}\n"]
    shown = {path: own[path] for path in list(own)[:NEWEST]}
    for year in _years(shown):
        parts.append(f"\n### {site.string('news.archive_year', year=year)} {{#y{year}}}\n")
        parts.append(_cards(site, page.path, _starting(shown, year)))
    if whole:
        parts += ["\n", _pager(site, 1, items), _find(site, items)]
    elif NEWS in site.portal.pages and len(own) > NEWEST:
        target = site.relative(page.path, f"news/topic/{page.section}.md")
        parts.append(f"\n[{site.string('news.all_of_topic')}]({target}){{.more}}\n")
    return "\n".join(part for part in parts if part)


def item_topics(site: Site, page: Page) -> str:
    """Return links to the topics of an item."""
    if NEWS not in site.portal.pages:
        return ""
    links = [
        f"[{escape(site.title(f'{topic}/index'))}]({site.relative(page.path, f'news/topic/{topic}.md')})"
        for topic in page.facts.topics
        if f"{topic}/index" in site.portal.pages
    ]
    return (
        f"\n\n{site.string('news.item_topics')}{site.string('sentence.colon')}{site.join(links)}\n"
        if links
        else ""
    )


def page_cards(site: Site, origin: str, pages: Iterable[Page]) -> list[dict[str, Any]]:
    """Return links to pages with their descriptions, and the dates of news."""
    cards: list[dict[str, Any]] = []
    for page in pages:
        prose = page.best(site.language)
        card: dict[str, Any] = {
            "title": escape(prose.title),
            "href": site.relative(origin, f"{page.path}.md"),
            "text": escape(prose.texts.description),
        }
        if page.facts.date:
            card["meta"] = site.day(page.facts.date)
            card["datetime"] = page.facts.date.isoformat()
        if prose.language != site.language:
            card["lang"] = language_tag(prose.language)
        cards.append(card)
    return cards


def _cards(site: Site, origin: str, paths: Iterable[str], level: int = 3) -> str:
    pages = [site.portal.pages[path] for path in paths]
    data = {"style": "news", "level": level, "items": page_cards(site, origin, pages)}
    return fenced("cards", data)


def _pager(site: Site, number: int, items: Mapping[str, Dated]) -> str:
    return pager(site, NEWS, number, page_count(items, NEWEST))


def _listed(
    site: Site, path: str, title: str, items: Sequence[str], browse: str = ""
) -> Iterator[StagedPage]:
    for number, part in enumerate(chunks(items), 1):
        own = numbered(path, number)
        cards = _cards(site, own, part, level=2)
        body = [browse if number == 1 else "", cards, pager(site, path, number, page_count(items))]
        shown = site.page_title(title, number)
        yield _stage(site, own, shown, "\n".join(text for text in body if text), len(items))


def _stage(site: Site, path: str, title: str, body: str, count: int) -> StagedPage:
    return site.stage(
        path,
        body,
        template="list.html",
        title=title,
        description=site.describe(site.string("news.list_description", title=title, count=count)),
        section="news",
        crumbs=site.crumbs(path, site.section_crumb("news")),
    )


def _find(site: Site, items: Mapping[str, Dated]) -> str:
    """Return links to the years and topics of the news."""
    years = [
        (f"news/{year}/index", site.string("news.archive_year", year=year), _count(items, year))
        for year in _years(items)
    ]
    rows = [
        _row(site, NEWS, "news.years", years),
        _row(site, NEWS, "news.topics", _topics(site, items)),
    ]
    found = fenced("facts", [row for row in rows if row])
    return f"\n## {site.string('news.browse')} {{#browse}}\n\n{found}"


def _browse(site: Site, origin: str, key: str, links: Sequence[tuple[str, str, int]]) -> str:
    row = _row(site, origin, key, links)
    return fenced("facts", [row]) if row else ""


def _row(site: Site, origin: str, key: str, links: Sequence[tuple[str, str, int]]) -> dict[str, str]:
    shown = [
        f"[{escape(name)}]({site.relative(origin, f'{path}.md')}) ({count})" for path, name, count in links
    ]
    return {"label": site.string(key), "value": " · ".join(shown)} if shown else {}


def _months(site: Site, items: Mapping[str, Dated]) -> list[tuple[str, str, int]]:
    months = dict.fromkeys(item.date.isoformat()[:7] for item in items.values())
    return [
        (
            f"news/{month.replace('-', '/')}",
            formats.format_partial(PartialDate(month), site.language),
            _count(items, month),
        )
        for month in months
    ]


def _topics(site: Site, items: Mapping[str, Dated]) -> list[tuple[str, str, int]]:
    found = []
    for section in site.portal.settings.sections:
        count = sum(section in item.topics for item in items.values())
        if count and section != "news" and f"{section}/index" in site.portal.pages:
            found.append((f"news/topic/{section}", site.title(f"{section}/index"), count))
    return found


def _years(items: Mapping[str, Dated]) -> list[str]:
    return sorted({str(item.date.year) for item in items.values()}, reverse=True)


def _count(items: Mapping[str, Dated], start: str) -> int:
    return len(_starting(items, start))
