"""The fields of a record as inline Markdown, by their declared types."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from subportal.locale import formats
from subportal.locale.lunar import format_lunar
from subportal.locale.strings import language_tag, strings
from subportal.lunar import LunarDate
from subportal.markdown.blocks import fenced
from subportal.pages.pictures import address_in
from subportal.pages.site import Site, escape
from subportal.records import kinds
from subportal.records.base import (
    SOURCE_LANGUAGE,
    Choice,
    Media,
    PartialDate,
    Passage,
    Public,
    Record,
    Ref,
    Source,
    Text,
)
from subportal.records.lunarrule import LunarRule
from subportal.records.quantity import Quantity

NOT_FACTS = frozenset(
    {"id", "title", "sources", "reviewed", "updated", "sample", "summary", "withdrawn", "pictures"}
)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_EMPTY: tuple[object, ...] = (None, (), False, "")


def facts(
    site: Site, origin: str, record: Record, *, leave_out: Iterable[str] = (), own_name: bool = True
) -> str:
    """Return the record's public fields that fit a line, as a `facts` block."""
    rows = [
        *(_own_name(site, record) if own_name else ()),
        *rows_of(site, origin, record, {*NOT_FACTS, *leave_out}),
    ]
    return fenced("facts", rows) if rows else ""


def rows_of(site: Site, origin: str, model: BaseModel, hidden: Iterable[str] = ()) -> list[dict[str, str]]:
    """Return label and value of each public field of a record, or of a part of one."""
    kind = model.kind if isinstance(model, Record) else ""
    rows = []
    for name, public, info in public_fields(type(model)):
        if name in hidden or any(isinstance(mark, Passage) for mark in info.metadata):
            continue
        shown = fact(site, origin, model, name, info)
        if shown:
            rows.append({"label": label(site, kind, name, public), "value": shown})
    return rows


@cache
def public_fields(model: type[BaseModel]) -> tuple[tuple[str, Public, FieldInfo], ...]:
    """Return the public fields of a declaration in their order."""
    return tuple(
        (name, mark, info)
        for name, info in model.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, Public)
    )


def _own_name(site: Site, record: Record) -> Iterator[dict[str, str]]:
    """Yield the Vietnamese name on pages in other languages: it is the one that signs and maps bear."""
    if site.language != SOURCE_LANGUAGE and site.language in record.title:
        yield {
            "label": strings(SOURCE_LANGUAGE)["language.name"],
            "value": escape(record.title[SOURCE_LANGUAGE]),
            "lang": language_tag(SOURCE_LANGUAGE),
        }


def label(site: Site, kind: str, name: str, public: Public) -> str:
    """Return a field's label: the language's own string for it, or the declaration's."""
    own = strings(site.language).get(f"field.{kind}.{name}")
    return escape(own or public.label(site.language))


def field_label(site: Site, kind: type[Record], name: str) -> str:
    """Return the label of a public field of a kind."""
    return next(label(site, kind.kind, name, public) for one, public, _ in public_fields(kind) if one == name)


def value_name(site: Site, kind: str, field: str, value: StrEnum) -> str:
    """Return the name of one of several values: the language's own string, or the declaration's."""
    own = strings(site.language).get(f"{kind}.{field}.{value}")
    return own or (value.label(site.language) if isinstance(value, Choice) else value.value)


def fact(site: Site, origin: str, model: BaseModel, name: str, info: FieldInfo | None = None) -> str:
    """Return one field's value as inline Markdown; empty for what fits no line."""
    value = getattr(model, name)
    if value in _EMPTY:
        return ""
    marks = (info or type(model).model_fields[name]).metadata
    reference = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if reference:
        identifiers = value if isinstance(value, tuple) else (value,)
        return site.links(origin, kinds()[reference.kind], identifiers)
    if any(isinstance(mark, Media) for mark in marks):
        return f"[{escape(str(value).rpartition('/')[2])}](<{address_in(origin, value)}>)"
    return _inline(site, model.kind if isinstance(model, Record) else "", name, value)


def _inline(site: Site, kind: str, name: str, value: Any) -> str:  # noqa: C901  (a case a type)
    match value:
        case tuple():
            plain = [item for item in value if not isinstance(item, BaseModel)]
            return site.join(_inline(site, kind, name, item) for item in plain)
        case Text():
            return site.marked(value)
        case PartialDate():
            return site.partial(value)
        case dt.date():
            return site.day(value)
        case StrEnum():
            return escape(value_name(site, kind, name, value))
        case Quantity():
            return quantity(site, value)
        case LunarRule():
            return escape(format_rule(value, site.language))
        case True:
            return site.string("record.yes")
        case Decimal():
            return escape(formats.format_number(value, site.language))
        case str() | int():
            return _words(name, str(value))
    return ""


def _words(name: str, text: str) -> str:
    if text.startswith(("http://", "https://")):
        return f"<{text}>"
    if _EMAIL.fullmatch(text):
        return f"[{escape(text)}](mailto:{text})"
    if name == "telephone":
        return f"[{escape(text)}](tel:{re.sub(r'[^0-9+]', '', text)})"
    return escape(text)


def quantity(site: Site, value: Quantity) -> str:
    """Return a quantity with its date and its remark."""
    notes = [
        site.string("quantity.as_of", date=site.partial(value.as_of)) if value.as_of else "",
        site.marked(value.remark),
    ]
    amount = escape(formats.format_amount(value, site.language))
    told = "; ".join(note for note in notes if note)
    return site.string("quantity.noted", amount=amount, note=told) if told else amount


def format_rule(rule: LunarRule, language: str) -> str:
    """Return a lunar rule in words: day 9 to day 10 of the third lunar month."""
    own = strings(language)
    if rule.eve_of_tet:
        return own["lunar.eve_of_tet"]
    if f"lunar.day.{rule.day}" not in own or f"lunar.month.{rule.month}" not in own:
        return ""
    last = (rule.day or 1) + rule.days - 1
    if rule.days == 1 or f"lunar.day.{last}" not in own:
        return format_lunar(LunarDate(0, rule.month or 1, rule.day or 1), language)
    return own["lunar.span"].format(
        first=own[f"lunar.day.{rule.day}"],
        last=own[f"lunar.day.{last}"],
        month=own[f"lunar.month.{rule.month}"],
    )


def passages(site: Site, origin: str, record: Record) -> Iterator[str]:
    """Yield a section of Markdown for each public field that fills one."""
    for name, public, info in public_fields(type(record)):
        value = getattr(record, name)
        if value not in _EMPTY and any(isinstance(mark, Passage) for mark in info.metadata):
            anchor = name.replace("_", "-")
            heading = f"## {label(site, record.kind, name, public)} {{#{anchor}}}"
            yield f"{heading}\n\n{_passage(site, origin, record.kind, name, value)}\n"


def _passage(site: Site, origin: str, kind: str, name: str, value: Any) -> str:
    match value:
        case Text():
            return site.paragraphs(value).rstrip("\n")
        case tuple():
            return "\n".join(f"- {_inline(site, kind, name, item)}" for item in value)
        case BaseModel():
            rows = rows_of(site, origin, value, ("sources",))
            return fenced("facts", rows).rstrip("\n")
    return _inline(site, kind, name, value)


def source_links(site: Site, sources: Iterable[Source]) -> str:
    """Return sources as one line of links; empty for none."""
    cited = [f"[{escape(one.title)}](<{one.url}>)" if one.url else escape(one.title) for one in sources]
    return f"{site.string('sources')}{site.string('sentence.colon')}{'; '.join(cited)}" if cited else ""
