"""Pages that authors wrote, and what the generator adds to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subportal.addresses import address_of, record_address
from subportal.markdown.blocks import fenced
from subportal.markdown.dialect import inventory
from subportal.markdown.headings import heading_ids
from subportal.pages.charts import fill_charts
from subportal.pages.figuretable import fill_figures
from subportal.pages.gates import fill_gate_notices
from subportal.pages.maps import fill_maps
from subportal.pages.news import item_topics, page_cards, section_news
from subportal.pages.site import Site, section_pages
from subportal.pages.staged import StagedPage
from subportal.portal import Page, Prose
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE
from subportal.states import State


def render_prose(site: Site, page: Page) -> StagedPage:
    """Return a page as authored, with links resolved, figures filled in and its lists added."""
    prose = page.best(site.language)
    body = authored(site, page)
    if page.is_index and page.section:
        body += _section_lists(site, page)
    elif page.facts.date:
        body = body.rstrip("\n") + (item_topics(site, page) or "\n")
    return site.stage(
        page.path,
        body,
        template=_template(page),
        title=prose.title,
        description=_description(site, prose),
        identity=("page", page.path),
        language=prose.language,
        **_facts(site, page),
    )


def _description(site: Site, prose: Prose) -> str:
    text = prose.texts.description
    return site.describe(text) if prose.language == site.language else text


def authored(site: Site, page: Page) -> str:
    """Return the page's own Markdown: links resolved, figures filled in; none once it is withdrawn."""
    if page.facts.withdrawn:
        return ""
    body = fill_charts(site, fill_figures(site, page.best(site.language).body))
    body = fill_gate_notices(site, page.path, fill_maps(site, page.path, body))
    return site.resolve(page.path, body)


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
        if site.portal.news.is_recent(page.path) and not facts.sample:
            meta["publication"] = site.text(site.portal.settings.name)
        meta["related"] += [
            link
            for path in site.portal.news.alike(page.path)
            if (link := _link(site, page, site.portal.pages[path])) not in meta["related"]
        ]
    meta.update(_afterwards(site, page))
    if facts.reviewed:
        meta["reviewed"] = {"iso": facts.reviewed.isoformat(), "text": site.day(facts.reviewed)}
    if state is State.OUTDATED and facts.updated:
        meta["since"] = site.day(facts.updated)
    if facts.dated:
        meta["dated"] = site.string("notice.dated")
    return meta


def _afterwards(site: Site, page: Page) -> dict[str, Any]:
    """Return what became of the page after publication: corrections, withdrawal, the last change."""
    facts = page.facts
    days = [one.on for one in facts.corrections]
    found: dict[str, Any] = {}
    if facts.corrections:
        found["corrections"] = [
            {"date": site.day(one.on), "text": site.text(one.text), "lang": site.tag(one.text) or ""}
            for one in facts.corrections
        ]
    if facts.withdrawn:
        why = facts.withdrawn.why
        days.append(facts.withdrawn.on)
        found["withdrawn"] = {
            "date": site.day(facts.withdrawn.on),
            "text": site.text(why),
            "lang": site.tag(why) or "",
        }
        found["noindex"] = True
    if facts.updated:
        days.append(facts.updated)
    if days:
        found["modified"] = max(days).isoformat()
    return found


def _original_ids(site: Site, page: Page) -> list[str]:
    """Return the heading ids of the original, which all translations share."""
    if page.best(site.language).language == SOURCE_LANGUAGE:
        return []
    headings = inventory(page.prose[SOURCE_LANGUAGE].body).headings
    return heading_ids([(heading.id, heading.text) for heading in headings])


def _related(site: Site, page: Page) -> Iterator[list[str]]:
    for address in page.facts.related:
        name, mark, identifier = address.partition(":")
        if mark:
            record = site.portal.find(kinds()[name], identifier)
            if record:
                yield [site.text(record.title), site.relative(page.path, record_address(record))]
        else:
            other = site.portal.pages.get(address.removesuffix(".md"))
            if other:
                yield [other.best(site.language).title, site.relative(page.path, address)]


def _neighbours(site: Site, page: Page) -> dict[str, list[str]]:
    """Return the older and the newer item of the news."""
    beside = zip(("previous", "next"), site.portal.news.beside(page.path), strict=True)
    return {key: _link(site, page, site.portal.pages[path]) for key, path in beside if path}


def _link(site: Site, origin: Page, target: Page) -> list[str]:
    title = target.best(site.language).title
    return [title, site.relative(origin.path, f"{target.path}.md")]


# First pages of sections ------------------------------------------------------------------------


def _section_lists(site: Site, page: Page) -> str:
    parts = []
    pages = section_pages(site.portal, page.section)
    if pages:
        parts.append(f"\n## {site.string('section.pages')} {{#pages}}\n")
        parts.append(fenced("cards", {"style": "cards", "items": page_cards(site, page.path, pages)}))
    items = section_news(site, page)
    if items:
        parts.append(items)
    records = list(_record_lists(site, page))
    if records:
        parts.append(f"\n## {site.string('section.records')} {{#records}}\n")
        parts.append(fenced("cards", {"style": "cards", "items": records}))
    return "\n".join(parts)


def _record_lists(site: Site, page: Page) -> Iterator[dict[str, Any]]:
    for kind in kinds().values():
        shown = list_kinds(site).get(kind.kind)
        if kind.section == page.section and shown:
            yield {
                "title": site.list_title(kind),
                "href": site.relative(page.path, address_of(kind, "")),
                "text": site.list_description(kind),
                "meta": site.string("listing.count", count=shown),
            }


def list_kinds(site: Site) -> dict[str, int]:
    """Return the kinds that have anything to list, with how many records each shows."""
    counts = {name: site.portal.count(name) for name in kinds()}
    return {name: count for name, count in counts.items() if count}
