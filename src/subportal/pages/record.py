"""What the declaration of a record kind gives by itself: its facts, its page, its list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from pydantic.fields import FieldInfo

from subportal.addresses import address_of, list_path
from subportal.locale.strings import strings
from subportal.markdown.blocks import fenced
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.public import State
from subportal.records import kinds
from subportal.records.base import PartialDate, Public, Record, Ref, Text
from subportal.records.figure import Figure

E = TypeVar("E", bound=StrEnum)
NOT_FACTS = frozenset({"id", "title", "sources", "reviewed", "updated", "sample", "summary"})


def facts(site: Site, origin: str, record: Record, *, leave_out: Iterable[str] = ()) -> str:
    """Return the record's public fields that fit a line, as a `facts` block."""
    rows = []
    hidden = {*NOT_FACTS, *leave_out}
    for name, info in type(record).model_fields.items():
        public = next((mark for mark in info.metadata if isinstance(mark, Public)), None)
        value = getattr(record, name)
        if public is None or name in hidden or value in (None, (), False):
            continue
        shown = fact(site, origin, record, name, info)
        if shown:
            rows.append({"label": label(site, record.kind, name, public), "value": shown})
    return fenced("facts", rows) if rows else ""


def label(site: Site, kind: str, name: str, public: Public) -> str:
    """Return a field's label: the language's own string for it, or the declaration's."""
    own = strings(site.language).get(f"field.{kind}.{name}")
    return escape(own or public.label(site.language))


def field_label(site: Site, kind: type[Record], name: str) -> str:
    """Return the label of a public field of a kind."""
    marks = kind.model_fields[name].metadata
    return label(site, kind.kind, name, next(mark for mark in marks if isinstance(mark, Public)))


def fact(site: Site, origin: str, record: Record, name: str, info: FieldInfo) -> str:
    """Return one field's value as inline Markdown; empty for what has parts of its own."""
    value = getattr(record, name)
    reference = next((mark for mark in info.metadata if isinstance(mark, Ref)), None)
    if reference:
        identifiers = value if isinstance(value, tuple) else (value,)
        return site.links(origin, kinds()[reference.kind], identifiers)
    if isinstance(value, tuple):
        texts = [item for item in value if isinstance(item, Text)]
        return site.join(site.marked(item) for item in texts)
    return _plain(site, record.kind, name, value)


def _plain(site: Site, kind: str, name: str, value: Any) -> str:
    match value:
        case Text():
            return site.marked(value)
        case PartialDate():
            return site.partial(value)
        case dt.date():
            return site.day(value)
        case StrEnum():
            return escape(site.string(f"{kind}.{name}.{value}"))
        case str() if value.startswith("http"):
            return f"<{value}>"
        case str() | int():
            return escape(str(value))
    return ""


def stage_record(site: Site, record: Record, body: str, *, description: str = "") -> StagedPage:
    """Return the page of a record, with the meta data that all such pages have."""
    kind = type(record)
    path = address_of(kind, record.id).removesuffix(".md")
    name = site.text(record.title)
    list_title = site.string(f"{string_prefix(kind)}.list_title")
    trail = [*site.section_crumb(kind.section), (list_title, address_of(kind, ""))]
    meta: dict[str, Any] = {
        "section": kind.section,
        "kind": kind.kind,
        "id": record.id,
        "crumbs": site.crumbs(path, trail),
        "sources": site.sources(record.sources),
        "sample": record.sample,
    }
    if record.reviewed:
        meta["reviewed"] = {"iso": record.reviewed.isoformat(), "text": site.day(record.reviewed)}
    if site.portal.state(kind.kind, record.id, site.language) is State.OUTDATED and record.updated:
        meta["since"] = site.day(record.updated)
    tag = site.tag(record.title)
    if tag:
        meta["title_lang"] = tag
    return site.stage(
        path,
        body,
        template=f"{kind.kind}.html",
        title=name,
        description=description or site.string(f"{kind.kind}.page_description", name=name),
        identity=(kind.kind, record.id),
        **meta,
    )


def string_prefix(kind: type[Record]) -> str:
    """Return the prefix of a kind's interface strings."""
    return "figures" if kind is Figure else kind.kind


def stage_list(site: Site, kind: type[Record], body: str) -> StagedPage:
    """Return the list page of a kind."""
    path = list_path(kind)
    prefix = string_prefix(kind)
    return site.stage(
        path,
        body,
        template="list.html",
        title=site.string(f"{prefix}.list_title"),
        description=site.string(f"{prefix}.list_description"),
        section=kind.section,
        crumbs=site.crumbs(path, site.section_crumb(kind.section)),
    )


def facet(site: Site, key: str, options: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a question for a list's filter."""
    return {
        "key": key,
        "label": site.string(f"listing.facet.{key}"),
        "options": [{"value": value, "label": name} for value, name in options],
    }


def used_options(values: Iterable[E], text: Callable[[E], str]) -> list[tuple[str, str]]:
    """Return the values that are used, in the order of their declaration, with their names."""
    used = set(values)
    order = type(next(iter(used))) if used else ()
    return [(value.value, text(value)) for value in order if value in used]
