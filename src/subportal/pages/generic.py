"""The pages of every kind that has no module of its own: all of it from the kind's declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from subportal.pages.listing import Facet, stage_lists
from subportal.pages.record import named_by, stage_record
from subportal.pages.site import Site, by_title
from subportal.pages.staged import StagedPage
from subportal.pages.values import fact, facts, field_label, passages, value_name
from subportal.records import kinds
from subportal.records.base import PartialDate, Record, Ref, Text, Visibility
from subportal.slug import slugify


def render_record(site: Site, record: Record, *, extra: Iterable[str] = ()) -> StagedPage:
    """Return a record's page: summary, facts, `extra` sections, passages, and who names it."""
    origin = f"{record.folder}/{record.id}"
    parts = [
        site.paragraphs(getattr(record, "summary", None)),
        _stale(site, record),
        f"## {site.string('record.facts')} {{#facts}}\n",
        facts(site, origin, record),
        *extra,
        *passages(site, origin, record),
        named_by(site, origin, record),
    ]
    return stage_record(site, record, "\n".join(part for part in parts if part))


def render_lists(site: Site, kind: type[Record]) -> Iterable[StagedPage]:
    """Return the pages of a kind's list, ordered as the kind declares."""
    records = ordered(site, kind)
    return stage_lists(
        site, kind, records, lambda origin, one: entry(site, origin, one), facets_of(site, kind)
    )


def ordered(site: Site, kind: type[Record]) -> list[Record]:
    """Return the public records of a kind: the newest first, or by title."""
    shown = [one for one in site.portal.of(kind).values() if one.visibility is Visibility.PUBLIC]
    named = by_title(site, shown)
    if kind.newest_by:
        named.sort(key=lambda one: _day(getattr(one, kind.newest_by)), reverse=True)
    return named


def _day(value: Any) -> dt.date:
    match value:
        case PartialDate():
            return value.first
        case dt.date():
            return value
    return dt.date.min


def entry(site: Site, origin: str, record: Record) -> dict[str, Any]:
    """Return a line of the list: the sentence on the record, and the facts that its kind puts there."""
    rows = [
        [field_label(site, type(record), name), fact(site, origin, record, name)]
        for name in type(record).in_list
    ]
    line: dict[str, Any] = {"facts": [row for row in rows if row[1]]}
    summary = getattr(record, "summary", None)
    if summary:
        line["text"] = site.marked(summary)
    return line


def facets_of(site: Site, kind: type[Record]) -> Sequence[Facet]:
    """Return the kind's facets with the values that are in use."""
    records = [one for one in site.portal.of(kind).values() if one.visibility is Visibility.PUBLIC]
    found = [_facet(site, kind, name, records) for name in kind.facets]
    return [facet for facet in found if facet.options]


def _facet(site: Site, kind: type[Record], name: str, records: Iterable[Record]) -> Facet:
    named: dict[str, str] = {}
    rank: dict[str, Any] = {}
    for record in records:
        for value in _values(record, name):
            key = _key(value)
            if key not in named:
                shown = _named(site, kind, name, value)
                if shown:
                    named[key], rank[key] = shown, _rank(value, shown)
    options = sorted(named.items(), key=lambda option: rank[option[0]])

    def values(record: Record) -> list[str]:
        return [key for key in map(_key, _values(record, name)) if key in named]

    return Facet(name, field_label(site, kind, name), tuple(options), values)


def _values(record: Record, name: str) -> tuple[Any, ...]:
    value = getattr(record, name)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _key(value: Any) -> str:
    match value:
        case PartialDate():
            return value.iso[:4]
        case dt.date():
            return str(value.year)
        case Text():
            return slugify(value["vi"])
    return str(value)


def _named(site: Site, kind: type[Record], name: str, value: Any) -> str:
    """Return what a value of a facet is called; empty for a record that is not public."""
    marks = kind.model_fields[name].metadata
    reference = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if reference:
        other = site.portal.find(kinds()[reference.kind], value)
        return site.text(other.title) if other else ""
    match value:
        case StrEnum():
            return value_name(site, kind.kind, name, value)
        case Text():
            return site.text(value)
    return _key(value)


def _rank(value: Any, shown: str) -> Any:
    """Order values as declared, years with the newest first, names by the alphabet."""
    match value:
        case StrEnum():
            return list(type(value)).index(value)
        case PartialDate() | dt.date() | int():
            return -int(_key(value))
    return shown.casefold()


def _stale(site: Site, record: Record) -> str:
    """Return a notice on what may no longer hold, if the kind knows of such."""
    is_stale = getattr(record, "is_stale", None)
    if is_stale is None or not is_stale(site.portal.today):
        return ""
    return f"> [!NOTE]\n> {site.string('record.stale')}\n"
