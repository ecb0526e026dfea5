"""What the declaration of a record kind gives to machines: its public fields as data, and their schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from subportal.records.base import SOURCE_LANGUAGE, PartialDate, Public, Text
from subportal.records.described import descriptions

_NAMES = {bool: "boolean", int: "integer", float: "number", Decimal: "number"}


def public_label(metadata: list[Any]) -> Public | None:
    """Return the mark that makes a field public, if it has one."""
    return next((mark for mark in metadata if isinstance(mark, Public)), None)


def bare_type(annotation: Any) -> Any:
    """Return the type of a field without `None` and without its marks."""
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        return bare_type(next(one for one in get_args(annotation) if one is not type(None)))
    return bare_type(annotation.__origin__) if hasattr(annotation, "__metadata__") else annotation


def public_data(model: BaseModel) -> dict[str, Any]:
    """Return a record's public fields as plain data; empty ones are left out."""
    data = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name, None)
        if public_label(info.metadata) and value not in (None, (), False):
            data[name] = plain(value)
    return data


def plain(value: Any) -> Any:
    """Return a field's value as JSON can write it."""
    match value:
        case Text() | Mapping():
            return dict(value)
        case BaseModel():
            return public_data(value)
        case tuple():
            return [plain(item) for item in value]
        case PartialDate():
            return value.iso
        case dt.date() | dt.time():
            return value.isoformat()
        case Enum():
            return value.value
        case Decimal():
            return float(value) if value % 1 else int(value)
    return value


def public_schema(kind: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `public_data` gives for a kind."""
    properties: dict[str, Any] = {}
    required = []
    for name, info in kind.model_fields.items():
        label = public_label(info.metadata)
        if label is None:
            continue
        properties[name] = {
            **_type_schema(info.annotation),
            "title": label.en,
            "description": descriptions(kind).get(name, ""),
        }
        if info.is_required():
            required.append(name)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _type_schema(annotation: Any) -> dict[str, Any]:
    bare = bare_type(annotation)
    origin = get_origin(bare)
    if origin is tuple:
        return {"type": "array", "items": _type_schema(get_args(bare)[0])}
    if origin is Literal:
        return {"enum": list(get_args(bare))}
    return {"type": "object"} if origin is not None else _plain_schema(bare)


def _plain_schema(annotation: Any) -> dict[str, Any]:
    if annotation is Text:
        return {
            "type": "object",
            "properties": {SOURCE_LANGUAGE: {"type": "string"}},
            "required": [SOURCE_LANGUAGE],
            "additionalProperties": {"type": "string"},
        }
    if annotation is PartialDate:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    if issubclass(annotation, dt.date):
        return {"type": "string", "format": "date"}
    if issubclass(annotation, Enum):
        return {"type": "string", "enum": [member.value for member in annotation]}
    if issubclass(annotation, BaseModel):
        return public_schema(annotation)
    return {"type": _NAMES.get(annotation, "string")}
