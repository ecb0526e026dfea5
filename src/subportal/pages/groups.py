"""Lists of kinds whose records have no pages: a page for each group, and one that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from subportal.addresses import address_of, group_path, list_path, record_address
from subportal.markdown.blocks import fenced
from subportal.pages.listing import reviewed_since
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record, Visibility

_NAMED = 3
"""So many records of a group are named where a link leads to it."""
Body = Callable[[Sequence[Record]], str]
"""Writes the records of a group on its page."""


def stage_groups(site: Site, kind: type[Record], body: Body, intro: str = "") -> Iterator[StagedPage]:
    """Yield the list of a kind: the page that leads to its groups, and a page for each of them."""
    groups: dict[Any, list[Record]] = {}
    for record in site.portal.of(kind).values():
        groups.setdefault(getattr(record, kind.grouped_by), []).append(record)
    order = [group for group in type(next(iter(groups))) if group in groups]
    title, whole = site.list_title(kind), list_path(kind)
    names = {group: site.string(f"{kind.kind}.group.{group}") for group in order}
    cards = [_card(site, whole, names[group], groups[group]) for group in order]
    yield _stage(
        site,
        kind,
        whole,
        intro + fenced("cards", {"level": 2, "items": cards}),
        title=title,
        description=site.list_description(kind),
        records=[record for group in order for record in groups[group]],
    )
    for group in order:
        yield _stage(
            site,
            kind,
            group_path(kind, group),
            body(by_title(site, groups[group])),
            title=site.string("listing.facet_title", list=title, value=names[group]),
            description=site.describe(
                site.string("listing.group_description", value=names[group], count=len(groups[group])),
                site.list_description(kind),
            ),
            records=groups[group],
            parent=(title, address_of(kind, "")),
        )


def _card(site: Site, origin: str, name: str, records: Sequence[Record]) -> dict[str, Any]:
    """Return a link to a group that names the first of its records."""
    first = " · ".join(site.marked(record.title) for record in by_title(site, records)[:_NAMED])
    return {
        "title": escape(name),
        "href": site.relative(origin, record_address(records[0]).partition("#")[0]),
        "text": first + (" …" if len(records) > _NAMED else ""),
        "meta": site.string("listing.count", count=len(records)),
    }


def _stage(
    site: Site,
    kind: type[Record],
    path: str,
    body: str,
    *,
    title: str,
    description: str,
    records: Sequence[Record],
    parent: tuple[str, str] | None = None,
) -> StagedPage:
    return site.stage(
        path,
        body,
        template="list.html",
        title=title,
        description=description,
        section=kind.section,
        crumbs=site.crumbs(path, site.section_crumb(kind.section) + ([parent] if parent else [])),
        reviewed_since=reviewed_since(
            site, (record for record in records if record.visibility is Visibility.PUBLIC)
        ),
    )
