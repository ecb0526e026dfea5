"""Orders of a list that its reader may choose: by name, by a date, by an amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from subportal.pages.site import Site
from subportal.pages.values import field_label
from subportal.records.base import PartialDate, Record
from subportal.records.quantity import Quantity, Unit

_SCALE = {Unit.BILLION_VND: (Unit.MILLION_VND, Decimal(1000))}
"""Units that are multiples of others, so that amounts in both can be compared."""


def orders_of(site: Site, kind: type[Record], records: Sequence[Record]) -> list[dict[str, str]]:
    """Return the orders of a list as options: by name, and by the kind's fields that are set."""
    if len(records) < 2:  # noqa: PLR2004  (nothing to order)
        return []
    options = [{"value": "name", "label": site.string("listing.sort.name")}]
    for name in kind.sort_by:
        values = [value for record in records if (value := getattr(record, name)) is not None]
        if values:
            key = "listing.sort.most" if isinstance(values[0], Quantity) else "listing.sort.newest"
            options.append({"value": name, "label": site.string(key, field=field_label(site, kind, name))})
    return options


def ranks_of(kind: type[Record], records: Sequence[Record]) -> dict[str, dict[str, int]]:
    """Return by record's id its place in each order; those without a value come last."""
    ranks: dict[str, dict[str, int]] = {record.id: {} for record in records}
    for name in kind.sort_by:
        ordered = sorted(records, key=lambda record: _key(getattr(record, name)))
        if any(getattr(record, name) is not None for record in records):
            for rank, record in enumerate(ordered):
                ranks[record.id][name] = rank
    return ranks


def _key(value: Any) -> tuple[int, str, Decimal]:
    match value:
        case PartialDate():
            return 0, "", Decimal(-value.first.toordinal())
        case dt.date():
            return 0, "", Decimal(-value.toordinal())
        case Quantity():
            unit, factor = _SCALE.get(value.unit, (value.unit, Decimal(1)))
            return 0, _CURRENCIES.get(unit, unit.value), -value.value * factor
    return 1, "", Decimal(0)


_CURRENCIES = {Unit.MILLION_VND: ""}
"""Sums in the country's own currency come first; those in others are not converted."""
