"""Yearly plans for external information activities."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from subportal.records.base import (
    Day,
    Guarded,
    Identifier,
    Model,
    Public,
    Record,
    Ref,
    Text,
)


class BasisRole(StrEnum):
    """How a plan uses a document."""

    BASIS = "basis"
    CITED = "cited"


class LegalBasis(Model):
    """A document on which the plan rests or that it cites."""

    document: Annotated[Identifier, Ref("document"), Public("Văn bản", "Document", "文件")]
    """The document."""
    role: Annotated[BasisRole, Public("Vai trò", "Role", "作用")]
    """A legal basis, or a document cited in the text."""


class Duty(Guarded):
    """What the plan asks of an agency."""

    agency: Annotated[Identifier, Ref("agency"), Public("Cơ quan", "Agency", "机构")]
    """Who."""
    clause: Annotated[str, Public("Mục", "Clause", "条款")]
    """Where it stands in the plan."""
    text: Annotated[Text, Public("Nhiệm vụ", "Duty", "职责")]
    """What is asked."""
    activities: Annotated[
        tuple[Identifier, ...], Ref("activity"), Public("Hoạt động", "Activities", "活动")
    ] = ()
    """The activities through which it is done."""


class DeadlineKind(StrEnum):
    """What falls due."""

    REPORT = "report"
    PRESS = "press"


class DeadlineRule(StrEnum):
    """`before` means that the day itself is already too late; `by` that it is the last good day."""

    BEFORE = "before"
    BY = "by"


class Deadline(Guarded):
    """A day before or by which something is due."""

    id: Annotated[Identifier, Public("Mã", "Identifier", "标识")]
    """Names the deadline within the plan; calendars keep it."""
    title: Annotated[Text, Public("Việc", "What is due", "事项")]
    """What is due."""
    type: Annotated[DeadlineKind, Public("Loại", "Type", "类型")]
    """A report or a press conference."""
    on: Annotated[Day, Public("Ngày", "Date", "日期")]
    """The day that the plan names, or the last day of the quarter."""
    rule: Annotated[DeadlineRule, Public("Quy tắc", "Rule", "规则")]
    """Whether the day itself still counts."""
    to: Annotated[Text | None, Public("Nơi nhận", "To", "报送")] = None
    """To whom."""
    clause: Annotated[str, Public("Mục", "Clause", "条款")]
    """Where it stands in the plan."""

    @property
    def last_day(self) -> dt.date:
        """Return the last good day: the day itself, or the day before it."""
        return self.on - dt.timedelta(days=1 if self.rule is DeadlineRule.BEFORE else 0)


class Funding(Guarded):
    """Who pays, and who manages the money."""

    text: Annotated[Text, Public("Kinh phí", "Funding", "经费")]
    """The plan's words."""


class Plan(Record):
    """A plan as its issuer published it: a dated document."""

    kind: ClassVar[str] = "plan"
    folder: ClassVar[str] = "plans"
    section: ClassVar[str] = "documents"
    thing: ClassVar[str] = "Legislation"

    number: Annotated[str, Public("Số, ký hiệu", "Number", "文号")]
    """Number and symbol, as printed."""
    issued: Annotated[Day, Public("Ngày ban hành", "Date of issue", "颁布日期")]
    """Date of issue."""
    year: Annotated[int, Public("Năm", "Year", "年度")]
    """The year that it plans."""
    issuer: Annotated[Identifier, Ref("agency"), Public("Cơ quan ban hành", "Issuer", "颁布机关")]
    """Who issued it."""
    signer: Annotated[Text | None, Public("Người ký", "Signatory", "签发人")] = None
    """Who signed, in which capacity."""
    document: Annotated[Identifier | None, Ref("document"), Public("Văn bản", "Document", "文件")] = None
    """The record of the document itself."""
    dated: Annotated[Text | None, Public("Lưu ý", "Notice", "提示")] = None
    """What a reader must know of names that have changed since."""
    summary: Annotated[Text, Public("Tóm tắt", "Summary", "摘要")]
    """Two or three sentences for a reader who does not know such plans."""
    bases: Annotated[tuple[LegalBasis, ...], Public("Căn cứ", "Legal bases", "依据")] = ()
    """Legal bases and documents cited."""
    objectives: Annotated[tuple[Text, ...], Public("Mục đích", "Objectives", "目的")] = ()
    """Purposes (part I.1)."""
    requirements: Annotated[tuple[Text, ...], Public("Yêu cầu", "Requirements", "要求")] = ()
    """Requirements (part I.2)."""
    duties: Annotated[tuple[Duty, ...], Public("Nhiệm vụ", "Duties", "职责")] = ()
    """Who does what (part III)."""
    deadlines: Annotated[tuple[Deadline, ...], Public("Thời hạn", "Deadlines", "期限")] = ()
    """What falls due when."""
    funding: Annotated[Funding | None, Public("Kinh phí", "Funding", "经费")] = None
    """Funding (part IV)."""
    recipients: tuple[str, ...] = ()
    """Who received the plan ("Nơi nhận")."""
    anomalies: tuple[str, ...] = ()
    """Slips in the original that a reader of it should know."""
