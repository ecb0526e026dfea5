"""Places: administrative units, today's and former ones, and geographical features."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from subportal.records.base import Identifier, PartialDate, Public, Record, Ref, Text


class PlaceType(StrEnum):
    """What sort of place it is."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    WARD = "ward"
    COMMUNE = "commune"
    VILLAGE = "village"
    PEAK = "peak"
    RIVER = "river"
    PASS = "pass"  # noqa: S105  (a mountain pass)
    PLATEAU = "plateau"
    CAVE = "cave"
    SIGHT = "sight"
    BORDER_GATE = "border-gate"
    ECONOMIC_ZONE = "economic-zone"


class Place(Record):
    """A place with its names and the dates between which they are valid."""

    kind: ClassVar[str] = "place"
    folder: ClassVar[str] = "places"
    section: ClassVar[str] = "general"

    type: Annotated[PlaceType, Public("Loại", "Type", "类型")]
    """Commune, ward, former district, peak …"""
    code: Annotated[str | None, Public("Mã đơn vị", "Code", "代码")] = None
    """Five-digit code of a commune or ward."""
    within: Annotated[Identifier | None, Ref("place"), Public("Thuộc", "Within", "隶属")] = None
    """The unit of which it is a part."""
    formerly: Annotated[Text | None, Public("Trước đây", "Formerly", "原属")] = None
    """The former unit in which it stood, with its date."""
    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """One to three sentences."""
    valid_from: Annotated[PartialDate | None, Public("Từ", "From", "自")] = None
    """Since when the unit has existed."""
    valid_to: Annotated[PartialDate | None, Public("Đến", "Until", "至")] = None
    """The last day on which it existed."""
    succeeded_by: Annotated[tuple[Identifier, ...], Ref("place"), Public("Nay là", "Now", "现为")] = ()
    """The units that followed it."""
