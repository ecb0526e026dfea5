"""Figures: a value with its unit, its date and its source."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from subportal.records.base import Flag, Model, PartialDate, Public, Record, Text
from subportal.records.quantity import Number, Qualifier, Unit


class FigureGroup(StrEnum):
    """The groups of the list of figures, in its order."""

    LAND = "land"
    PEOPLE = "people"
    ADMINISTRATION = "administration"
    ECONOMY = "economy"
    AGRICULTURE = "agriculture"
    ENERGY = "energy"
    TOURISM = "tourism"
    BORDER = "border"
    CULTURE = "culture"


class Point(Model):
    """The value at another time."""

    as_of: Annotated[PartialDate, Public("Tính đến", "As of", "截至")]
    """The day, month or year for which it holds."""
    value: Annotated[Number, Public("Giá trị", "Value", "数值")]
    """The number, in the figure's unit."""


class Figure(Record):
    """A statistic. It never differs by language; only its writing does."""

    kind: ClassVar[str] = "figure"
    folder: ClassVar[str] = "figures"
    section: ClassVar[str] = "general"
    has_pages: ClassVar[bool] = False
    grouped_by: ClassVar[str] = "group"

    group: Annotated[FigureGroup, Public("Nhóm", "Group", "类别")]
    """The group under which it is listed."""
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
    series: Annotated[tuple[Point, ...], Public("Qua các thời điểm", "Over time", "历年数据")] = ()
    """The same measure at other times, counted in the same way, the oldest first."""
    remark: Annotated[Text | None, Public("Ghi chú", "Remark", "备注")] = None
    """What a reader must know: counting base, other values in circulation."""
    key: Annotated[Flag, Public("Nổi bật", "Key figure", "关键数据")] = False
    """True for the few that the home page shows."""

    @model_validator(mode="after")
    def _series_goes_forward(self) -> Self:
        for one, other in pairwise(self.series):
            if other.as_of.first <= one.as_of.first:
                raise PydanticCustomError(
                    "ends_before_start",
                    "series goes back",
                    {"at": "series", "value": other.as_of.iso, "start": one.as_of.iso},
                )
        return self
