"""Dates and numbers in the manner of each language, by Babel and the patterns in `locale/`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

from subportal.locale.strings import strings
from subportal.records.base import PartialDate
from subportal.records.figure import Figure
from subportal.records.quantity import Quantity, Unit


@cache
def format_day(day: dt.date, language: str, *, pattern: str = "date.day") -> str:
    """Return a day: 23/1/2015, 23 January 2015, 2015年1月23日."""
    from babel.dates import format_date  # noqa: PLC0415  (slow to import, and often not needed)

    own = strings(language)
    return format_date(day, own[pattern], locale=own["language.locale"])


def format_partial(date: PartialDate, language: str) -> str:
    """Return a day, a month or a year, as exact as it is known."""
    return format_day(date.first, language, pattern=f"date.{date.precision}")


def format_range(first: dt.date, last: dt.date, language: str) -> str:
    """Return a span of days; one day stands alone."""
    if first == last:
        return format_day(first, language)
    return strings(language)["date.range"].format(
        first=format_day(first, language), last=format_day(last, language)
    )


@cache
def format_number(value: Decimal, language: str) -> str:
    """Return a number with the decimals that the source gives: 9.068,73 or 9,068.73."""
    from babel.numbers import format_decimal  # noqa: PLC0415  (slow to import)

    own = strings(language)
    exponent = value.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    pattern = "#,##0" if own["number.grouping"] == "true" else "0"
    if decimals:
        pattern += "." + "0" * decimals
    formatted: str = format_decimal(value, pattern, locale=own["language.locale"])
    return formatted


def format_quantity(value: Decimal, unit: Unit, language: str, upper: Decimal | None = None) -> str:
    """Return a number, or a range, with its unit in the language's own order and scale."""
    own = strings(language)
    factor = Decimal(own[f"unit.{unit}.factor"])
    number = format_number(_scale(value, factor), language)
    if upper is not None:
        high = format_number(_scale(upper, factor), language)
        number = own["number.range"].format(low=number, high=high)
    return own[f"unit.{unit}"].format(n=number)


def _scale(value: Decimal, factor: Decimal) -> Decimal:
    """Keep the source's own decimals unless the unit changes."""
    return value if factor == 1 else (value * factor).normalize()


def format_amount(amount: Figure | Quantity, language: str) -> str:
    """Return a figure's value as a reader of the language writes it: "about 400 km"."""
    quantity = format_quantity(amount.value, amount.unit, language, amount.upper)
    return strings(language)[f"qualifier.{amount.qualifier}"].format(n=quantity)


def format_figure(figure: Figure, language: str) -> str:
    """Return the value of a figure."""
    return format_amount(figure, language)
