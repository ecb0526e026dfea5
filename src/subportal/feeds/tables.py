"""Records as tables: columns made from the declaration of their kind, CSV, and a Table Schema."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from subportal.feeds.declared import bare_type, plain, public_label, public_schema
from subportal.records.base import Text

BOM = "\ufeff"
"""Spreadsheet programs take UTF-8 for an old encoding without it."""
SEPARATOR = "; "
"""Stands between several values in one cell."""
_TYPES = {"string", "integer", "number", "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and how to take that from a record."""

    name: str
    title: str
    description: str
    type: str
    cell: Callable[[BaseModel], str]


def columns(kind: type[BaseModel], languages: Sequence[str]) -> list[Column]:
    """Return the columns of a kind: a text has one a language, a part of one piece one a field."""
    return list(_columns(kind, languages, "", ""))


def _columns(kind: type[BaseModel], languages: Sequence[str], prefix: str, before: str) -> Iterator[Column]:
    properties = public_schema(kind)["properties"]
    for name, info in kind.model_fields.items():
        label = public_label(info.metadata)
        if label is None:
            continue
        full, title = f"{prefix}{name}", f"{before}{label.en}"
        bare = bare_type(info.annotation)
        inner = bare_type(get_args(bare)[0]) if get_origin(bare) is tuple else None
        description = properties[name]["description"]
        if bare is Text or inner is Text:
            for language in languages:
                cell = _text_cell(name, language)
                yield Column(f"{full}_{language}", f"{title} ({language})", description, "string", cell)
        elif inner is not None and _is_model(inner):
            if "title" in inner.model_fields and "url" in inner.model_fields:
                yield Column(full, title, description, "string", _titles_cell(name))
        elif _is_model(bare):
            for part in _columns(bare, languages, f"{full}_", f"{title}: "):
                yield Column(part.name, part.title, part.description, part.type, _inner_cell(name, part.cell))
        else:
            yield Column(full, title, description, _type(bare, properties[name]), _plain_cell(name))


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _type(bare: Any, schema: dict[str, Any]) -> str:
    if isinstance(bare, type) and issubclass(bare, dt.date):
        return "date"
    return schema["type"] if schema.get("type") in _TYPES else "string"


def _text_cell(name: str, language: str) -> Callable[[BaseModel], str]:
    def cell(record: BaseModel) -> str:
        value = getattr(record, name, None) or ()
        texts = (value,) if isinstance(value, Text) else value
        return SEPARATOR.join(text[language] for text in texts if language in text)

    return cell


def _titles_cell(name: str) -> Callable[[BaseModel], str]:
    def cell(record: BaseModel) -> str:
        parts: Iterable[Any] = getattr(record, name, None) or ()
        return SEPARATOR.join(f"{part.title} {part.url or ''}".strip() for part in parts)

    return cell


def _inner_cell(name: str, inner: Callable[[BaseModel], str]) -> Callable[[BaseModel], str]:
    def cell(record: BaseModel) -> str:
        value = getattr(record, name, None)
        return "" if value is None else inner(value)

    return cell


def _plain_cell(name: str) -> Callable[[BaseModel], str]:
    def cell(record: BaseModel) -> str:
        value = plain(getattr(record, name, None))
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list):
            return SEPARATOR.join(str(item) for item in value)
        return "" if value is None else str(value)

    return cell


def format_csv(found: Sequence[Column], records: Iterable[BaseModel]) -> bytes:
    """Return a line of names and a line a record (RFC 4180, UTF-8 with a byte order mark)."""
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in found])
    for record in records:
        writer.writerow([column.cell(record) for column in found])
    return text.getvalue().encode()


def table_schema(found: Sequence[Column]) -> dict[str, Any]:
    """Return the Table Schema of a table; a record is named by its id."""
    fields = [
        {"name": one.name, "type": one.type, "title": one.title, "description": one.description}
        for one in found
    ]
    return {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
