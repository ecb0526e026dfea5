"""News: the newest on the first page, and behind it pages by number, year, month and topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from subportal.locale import formats
from subportal.locale.strings import language_tag
from subportal.markdown.blocks import fenced
from subportal.pages.listing import chunks, numbered, page_count, pager
from subportal.pages.site import Site, escape, news
from subportal.pages.staged import StagedPage
from subportal.portal import Page
from subportal.records.base import PartialDate

NEWS = "news/index"
NEWEST = 20
_RELATED = 3


def render_archive(site: Site) -> Iterator[StagedPage]:
    """Yield the pages behind the first page of the news; none in a portal without that page."""
    items = news(site.portal)
    if NEWS not in site.portal.pages or not items:
        return
    for number, part in enumerate(chunks(items, NEWEST), 1):
        if number > 1:
            title = site.string("news.of_page", page=number)
            body = [_cards(site, numbered(NEWS, number), part), _pager(site, number, items)]
            yield _stage(site, numbered(NEWS, number), title, "\n".join(body), len(items))
    for year in _years(items):
        of_year = [item for item in items if _iso(item)[:4] == year]
        browse = _browse(site, f"news/{year}/index", "news.months", _months(site, of_year))
        yield from _listed(
            site, f"news/{year}/index", site.string("news.of_year", year=year), of_year, browse
        )
        for month, name, _ in _months(site, of_year):
            of_month = [item for item in of_year if _iso(item)[:7].replace("-", "/") == month[5:]]
            yield from _listed(site, month, site.string("news.of_month", month=name), of_month)
    for path, name, _ in _topics(site, items):
        topic = path.rpartition("/")[2]
        of_topic = [item for item in items if topic in sections_of(item)]
        yield from _listed(site, path, site.string("news.of_topic", topic=name), of_topic)


def sections_of(page: Page) -> tuple[str, ...]:
    """Return the sections to whose news an item belongs: its own and its topics."""
    return tuple(dict.fromkeys((page.section, *page.facts.topics)))


def section_news(site: Site, page: Page) -> str:
    """Return the newest items for the first page of a section, year by year, and where the rest is."""
    items = news(site.portal)
    whole = page.path == NEWS
    own = items if whole else [item for item in items if page.section in sections_of(item)]
    if not own:
        return ""
    parts = [f"\n## {site.string('news.archive')} {{#news}}\n"]
    shown = own[:NEWEST]
    for year in _years(shown):
        of_year = [item for item in shown if _iso(item)[:4] == year]
        parts.append(f"\n### {site.string('news.archive_year', year=year)} {{#y{year}}}\n")
        parts.append(_cards(site, page.path, of_year))
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


def near(site: Site, page: Page) -> list[Page]:
    """Return the items of the page's folder, and at its edge of the folder beside it, the newest first.

    A page of the news reads no more than these, so that one item more does not change all pages.
    """
    folder = page.path.rpartition("/")[0]
    items = _dated(site, folder)
    if page in (items[0], items[-1]):
        folders = sorted({path.rpartition("/")[0] for path in site.portal.pages})
        index = folders.index(folder)
        for beside in folders[max(index - 1, 0) : index + 2]:
            items += _dated(site, beside) if beside != folder else []
        items = _newest_first(items)
    return items


def _dated(site: Site, folder: str) -> list[Page]:
    paths = [path for path in site.portal.pages if path.rpartition("/")[0] == folder]
    return _newest_first(item for item in map(site.portal.pages.__getitem__, paths) if item.facts.date)


def _newest_first(items: Iterable[Page]) -> list[Page]:
    return sorted(items, key=lambda item: (_iso(item), item.path), reverse=True)


def related_items(page: Page, items: Sequence[Page]) -> list[Page]:
    """Return the items nearest in time that share a topic with this one."""
    topics = set(page.facts.topics)
    sharing = [item for item in items if item.path != page.path and topics & set(item.facts.topics)]
    return sorted(sharing, key=lambda item: (abs(_days(item) - _days(page)), item.path))[:_RELATED]


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


def _cards(site: Site, origin: str, items: Iterable[Page], level: int = 3) -> str:
    data = {"style": "news", "level": level, "items": page_cards(site, origin, items)}
    return fenced("cards", data)


def _pager(site: Site, number: int, items: Sequence[Page]) -> str:
    return pager(site, NEWS, number, page_count(items, NEWEST))


def _listed(
    site: Site, path: str, title: str, items: Sequence[Page], browse: str = ""
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
        description=site.string("news.list_description", title=title, count=count),
        section="news",
        crumbs=site.crumbs(path, site.section_crumb("news")),
    )


def _find(site: Site, items: Sequence[Page]) -> str:
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


def _months(site: Site, items: Sequence[Page]) -> list[tuple[str, str, int]]:
    months = dict.fromkeys(_iso(item)[:7] for item in items)
    return [
        (
            f"news/{month.replace('-', '/')}",
            formats.format_partial(PartialDate(month), site.language),
            _count(items, month),
        )
        for month in months
    ]


def _topics(site: Site, items: Sequence[Page]) -> list[tuple[str, str, int]]:
    found = []
    for section in site.portal.settings.sections:
        count = sum(section in sections_of(item) for item in items)
        if count and section != "news" and f"{section}/index" in site.portal.pages:
            found.append((f"news/topic/{section}", site.title(f"{section}/index"), count))
    return found


def _years(items: Iterable[Page]) -> list[str]:
    return sorted({_iso(item)[:4] for item in items}, reverse=True)


def _count(items: Iterable[Page], start: str) -> int:
    return sum(_iso(item).startswith(start) for item in items)


def _iso(item: Page) -> str:
    return item.facts.date.isoformat() if item.facts.date else ""


def _days(item: Page) -> int:
    return item.facts.date.toordinal() if item.facts.date else 0
