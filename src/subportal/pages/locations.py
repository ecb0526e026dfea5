"""Where records lie: the coordinates that they or the places they name carry, by their declaration."""

from __future__ import annotations

from decimal import Decimal

from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import Record, Ref, Visibility

Point = tuple[Decimal, Decimal]
"""Longitude and latitude, in the order of GeoJSON."""
_FIELDS = frozenset({"latitude", "longitude"})


def points(portal: PublicPortal, record: Record) -> list[Point]:
    """Return the record's own point, or those of the places that it names."""
    if _has_fields(type(record)):
        return _own(record)
    found: dict[Point, None] = {}
    for name, info in type(record).model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Ref) and mark.kind in kinds() and _has_fields(kinds()[mark.kind]):
                value = getattr(record, name, None) or ()
                for identifier in (value,) if isinstance(value, str) else value:
                    place = portal.find(kinds()[mark.kind], identifier)
                    found.update(dict.fromkeys(_own(place) if place else ()))
    return list(found)


def located(portal: PublicPortal, kind: str) -> list[tuple[Record, list[Point]]]:
    """Return the public records of a kind that lie somewhere, with their points."""
    shown = (one for one in portal.records.get(kind, {}).values() if one.visibility is Visibility.PUBLIC)
    found = ((record, points(portal, record)) for record in shown)
    return [(record, where) for record, where in found if where]


def _has_fields(kind: type[Record]) -> bool:
    return _FIELDS.issubset(kind.model_fields)


def _own(record: Record) -> list[Point]:
    longitude, latitude = getattr(record, "longitude", None), getattr(record, "latitude", None)
    return [] if longitude is None or latitude is None else [(longitude, latitude)]
