"""Lists of records: in pages of fifty, and for each value of a facet a list of its own.

A script filters what is on the page; without it, paging and the facets' pages lead everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from subportal.addresses import address_of, list_path
from subportal.markdown.blocks import fenced
from subportal.pages.orders import orders_of, ranks_of
from subportal.pages.pictures import address_in
from subportal.pages.record import withdrawal
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record

PAGE_SIZE = 50
Entry = Callable[[str, Any], dict[str, Any]]
"""Draws one line of a list: from the path of the list's page and the record."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A question by which a list can be narrowed."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    """Values and their names, in order."""
    values: Callable[[Any], Iterable[str]]
    """Tells which values a record has."""


def enum_facet(
    site: Site, key: str, records: Iterable[Any], name: Callable[[StrEnum], str], field: str = ""
) -> Facet:
    """Return the facet of a field with one of several values: those in use, as declared."""
    field = field or key
    used = {getattr(record, field) for record in records}
    order = list(cast("type[StrEnum]", type(next(iter(used))))) if used else []
    return Facet(
        key,
        site.string(f"listing.facet.{key}"),
        tuple((value.value, name(value)) for value in order if value in used),
        lambda record: (getattr(record, field).value,),
    )


def stage_lists(
    site: Site, kind: type[Record], records: Sequence[Record], entry: Entry, facets: Sequence[Facet] = ()
) -> Iterator[StagedPage]:
    """Yield the list of a kind and the list of each value of each facet, in pages of fifty."""
    title, description = site.list_title(kind), site.list_description(kind)
    listing = _Listing(site, kind, entry, facets)
    yield from listing.pages(list_path(kind), records, title, description)
    for facet in facets:
        for value, name in facet.options:
            members = [record for record in records if value in facet.values(record)]
            told = {"list": title, "facet": facet.label, "value": name}
            yield from listing.pages(
                f"{kind.folder}/{facet.key}/{value}",
                members,
                site.string("listing.facet_title", **told),
                site.string("listing.facet_description", **told, count=len(members)),
                parent=(title, address_of(kind, "")),
                more=site.list_description(kind),
            )


def reviewed_since(site: Site, records: Iterable[Record]) -> dict[str, str] | None:
    """Return the day since which every one of some records was reviewed, if all were."""
    days = [record.reviewed for record in records]
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return None
    day = min(known)
    return {"iso": day.isoformat(), "text": site.day(day)}


@dataclass(frozen=True, slots=True)
class _Listing:
    site: Site
    kind: type[Record]
    entry: Entry
    facets: Sequence[Facet]

    def pages(
        self,
        path: str,
        records: Sequence[Record],
        title: str,
        description: str,
        parent: tuple[str, str] | None = None,
        more: str = "",
    ) -> Iterator[StagedPage]:
        """Yield a list that begins at `path`; `parent` is the whole list, if this is a part of it.

        `more` is added to a short description.
        """
        orders = {"orders": orders_of(self.site, self.kind, records), "whole": len(records)}
        ranks = ranks_of(self.kind, records)
        for number, part in enumerate(chunks(records), 1):
            own = numbered(path, number)
            count = page_count(records)
            trail = self.site.section_crumb(self.kind.section) + ([parent] if parent else [])
            body = [
                f"{self.site.string('listing.count', count=len(records))}\n",
                self._browse(own, records) if number == 1 and not parent else "",
                self._list(own, part, ranks, orders),
                pager(self.site, path, number, count),
            ]
            yield self.site.stage(
                own,
                "\n".join(text for text in body if text),
                template="list.html",
                title=self.site.page_title(title, number),
                description=self.site.describe(self.site.page_title(description, number), more),
                section=self.kind.section,
                crumbs=self.site.crumbs(own, trail if number == 1 else [*trail, (title, f"{path}.md")]),
                reviewed_since=reviewed_since(self.site, records),
            )

    def _list(
        self,
        origin: str,
        records: Sequence[Record],
        ranks: Mapping[str, Mapping[str, int]],
        whole: Mapping[str, Any],
    ) -> str:
        items = []
        for record in records:
            item: dict[str, Any] = {
                "title": escape(self.site.text(record.title)),
                "href": self.site.relative(origin, address_of(self.kind, record.id)),
                **(self._gone(record) or self.entry(origin, record)),
                "facets": {facet.key: list(facet.values(record)) for facet in self.facets},
            }
            if record.pictures and not record.withdrawn:
                item["picture"] = address_in(origin, record.pictures[0])
            if ranks[record.id]:
                item["ranks"] = ranks[record.id]
            tag = self.site.tag(record.title)
            if tag:
                item["lang"] = tag
            items.append(item)
        data: dict[str, Any] = {"id": "list", "level": 2, "facets": questions(self.facets)}
        if whole["orders"]:
            data["orders"] = whole["orders"]
        if whole["whole"] > len(records):
            data["whole"] = whole["whole"]
            data["start"] = self.site.relative(origin, address_of(self.kind, ""))
        data["items"] = items
        return fenced("listing", data)

    def _gone(self, record: Record) -> dict[str, Any]:
        """Return what a list says of a record that was withdrawn."""
        if record.withdrawn is None:
            return {}
        return {"text": f"{withdrawal(self.site, record.withdrawn)} {self.site.marked(record.withdrawn.why)}"}

    def _browse(self, origin: str, records: Sequence[Record]) -> str:
        """Return links to the lists of all values with their lengths; they need no script."""
        rows = []
        for facet in self.facets:
            counts = Counter(value for record in records for value in facet.values(record))
            folder = self.site.relative(origin, f"{self.kind.folder}/{facet.key}")
            links = [
                f"[{escape(name)}]({folder}/{value}.md) ({counts[value]})"
                for value, name in facet.options
                if counts[value]
            ]
            if links:
                rows.append({"label": escape(facet.label), "value": " · ".join(links)})
        return fenced("facts", rows) if rows else ""


def questions(facets: Iterable[Facet]) -> list[dict[str, Any]]:
    """Return facets as the questions of a `listing` block."""
    return [
        {
            "key": facet.key,
            "label": facet.label,
            "options": [{"value": value, "label": name} for value, name in facet.options],
        }
        for facet in facets
    ]


def chunks(items: Sequence[Any], size: int = PAGE_SIZE) -> Iterator[Sequence[Any]]:
    """Yield the items page by page; one empty page for none."""
    for start in range(0, max(len(items), 1), size):
        yield items[start : start + size]


def page_count(items: Sized, size: int = PAGE_SIZE) -> int:
    """Return how many pages the items fill."""
    return max((len(items) + size - 1) // size, 1)


def numbered(path: str, number: int) -> str:
    """Return the path of a page of a list that begins at `path`."""
    return path if number == 1 else f"{path.removesuffix('index').rstrip('/')}/page/{number}"


def pager(site: Site, path: str, number: int, count: int) -> str:
    """Return links to the page before and the page after; nothing for a list of one page."""
    if count == 1:
        return ""
    own = numbered(path, number)

    def link(key: str, to: int) -> str:
        return f"[{site.string(key)}]({site.relative(own, f'{numbered(path, to)}.md')})"

    parts = [
        link("listing.previous", number - 1) if number > 1 else "",
        site.string("listing.page_of", page=number, pages=count),
        link("listing.next", number + 1) if number < count else "",
    ]
    return " · ".join(part for part in parts if part) + "\n"
