"""Activities of a plan: what, who, when, where, for whom, how much."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from subportal.records.base import Day, Flag, Identifier, Model, Public, Record, Ref, Text
from subportal.records.scalars import check_order


class ActivityType(StrEnum):
    """What sort of work an activity is."""

    ORGANISATION = "organisation"
    TRAINING = "training"
    COMMUNICATION = "communication"
    PRESS = "press"
    PORTAL = "portal"
    BROADCAST = "broadcast"
    FOREIGN_AFFAIRS = "foreign-affairs"
    CULTURE = "culture"
    TRADE = "trade"
    PUBLICATION = "publication"
    STUDY = "study"
    REVIEW = "review"
    SECURITY = "security"


class Frequency(StrEnum):
    """How often a recurring activity takes place."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Period(Model):
    """When an activity takes place: a span of days, once or recurring."""

    starts_on: Annotated[Day, Public("Từ ngày", "From", "起")]
    """The first day."""
    ends_on: Annotated[Day, Public("Đến ngày", "To", "止")]
    """The last day."""
    every: Annotated[Frequency | None, Public("Định kỳ", "Every", "频次")] = None
    """How often it recurs within the span."""
    text: Annotated[Text, Public("Thời gian", "When", "时间")]
    """The plan's own words."""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_order(self.starts_on, self.ends_on)
        return self

    def occurrences(self) -> tuple[tuple[dt.date, dt.date], ...]:
        """Return the span of each occurrence: the span itself, or each month, quarter or year."""
        if self.every is None:
            return ((self.starts_on, self.ends_on),)
        months = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}[self.every]
        spans: list[tuple[dt.date, dt.date]] = []
        start = self.starts_on
        while start <= self.ends_on:
            following = start.replace(day=1) + dt.timedelta(days=31 * months)
            end = min(following.replace(day=1) - dt.timedelta(days=1), self.ends_on)
            spans.append((start, end))
            start = end + dt.timedelta(days=1)
        return tuple(spans)


class Outcome(Model):
    """Something that came of an activity: a page of the portal or an address."""

    title: Annotated[Text, Public("Tên", "Title", "名称")]
    """What it is."""
    link: Annotated[str, Public("Liên kết", "Link", "链接")]
    """A page (`news/x.md`), a record (`kind:id`) or an address."""


class Activity(Record):
    """One line of a plan."""

    kind: ClassVar[str] = "activity"
    folder: ClassVar[str] = "activities"
    section: ClassVar[str] = "documents"
    thing: ClassVar[str] = "Action"

    plan: Annotated[Identifier, Ref("plan"), Public("Kế hoạch", "Plan", "计划")]
    """The plan to which it belongs."""
    clause: Annotated[str, Public("Mục trong kế hoạch", "Clause of the plan", "计划条款")]
    """Where it stands in the plan, in the plan's own numbering."""
    part_of: Annotated[
        Identifier | None, Ref("activity"), Public("Thuộc hoạt động", "Part of", "所属活动")
    ] = None
    """The activity of which it is a part."""
    type: Annotated[ActivityType, Public("Loại hoạt động", "Type of activity", "活动类型")]
    """What sort of work it is."""
    summary: Annotated[Text | None, Public("Tóm tắt", "Summary", "摘要")] = None
    """One edited sentence; all that is shown of an item with visibility `summary`."""
    details: Annotated[Text | None, Public("Nội dung", "What", "内容")] = None
    """What is to be done."""
    lead: Annotated[tuple[Identifier, ...], Ref("agency"), Public("Cơ quan chủ trì", "Lead", "主持单位")] = ()
    """Who leads."""
    lead_inferred: Annotated[
        Flag, Public("Suy ra từ phần III", "Inferred from part III", "据第三部分推定")
    ] = False
    """True where the plan names no lead beside the activity, and part III suggests one."""
    cooperating: Annotated[
        tuple[Identifier, ...],
        Ref("agency"),
        Public("Cơ quan phối hợp", "Cooperating agencies", "配合单位"),
    ] = ()
    """Who cooperates."""
    period: Annotated[Period, Public("Thời gian", "When", "时间")]
    """When."""
    place: Annotated[Text | None, Public("Địa điểm", "Where", "地点")] = None
    """Where, in the plan's own words."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa danh", "Places", "地名")] = ()
    """The places that are named."""
    audience: Annotated[Text | None, Public("Đối tượng", "For whom", "对象")] = None
    """For whom."""
    quantity: Annotated[Text | None, Public("Số lượng", "How much", "数量")] = None
    """How much or how many."""
    outcomes: Annotated[tuple[Outcome, ...], Public("Kết quả", "What came of it", "成果")] = ()
    """What came of it, as far as sources tell."""
