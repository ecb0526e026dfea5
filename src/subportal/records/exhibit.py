"""Objects of exhibitions: maps, atlases, royal records."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Identifier,
    Label,
    PartialDate,
    Public,
    Record,
    Ref,
    Text,
)


class ExhibitType(Choice):
    """What sort of object it is."""

    MAP = "map", "Bản đồ", "Map", "地图"
    ATLAS = "atlas", "Tập bản đồ", "Atlas", "地图集"
    ROYAL_RECORD = "royal-record", "Châu bản", "Royal record", "朱本"
    BOOK = "book", "Thư tịch", "Book", "典籍"
    PHOTOGRAPH = "photograph", "Ảnh", "Photograph", "照片"
    ARTEFACT = "artefact", "Hiện vật", "Artefact", "实物"


class ExhibitForm(Choice):
    """Whether the original or a copy is on display."""

    ORIGINAL = "original", "Bản gốc", "Original", "原件"
    COPY = "copy", "Bản sao", "Copy", "复制件"


class Exhibit(Record):
    """An object that an exhibition shows."""

    kind: ClassVar[str] = "exhibit"
    folder: ClassVar[str] = "exhibits"
    section: ClassVar[str] = "borders-seas"
    thing: ClassVar[str] = "CreativeWork"
    list_title: ClassVar[Label] = Label("Hiện vật trưng bày", "Exhibition objects", "展品")
    list_description: ClassVar[Label] = Label(
        "Bản đồ, tập bản đồ, châu bản và hiện vật trong các cuộc triển lãm, kèm nguồn.",
        "Maps, atlases, royal records and other objects of exhibitions, with sources.",
        "展览中的地图、地图集、朱本和其他展品，附来源。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type",)
    in_list: ClassVar[tuple[str, ...]] = ("type", "made", "author")

    type: Annotated[ExhibitType, Public("Loại", "Type", "类型")]
    """Map, atlas, royal record …"""
    made: Annotated[PartialDate | None, Public("Niên đại", "Dated", "年代")] = None
    """When it was made, as the source gives it."""
    author: Annotated[Text | None, Public("Tác giả", "Author", "作者")] = None
    """Who made it."""
    holder: Annotated[Text | None, Public("Nơi lưu giữ", "Holder", "收藏单位")] = None
    """Who keeps it."""
    form: Annotated[ExhibitForm | None, Public("Bản trưng bày", "On display", "展出形式")] = None
    """Whether the original or a copy is on display, if the source tells."""
    summary: Annotated[Text, Public("Nội dung thể hiện", "What it shows", "内容")]
    """What it shows, in the source's words."""
    event: Annotated[Identifier | None, Ref("event"), Public("Triển lãm", "Exhibition", "展览")] = None
    """The exhibition in which it was shown."""
