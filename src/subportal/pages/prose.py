"""Pages that authors wrote, and what the generator adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from subportal.addresses import address_of
from subportal.locale import formats
from subportal.locale.strings import language_tag
from subportal.markdown.blocks import fenced
from subportal.markdown.blocks.base import parse, shape
from subportal.markdown.dialect import take_inventory, to_html
from subportal.markdown.headings import heading_ids
from subportal.pages.site import Site, escape, news, section_pages
from subportal.pages.staged import StagedPage
from subportal.portal import Page
from subportal.public import State
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE, Record
from subportal.records.figure import Figure

_FENCE = "```figures"


def render_prose(site: Site, page: Page) -> StagedPage:
    """Return a page as authored, with links resolved, figures filled in and its lists added."""
    prose = page.best(site.language)
    body = site.resolve(page.path, _fill_figures(site, prose.body))
    if page.is_index and page.section:
        body += _section_lists(site, page)
    return site.stage(
        page.path,
        body,
        template=_template(page),
        title=prose.title,
        description=prose.texts.description,
        identity=("page", page.path),
        language=prose.language,
        **_facts(site, page),
    )


def _template(page: Page) -> str:
    if page.is_index:
        return "section.html"
    return "news.html" if page.facts.date else "article.html"


def _facts(site: Site, page: Page) -> dict[str, Any]:
    facts = page.facts
    state = site.portal.state("page", page.path, site.language)
    trail = [] if page.is_index else site.section_crumb(page.section)
    meta: dict[str, Any] = {
        "section": page.section,
        "crumbs": site.crumbs(page.path, trail),
        "heading_ids": _original_ids(site, page),
        "sources": site.sources(facts.sources),
        "related": list(_related(site, page)),
        "sample": facts.sample,
    }
    if facts.date:
        meta["date"] = {"iso": facts.date.isoformat(), "text": site.day(facts.date)}
        meta.update(_neighbours(site, page))
    if facts.reviewed:
        meta["reviewed"] = {"iso": facts.reviewed.isoformat(), "text": site.day(facts.reviewed)}
    if state is State.OUTDATED and facts.updated:
        meta["since"] = site.day(facts.updated)
    if facts.dated:
        meta["dated"] = site.string("notice.dated")
    return meta


def _original_ids(site: Site, page: Page) -> list[str]:
    """Return the heading ids of the original, which all translations share."""
    if page.best(site.language).language == SOURCE_LANGUAGE:
        return []
    headings = take_inventory(to_html(page.prose[SOURCE_LANGUAGE].body)).headings
    return heading_ids([(heading.id, heading.text) for heading in headings])


def _related(site: Site, page: Page) -> Iterator[list[str]]:
    for address in page.facts.related:
        name, mark, identifier = address.partition(":")
        if mark:
            record = site.portal.find(kinds()[name], identifier)
            if record:
                target = address_of(type(record), record.id)
                yield [site.text(record.title), site.relative(page.path, target)]
        else:
            other = site.portal.pages.get(address.removesuffix(".md"))
            if other:
                yield [other.best(site.language).title, site.relative(page.path, address)]


def _neighbours(site: Site, page: Page) -> dict[str, list[str]]:
    """Return the older and the newer item of the news."""
    items = news(site.portal)
    index = next(i for i, item in enumerate(items) if item.path == page.path)
    found = {}
    if index + 1 < len(items):
        found["previous"] = _link(site, page, items[index + 1])
    if index > 0:
        found["next"] = _link(site, page, items[index - 1])
    return found


def _link(site: Site, origin: Page, target: Page) -> list[str]:
    title = target.best(site.language).title
    return [title, site.relative(origin.path, f"{target.path}.md")]


# Figures in the text ----------------------------------------------------------------------------


def _fill_figures(site: Site, body: str) -> str:
    """Replace each `figures` block by a `figure-table` block that holds the values."""
    if _FENCE not in body:
        return body
    out: list[str] = []
    inside: list[str] | None = None
    for line in body.split("\n"):
        if inside is not None:
            if line.strip().startswith("```"):
                references = shape(parse("\n".join(inside))) or {"items": []}
                out.append(figure_table(site, _found(site, references["items"])).rstrip("\n"))
                inside = None
            else:
                inside.append(line)
        elif line.strip() == _FENCE:
            inside = []
        else:
            out.append(line)
    return "\n".join(out)


def _found(site: Site, identifiers: Iterable[str]) -> list[Figure]:
    figures = (site.portal.find(Figure, identifier) for identifier in identifiers)
    return [figure for figure in figures if figure]


def figure_table(site: Site, figures: Iterable[Figure], *, anchors: bool = False) -> str:
    """Return figures as a block: value, date and source of each in the site's language."""
    rows: list[dict[str, Any]] = []
    for figure in figures:
        row: dict[str, Any] = {
            "label": site.marked(figure.title),
            "value": escape(formats.format_figure(figure, site.language)),
            "as_of": site.partial(figure.as_of),
            "sources": [[escape(source.title), source.url] for source in figure.sources],
        }
        if anchors:
            row["id"] = figure.id
        if figure.remark:
            row["remark"] = site.marked(figure.remark)
        rows.append(row)
    return fenced("figure-table", rows) if rows else ""


# First pages of sections ------------------------------------------------------------------------


def _section_lists(site: Site, page: Page) -> str:
    parts = []
    pages = section_pages(site.portal, page.section)
    if pages:
        parts.append(f"\n## {site.string('section.pages')} {{#pages}}\n")
        parts.append(fenced("cards", {"style": "cards", "items": page_cards(site, page.path, pages)}))
    items = [item for item in news(site.portal) if item.section == page.section]
    if items:
        parts.append(f"\n## {site.string('news.archive')} {{#news}}\n")
        for year in sorted({item.facts.date.year for item in items if item.facts.date}, reverse=True):
            of_year = [item for item in items if item.facts.date and item.facts.date.year == year]
            parts.append(f"\n### {site.string('news.archive_year', year=year)} {{#y{year}}}\n")
            cards = page_cards(site, page.path, of_year)
            parts.append(fenced("cards", {"style": "news", "items": cards}))
    records = list(_record_lists(site, page))
    if records:
        parts.append(f"\n## {site.string('section.records')} {{#records}}\n")
        parts.append(fenced("cards", {"style": "cards", "items": records}))
    return "\n".join(parts)


def _record_lists(site: Site, page: Page) -> Iterator[dict[str, Any]]:
    for kind in kinds().values():
        shown = list_kinds(site).get(kind.kind)
        if kind.section == page.section and shown:
            prefix = "figures" if kind is Figure else kind.kind
            yield {
                "title": site.string(f"{prefix}.list_title"),
                "href": site.relative(page.path, address_of(kind, "")),
                "text": site.string(f"{prefix}.list_description"),
                "meta": site.string("listing.count", count=shown),
            }


def list_kinds(site: Site) -> dict[str, int]:
    """Return the kinds that have anything to list, with how many records each shows."""
    counts = {}
    for name in kinds():
        records: Iterable[Record] = site.portal.records.get(name, {}).values()
        count = sum(record.visibility == "public" for record in records)
        if count:
            counts[name] = count
    return counts


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
