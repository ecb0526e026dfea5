"""Broadcasts: television programmes, films and clips that have been shown."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Label,
    PartialDate,
    Passage,
    Public,
    Record,
    Text,
    Url,
)
from subportal.records.language import Language


class BroadcastType(Choice):
    """What sort of broadcast it is."""

    PROGRAMME = "programme", "Chương trình truyền hình", "Television programme", "电视节目"
    REPORTAGE = "reportage", "Phóng sự", "Reportage", "专题报道"
    FILM = "film", "Phim", "Film", "影片"
    CLIP = "clip", "Video ngắn", "Clip", "短视频"
    RADIO = "radio", "Chương trình phát thanh", "Radio programme", "广播节目"


class Broadcast(Record):
    """A broadcast, with its transcript for those who cannot hear it."""

    kind: ClassVar[str] = "broadcast"
    folder: ClassVar[str] = "broadcasts"
    section: ClassVar[str] = "potential"
    thing: ClassVar[str] = "VideoObject"
    list_title: ClassVar[Label] = Label("Phim và chương trình", "Films and programmes", "影片与节目")
    list_description: ClassVar[Label] = Label(
        "Chương trình truyền hình, phim giới thiệu tỉnh: kênh, thời lượng, ngôn ngữ, lời thoại.",
        "Television programmes and films on the province: channel, length, languages, transcript.",
        "介绍本省的电视节目和影片：频道、时长、语言、文字稿。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type", "languages")
    in_list: ClassVar[tuple[str, ...]] = ("type", "channel", "languages")
    sort_by: ClassVar[tuple[str, ...]] = ("shown",)

    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """What it shows."""
    type: Annotated[BroadcastType, Public("Loại", "Type", "类型")]
    """Programme, reportage, film …"""
    channel: Annotated[str | None, Public("Kênh", "Channel", "频道")] = None
    """The channel."""
    shown: Annotated[PartialDate | None, Public("Phát sóng", "Broadcast", "播出时间")] = None
    """When it was first shown."""
    schedule: Annotated[Text | None, Public("Lịch phát", "Schedule", "播出安排")] = None
    """On which days and at what time."""
    producer: Annotated[Text | None, Public("Đơn vị sản xuất", "Producer", "制作单位")] = None
    """Who made it."""
    episodes: Annotated[int | None, Public("Số tập", "Episodes", "集数")] = None
    """How many episodes."""
    minutes: Annotated[int | None, Public("Thời lượng (phút)", "Length (minutes)", "时长（分钟）")] = None
    """The length of one episode in minutes."""
    languages: Annotated[tuple[Language, ...], Public("Ngôn ngữ", "Languages", "语言")] = ()
    """The languages that are spoken."""
    subtitles: Annotated[tuple[Language, ...], Public("Phụ đề", "Subtitles", "字幕")] = ()
    """The languages of the subtitles."""
    url: Annotated[Url | None, Public("Xem tại", "Watch at", "观看地址")] = None
    """Where it can be seen."""
    topics: Annotated[
        tuple[Text, ...], Passage(), Public("Nội dung các tập", "What it shows", "各集内容")
    ] = ()
    """What the episodes show."""
    transcript: Annotated[Text | None, Passage(), Public("Lời thoại", "Transcript", "文字稿")] = None
    """What is said, in full."""
