"""Training classes on external information."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Identifier,
    Label,
    PartialDate,
    Passage,
    Public,
    Record,
    Ref,
    Text,
)


class TrainingType(Choice):
    """What sort of class it is."""

    COURSE = "course", "Lớp tập huấn", "Training course", "培训班"
    SEMINAR = "seminar", "Hội thảo", "Seminar", "研讨会"
    ONLINE = "online", "Khóa học trực tuyến", "Online course", "在线课程"


class Training(Record):
    """A class that has taken place or has been announced."""

    kind: ClassVar[str] = "training"
    folder: ClassVar[str] = "training"
    section: ClassVar[str] = "news"
    thing: ClassVar[str] = "EducationEvent"
    list_title: ClassVar[Label] = Label("Tập huấn", "Training", "培训")
    list_description: ClassVar[Label] = Label(
        "Các lớp tập huấn về thông tin đối ngoại: nội dung, đối tượng, thời gian, đơn vị tổ chức.",
        "Training classes on external information: topics, participants, dates and organisers.",
        "对外通讯培训班：内容、对象、时间和举办单位。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type", "starts_on")
    in_list: ClassVar[tuple[str, ...]] = ("starts_on", "type", "organiser")
    newest_by: ClassVar[str] = "starts_on"
    sort_by: ClassVar[tuple[str, ...]] = ("starts_on",)

    summary: Annotated[Text | None, Public("Tóm tắt", "Summary", "摘要")] = None
    """What it is about, in one or two sentences."""
    type: Annotated[TrainingType, Public("Loại", "Type", "类型")]
    """Course, seminar or online course."""
    starts_on: Annotated[PartialDate, Public("Từ ngày", "From", "起")]
    """The first day, as exact as the source gives it."""
    ends_on: Annotated[PartialDate | None, Public("Đến ngày", "To", "止")] = None
    """The last day."""
    place: Annotated[Text | None, Public("Địa điểm", "Place", "地点")] = None
    """Where, in the source's own words."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa bàn", "Places", "地区")] = ()
    """The places that are named."""
    organiser: Annotated[
        tuple[Identifier, ...], Ref("agency"), Public("Đơn vị tổ chức", "Organiser", "举办单位")
    ] = ()
    """Who organises it."""
    audience: Annotated[Text | None, Public("Đối tượng", "For whom", "对象")] = None
    """For whom it is."""
    participants: Annotated[int | None, Public("Số người học", "Participants", "人数")] = None
    """How many took part."""
    topics: Annotated[tuple[Text, ...], Passage(), Public("Nội dung", "Topics", "内容")] = ()
    """What is taught."""
    registration: Annotated[Text | None, Passage(), Public("Đăng ký", "Registration", "报名")] = None
    """How to take part."""
    activity: Annotated[
        Identifier | None,
        Ref("activity"),
        Public("Hoạt động trong kế hoạch", "Activity of the plan", "计划活动"),
    ] = None
    """The activity of the plan that it carries out."""
