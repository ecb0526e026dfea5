"""Figures: a value with its unit, its date and its source."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from subportal.records.base import PartialDate, Public, Record, Text


def _read_number(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise PydanticCustomError("wrong_type", "wrong type", {"expected": "number"}) from None


Number = Annotated[Decimal, BeforeValidator(_read_number)]


class Qualifier(StrEnum):
    """How exact the source says that the value is."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    ESTIMATE = "estimate"
    TARGET = "target"


class Unit(StrEnum):
    """Units; their names in each language stand in `locale/`."""

    NONE = "none"
    PEOPLE = "people"
    UNITS = "units"
    GROUPS = "groups"
    MARKERS = "markers"
    PRODUCTS = "products"
    PROJECTS = "projects"
    ITEMS = "items"
    PERCENT = "percent"
    POINTS = "points"
    RANK = "rank"
    KM = "km"
    M = "m"
    KM2 = "km2"
    HA = "ha"
    CELSIUS = "celsius"
    MM = "mm"
    TONNE = "tonne"
    MW = "mw"
    MILLION_KWH = "million-kwh"
    MILLION_VND = "million-vnd"
    BILLION_VND = "billion-vnd"
    VISITORS = "visitors"


class Figure(Record):
    """A statistic. It never differs by language; only its writing does."""

    kind: ClassVar[str] = "figure"
    folder: ClassVar[str] = "figures"
    section: ClassVar[str] = "general"
    has_pages: ClassVar[bool] = False

    group: Annotated[str, Public("Nhóm", "Group", "类别")]
    """The group under which it is listed: land, people, economy, energy, tourism, border …"""
    value: Annotated[Number, Public("Giá trị", "Value", "数值")]
    """The number, with a point before decimals."""
    upper: Annotated[Number | None, Public("Đến", "To", "至")] = None
    """The upper end, where the source gives a range."""
    qualifier: Annotated[Qualifier, Public("Mức chính xác", "Precision", "精确度")] = Qualifier.EXACT
    """Exact, about, over, an estimate or a target."""
    unit: Annotated[Unit, Public("Đơn vị", "Unit", "单位")]
    """The unit."""
    as_of: Annotated[PartialDate, Public("Tính đến", "As of", "截至")]
    """The day, month or year for which the value holds."""
    remark: Annotated[Text | None, Public("Ghi chú", "Remark", "备注")] = None
    """What a reader must know: counting base, other values in circulation."""
    key: Annotated[bool, Public("Nổi bật", "Key figure", "关键数据")] = False
    """True for the few that the home page shows."""
