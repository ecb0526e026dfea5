"""Press conferences, briefings and releases."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from subportal.records.base import (
    Choice,
    Day,
    Flag,
    Identifier,
    Label,
    PartialDate,
    Passage,
    Public,
    Record,
    Ref,
    Text,
)


class PressType(Choice):
    """What the press was given."""

    CONFERENCE = "conference", "Họp báo", "Press conference", "新闻发布会"
    BRIEFING = "briefing", "Họp thông tin báo chí", "Press briefing", "新闻通报会"
    ANNOUNCEMENT = "announcement", "Hội nghị công bố", "Announcement conference", "公布会"
    RELEASE = "release", "Thông cáo báo chí", "Press release", "新闻公报"


class PressForm(Choice):
    """How it takes place."""

    ONSITE = "onsite", "Trực tiếp", "On site", "现场"
    ONLINE = "online", "Trực tuyến", "Online", "线上"
    HYBRID = "hybrid", "Trực tiếp và trực tuyến", "On site and online", "现场与线上"


class PressState(Choice):
    """Whether it has taken place."""

    HELD = "held", "Đã diễn ra", "Held", "已举行"
    PLANNED = "planned", "Dự kiến", "Planned", "计划举行"
    POSTPONED = "postponed", "Hoãn", "Postponed", "延期"
    CANCELLED = "cancelled", "Hủy", "Cancelled", "取消"


class Press(Record):
    """A press conference, a briefing or a release."""

    kind: ClassVar[str] = "press"
    folder: ClassVar[str] = "press"
    section: ClassVar[str] = "news"
    thing: ClassVar[str] = "NewsArticle"
    list_title: ClassVar[Label] = Label(
        "Họp báo, thông cáo báo chí", "Press conferences and releases", "新闻发布会与新闻公报"
    )
    list_description: ClassVar[Label] = Label(
        "Các cuộc họp báo, hội nghị công bố và thông cáo báo chí đã ghi nhận, mới nhất trước.",
        "Press conferences, announcements and press releases on record, the newest first.",
        "已记录的新闻发布会、公布会和新闻公报，按时间倒序排列。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type", "date")
    in_list: ClassVar[tuple[str, ...]] = ("date", "type", "host")
    newest_by: ClassVar[str] = "date"
    sort_by: ClassVar[tuple[str, ...]] = ("date",)

    summary: Annotated[Text | None, Public("Tóm tắt", "Summary", "摘要")] = None
    """What it was about, in one or two sentences."""
    type: Annotated[PressType, Public("Hình thức", "Type", "形式")]
    """Conference, briefing, announcement or release."""
    date: Annotated[PartialDate, Public("Ngày", "Date", "日期")]
    """The day, as exact as the source gives it."""
    state: Annotated[PressState, Public("Tình trạng", "State", "状态")] = PressState.HELD
    """Whether it has taken place."""
    state_reason: Annotated[Text | None, Public("Lý do", "Reason", "原因")] = None
    """Why it was postponed or cancelled."""
    form: Annotated[PressForm | None, Public("Cách tổ chức", "Form", "举办方式")] = None
    """On site, online or both."""
    place: Annotated[Text | None, Public("Địa điểm", "Place", "地点")] = None
    """Where, in the source's own words."""
    host: Annotated[tuple[Identifier, ...], Ref("agency"), Public("Cơ quan chủ trì", "Host", "主办单位")] = ()
    """Who invites, or issues the release."""
    chair: Annotated[Text | None, Public("Chủ trì", "Chair", "主持人")] = None
    """Who presides, by office, not by name."""
    foreign_media: Annotated[
        Flag, Public("Có báo chí nước ngoài", "Foreign media attended", "有外国媒体参加")
    ] = False
    """True if foreign media are invited."""
    body: Annotated[Text | None, Passage(), Public("Nội dung", "Text", "正文")] = None
    """The release, or what was said; paragraphs are set apart by empty lines."""
    boilerplate: Annotated[
        Text | None, Passage(), Public("Về cơ quan phát hành", "About the issuer", "关于发布机关")
    ] = None
    """The standing paragraph on who issues it."""
    documents: Annotated[tuple[Identifier, ...], Ref("document"), Public("Văn bản", "Documents", "文件")] = ()
    """The documents that it announces."""
    event: Annotated[Identifier | None, Ref("event"), Public("Sự kiện", "Event", "活动")] = None
    """The event that it is about."""
    contact: Annotated[
        Identifier | None, Ref("agency"), Public("Đầu mối báo chí", "Press contact", "媒体联系")
    ] = None
    """The office that answers the press."""
    embargo: Day | None = None
    """The first day on which it may be published; before, it is shown nowhere."""

    @model_validator(mode="before")
    @classmethod
    def _wait_for_the_embargo(cls, data: Any) -> Any:
        """Let the embargo be the first day on which it is shown, unless a later one is given."""
        if isinstance(data, dict) and data.get("embargo"):
            days = [day for day in (data["embargo"], data.get("publish_on")) if isinstance(day, str)]
            return {**data, "publish_on": max(days)} if days else data
        return data
