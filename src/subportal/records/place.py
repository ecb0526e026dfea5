"""Places: administrative units, today's and former ones, and geographical features."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Model,
    PartialDate,
    Passage,
    Public,
    Record,
    Ref,
    Source,
    Text,
    Url,
)
from subportal.records.quantity import Number, Quantity
from subportal.records.scalars import check_order


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
    BORDER_MARKER = "border-marker"
    ECONOMIC_ZONE = "economic-zone"


BORDER = frozenset({PlaceType.BORDER_GATE, PlaceType.BORDER_MARKER})
"""Types of which the portal tells neither coordinates nor installations."""


class GateType(Choice):
    """What sort of border gate it is, as the Vietnamese side ranks it."""

    INTERNATIONAL = "international", "Cửa khẩu quốc tế", "International border gate", "国际口岸"
    BILATERAL = "bilateral", "Cửa khẩu song phương", "Bilateral border gate", "双边口岸"
    SECONDARY = "secondary", "Cửa khẩu phụ", "Secondary border gate", "辅助口岸"
    CROSSING = "crossing", "Lối mở biên giới", "Border crossing", "边境通道"


class Operation(Model):
    """Whether a place is open, as a source said on a day."""

    as_of: Annotated[PartialDate, Public("Tính đến", "As of", "截至")]
    """The day, month or year for which it holds."""
    text: Annotated[Text, Public("Tình trạng", "State", "状态")]
    """Whether it is open, and for whom."""


class GateNoticeType(Choice):
    """What a notice of a border gate says."""

    HOURS = "hours", "Đổi giờ mở cửa", "Opening hours changed", "开放时间调整"
    CLOSED = "closed", "Tạm dừng qua lại", "Closed", "暂停通行"
    REOPENED = "reopened", "Hoạt động trở lại", "Open again", "恢复通行"
    OTHER = "other", "Lưu ý", "Please note", "提示"


class GateNotice(Model):
    """What the authority at a border gate announced for some days."""

    type: Annotated[GateNoticeType, Public("Loại", "Type", "类型")]
    """Hours changed, closed, open again, or something else."""
    starts_on: Annotated[Day, Public("Từ ngày", "From", "起")]
    """The first day on which it holds."""
    ends_on: Annotated[Day | None, Public("Đến ngày", "To", "止")] = None
    """The last day; without one, until further notice."""
    text: Annotated[Text, Public("Nội dung", "Text", "内容")]
    """What holds on these days."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1), Public("Nguồn", "Sources", "来源")]
    """Who announced it, and where."""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_order(self.starts_on, self.ends_on)
        return self

    def holds(self, day: dt.date) -> bool:
        """Tell whether it is to be shown on a day: it holds then, or will."""
        return self.ends_on is None or day <= self.ends_on


class Place(Record):
    """A place with its names and the dates between which they are valid."""

    kind: ClassVar[str] = "place"
    folder: ClassVar[str] = "places"
    section: ClassVar[str] = "general"
    thing: ClassVar[str] = "Place"
    facets: ClassVar[tuple[str, ...]] = ("type",)

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
    latitude: Annotated[Number | None, Public("Vĩ độ", "Latitude", "纬度")] = None
    """Degrees north; never for border gates and markers (E412)."""
    longitude: Annotated[Number | None, Public("Kinh độ", "Longitude", "经度")] = None
    """Degrees east; never for border gates and markers (E412)."""
    elevation: Annotated[Quantity | None, Public("Độ cao", "Elevation", "海拔")] = None
    """Height above the sea."""
    area: Annotated[Quantity | None, Public("Diện tích", "Area", "面积")] = None
    """The area."""
    gate: Annotated[GateType | None, Public("Loại cửa khẩu", "Type of gate", "口岸类别")] = None
    """For border gates: international, bilateral, secondary or crossing."""
    opposite: Annotated[Text | None, Public("Đối diện", "Opposite", "对应")] = None
    """For border gates: the gate and the county on the other side."""
    road: Annotated[Text | None, Public("Đường đến", "Road", "道路")] = None
    """The road that leads there."""
    operation: Annotated[Operation | None, Passage(), Public("Hoạt động", "Operation", "开放情况")] = None
    """Whether it is open, as a source said on a day."""
    notices: Annotated[tuple[GateNotice, ...], Public("Thông báo", "Notices", "通知")] = ()
    """For border gates: closings and changed hours; shown until their last day."""
    legal_basis: Annotated[
        tuple[Identifier, ...], Ref("document"), Public("Căn cứ pháp lý", "Legal basis", "法律依据")
    ] = ()
    """The documents by which it was established or ranked."""
    managed_by: Annotated[Identifier | None, Ref("agency"), Public("Quản lý", "Managed by", "管理机关")] = (
        None
    )
    """The agency that answers questions."""
    rules: Annotated[
        tuple[Text, ...], Passage(), Public("Quy định cho khách", "Rules for visitors", "访客须知")
    ] = ()
    """What visitors must know: papers, permits, what is not allowed."""
    website: Annotated[Url | None, Public("Trang web", "Website", "网站")] = None
    """Its official site."""

    def thing_of(self) -> str:
        """Return the type by which schema.org knows it: sights and caves are there to be visited."""
        return "TouristAttraction" if self.type in {PlaceType.SIGHT, PlaceType.CAVE} else self.thing
