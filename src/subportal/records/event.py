"""Events: festivals, fairs, exhibitions and meetings, on solar days or by the lunar calendar."""

import datetime as dt
from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Label,
    Model,
    Passage,
    Public,
    Record,
    Ref,
    Source,
    Text,
    Url,
)
from subportal.records.lunarrule import LunarRule
from subportal.records.scalars import check_order

Span = tuple[dt.date, dt.date]


class EventType(Choice):
    """What sort of event it is."""

    FESTIVAL = "festival", "Lễ hội", "Festival", "节庆"
    TOURISM = "tourism", "Sự kiện du lịch, văn hóa", "Tourism and culture", "旅游文化活动"
    FAIR = "fair", "Hội chợ, xúc tiến thương mại", "Fair", "展销会"
    EXHIBITION = "exhibition", "Triển lãm", "Exhibition", "展览"
    CONFERENCE = "conference", "Hội nghị, hội thảo", "Conference", "会议"
    EXCHANGE = "exchange", "Giao lưu, hội đàm", "Exchange", "交流会晤"
    CEREMONY = "ceremony", "Lễ công bố, kỷ niệm", "Ceremony", "仪式"
    SPORT = "sport", "Thể thao", "Sport", "体育"


class ChangeType(Choice):
    """What became of the date that was announced."""

    MOVED = "moved", "Dời ngày", "Moved", "改期"
    CANCELLED = "cancelled", "Hủy", "Cancelled", "取消"


class Dated(Model):
    """The days on which it took place in a year, or will, as its organiser or the press said."""

    starts_on: Annotated[Day, Public("Từ ngày", "From", "起")]
    """The first day."""
    ends_on: Annotated[Day | None, Public("Đến ngày", "To", "止")] = None
    """The last day, if it is another one."""
    sources: Annotated[tuple[Source, ...], Public("Nguồn", "Sources", "来源")] = ()
    """Where the days stand written, if not in the record's sources."""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_order(self.starts_on, self.ends_on)
        return self


class Change(Model):
    """A date that was moved, or an occurrence that was cancelled, and why."""

    type: Annotated[ChangeType, Public("Thay đổi", "Change", "变更")]
    """Moved or cancelled."""
    was: Annotated[Day, Public("Ngày cũ", "Former date", "原定日期")]
    """The first day as it was announced or computed."""
    starts_on: Annotated[Day | None, Public("Từ ngày", "From", "起")] = None
    """The new first day, if it was moved."""
    ends_on: Annotated[Day | None, Public("Đến ngày", "To", "止")] = None
    """The new last day, if it is another one."""
    why: Annotated[Text, Public("Lý do", "Reason", "原因")]
    """The reason."""

    @model_validator(mode="after")
    def _moved_means_a_new_day(self) -> Self:
        if (self.type is ChangeType.MOVED) != (self.starts_on is not None):
            raise PydanticCustomError("one_of", "one of", {"fields": "starts_on, type: cancelled"})
        return self


class Event(Record):
    """An event, once or every year."""

    kind: ClassVar[str] = "event"
    folder: ClassVar[str] = "events"
    section: ClassVar[str] = "news"
    thing: ClassVar[str] = "Event"
    list_title: ClassVar[Label] = Label("Sự kiện và lễ hội", "Events and festivals", "活动与节庆")
    list_description: ClassVar[Label] = Label(
        "Lễ hội, triển lãm, hội nghị và sự kiện của tỉnh, theo ngày dương lịch hoặc âm lịch, kèm nguồn.",
        "Festivals, exhibitions, conferences and other events, by solar or lunar dates, with sources.",
        "本省的节庆、展览、会议等活动，按公历或农历日期，附来源。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type", "places")
    in_list: ClassVar[tuple[str, ...]] = ("type", "location")

    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """What it is, in one to three sentences."""
    type: Annotated[EventType, Public("Loại", "Type", "类型")]
    """Festival, fair, exhibition …"""
    starts_on: Annotated[Day | None, Public("Từ ngày", "From", "起")] = None
    """The first day of an event that takes place once."""
    ends_on: Annotated[Day | None, Public("Đến ngày", "To", "止")] = None
    """Its last day, if it is another one."""
    lunar: Annotated[LunarRule | None, Public("Ngày âm lịch", "Lunar date", "农历日期")] = None
    """The rule of an event that takes place every year by the lunar calendar."""
    held: Annotated[tuple[Dated, ...], Public("Ngày đã công bố", "Announced dates", "已公布日期")] = ()
    """Days that sources give; they go before the computed ones of their year."""
    changes: Annotated[tuple[Change, ...], Public("Thay đổi", "Changes", "变更")] = ()
    """What was moved or cancelled, and why."""
    theme: Annotated[Text | None, Public("Chủ đề", "Theme", "主题")] = None
    """The theme."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa bàn", "Places", "地区")] = ()
    """Where, as far as the unit is certain."""
    location: Annotated[Text | None, Public("Địa điểm", "Location", "地点")] = None
    """Where, in the source's own words."""
    organiser: Annotated[
        tuple[Identifier, ...], Ref("agency"), Public("Đơn vị tổ chức", "Organiser", "举办单位")
    ] = ()
    """Who organises it."""
    partners: Annotated[tuple[Identifier, ...], Ref("partner"), Public("Đối tác", "Partners", "合作方")] = ()
    """Localities and organisations abroad that take part."""
    people: Annotated[tuple[Text, ...], Public("Cộng đồng", "Community", "社区")] = ()
    """The ethnic groups whose festival it is."""
    heritage: Annotated[Identifier | None, Ref("heritage"), Public("Di sản", "Heritage", "遗产")] = None
    """The heritage item that it is."""
    programme: Annotated[tuple[Text, ...], Passage(), Public("Các hoạt động", "Programme", "活动内容")] = ()
    """What happens there."""
    website: Annotated[Url | None, Public("Trang web", "Website", "网站")] = None
    """Its official site."""

    @model_validator(mode="after")
    def _has_one_date(self) -> Self:
        if (self.starts_on is None) == (self.lunar is None):
            raise PydanticCustomError("one_of", "one of", {"fields": "starts_on, lunar"})
        check_order(self.starts_on, self.ends_on)
        return self

    def occurrences(self, year: int) -> list[Span]:
        """Return first and last day of each occurrence that begins in `year`, as it stands now.

        Days that sources give replace computed ones; what was moved has its new days, what was cancelled
        is left out.
        """
        changes = {change.was: change for change in self.changes}
        found = []
        for first, last in self.planned(year):
            change = changes.get(first)
            if change is None:
                found.append((first, last))
            elif change.starts_on:
                found.append((change.starts_on, change.ends_on or change.starts_on))
        return found

    def planned(self, year: int) -> list[Span]:
        """Return the occurrences that begin in `year` before any change, cancelled ones too."""
        if self.lunar is None:
            first = self.starts_on
            return [(first, self.ends_on or first)] if first and first.year == year else []
        announced = [(one.starts_on, one.ends_on or one.starts_on) for one in self.held]
        announced = [span for span in announced if span[0].year == year]
        if announced:
            return announced
        more = dt.timedelta(days=self.lunar.days - 1)
        return [(first, first + more) for first in self.lunar.first_days(year)]

    def is_computed(self, first: dt.date) -> bool:
        """Tell whether a day comes from the lunar rule alone: nobody has announced it yet."""
        if self.lunar is None:
            return False
        known = {one.starts_on for one in self.held} | {one.starts_on for one in self.changes}
        return first not in known
