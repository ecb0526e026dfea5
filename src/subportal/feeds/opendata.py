"""Open data: the public fields of records as JSON and CSV, with schemas made from their declaration."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from subportal.addresses import plan_files
from subportal.public import PublicPortal
from subportal.records.activity import Activity
from subportal.records.base import (
    SOURCE_LANGUAGE,
    PartialDate,
    Public,
    Text,
    Visibility,
)
from subportal.records.plan import Plan

BOM = "\ufeff"
"""Spreadsheet programs take UTF-8 for an old encoding without it."""


def public_data(model: BaseModel) -> dict[str, Any]:
    """Return a record's public fields as plain data; empty ones are left out."""
    data = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if _label(info.metadata) and value not in (None, (), False):
            data[name] = _plain(value)
    return data


def _label(metadata: list[Any]) -> Public | None:
    return next((mark for mark in metadata if isinstance(mark, Public)), None)


def _plain(value: Any) -> Any:
    match value:
        case Text():
            return dict(value)
        case BaseModel():
            return public_data(value)
        case tuple():
            return [_plain(item) for item in value]
        case PartialDate():
            return value.iso
        case dt.date():
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
        label = _label(info.metadata)
        if label is None:
            continue
        properties[name] = {
            **_type_schema(info.annotation),
            "title": label.en,
            "description": (info.description or "").strip(),
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
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        branches = [branch for branch in get_args(annotation) if branch is not type(None)]
        return _type_schema(branches[0])
    if origin is tuple:
        return {"type": "array", "items": _type_schema(get_args(annotation)[0])}
    if hasattr(annotation, "__metadata__"):
        return _type_schema(annotation.__origin__)
    return _plain_schema(annotation)


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
    names = {bool: "boolean", int: "integer", Decimal: "number"}
    return {"type": names.get(annotation, "string")}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def render_plan_data(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield, for each plan, itself with its activities as JSON, the activities as CSV, the schema."""
    for plan in portal.of(Plan).values():
        files = plan_files(plan, SOURCE_LANGUAGE)
        activities = [
            activity
            for activity in portal.of(Activity).values()
            if activity.plan == plan.id and activity.visibility is Visibility.PUBLIC
        ]
        data = {**public_data(plan), "activities": [public_data(item) for item in activities]}
        yield files["json"], _json(data)
        yield files["csv"], _activities_csv(portal, activities)
    if portal.of(Plan):
        yield files["schema"], _json(_plan_schema())


def _plan_schema() -> dict[str, Any]:
    schema = public_schema(Plan)
    schema["properties"]["activities"] = {"type": "array", "items": public_schema(Activity)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "External information plan and its public activities",
        **schema,
    }


def _activities_csv(portal: PublicPortal, activities: list[Activity]) -> bytes:
    """Return a line an activity; several values stand in one cell, with semicolons between them."""
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    titles = [f"title_{language}" for language in portal.languages]
    writer.writerow(["id", "clause", "type", *titles, "lead", "cooperating", "starts_on", "ends_on", "every"])
    for activity in activities:
        writer.writerow(
            [
                activity.id,
                activity.clause,
                activity.type.value,
                *(activity.title.get(language, "") for language in portal.languages),
                ";".join(activity.lead),
                ";".join(activity.cooperating),
                activity.period.starts_on.isoformat(),
                activity.period.ends_on.isoformat(),
                activity.period.every.value if activity.period.every else "",
            ]
        )
    return text.getvalue().encode()
