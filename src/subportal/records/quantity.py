"""Quantities: a number with its unit, and how exact it is; shared by several kinds."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from subportal.records.base import Model, PartialDate, Public, Text


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
    MILLION_USD = "million-usd"
    MILLION_CNY = "million-cny"
    VISITORS = "visitors"
    COPIES = "copies"
    MINUTES = "minutes"


MONEY = frozenset({Unit.MILLION_VND, Unit.BILLION_VND, Unit.MILLION_USD, Unit.MILLION_CNY})


class Quantity(Model):
    """A number with its unit, as a source gives it."""

    value: Annotated[Number, Public("Giá trị", "Value", "数值")]
    """The number, with a point before decimals."""
    upper: Annotated[Number | None, Public("Đến", "To", "至")] = None
    """The upper end, where the source gives a range."""
    qualifier: Annotated[Qualifier, Public("Mức chính xác", "Precision", "精确度")] = Qualifier.EXACT
    """Exact, about, over, an estimate or a target."""
    unit: Annotated[Unit, Public("Đơn vị", "Unit", "单位")]
    """The unit."""
    as_of: Annotated[PartialDate | None, Public("Tính đến", "As of", "截至")] = None
    """The day, month or year for which the value holds."""
    remark: Annotated[Text | None, Public("Ghi chú", "Remark", "备注")] = None
    """What a reader must know."""


class Money(Quantity):
    """A sum of money; its unit names the currency."""

    @model_validator(mode="after")
    def _unit_is_money(self) -> Self:
        if self.unit not in MONEY:
            known = ", ".join(sorted(MONEY))
            raise PydanticCustomError("enum", "no money", {"at": "unit", "expected": known})
        return self
