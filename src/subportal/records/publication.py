"""Publications: books, magazines, leaflets, maps that have appeared."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Flag,
    Identifier,
    Label,
    PartialDate,
    Public,
    Record,
    Ref,
    Text,
    Url,
)
from subportal.records.language import Language


class PublicationType(Choice):
    """What sort of publication it is."""

    BOOK = "book", "Sách", "Book", "图书"
    PHOTO_BOOK = "photo-book", "Sách ảnh", "Photo book", "画册"
    MAGAZINE = "magazine", "Tạp chí, bản tin", "Magazine", "期刊"
    LEAFLET = "leaflet", "Tờ gấp", "Leaflet", "折页"
    MAP = "map", "Bản đồ", "Map", "地图"
    DISC = "disc", "Đĩa", "Disc", "光盘"


class Publication(Record):
    """A publication that has appeared; what is only planned belongs into the plan."""

    kind: ClassVar[str] = "publication"
    folder: ClassVar[str] = "publications"
    section: ClassVar[str] = "potential"
    thing: ClassVar[str] = "Book"
    list_title: ClassVar[Label] = Label("Ấn phẩm", "Publications", "出版物")
    list_description: ClassVar[Label] = Label(
        "Sách, ấn phẩm giới thiệu tỉnh đã xuất bản: ngôn ngữ, nhà xuất bản, giấy phép, năm.",
        "Published books and other titles on the province: languages, publisher, licence, year.",
        "介绍本省的已出版图书和资料：语言、出版者、许可证、年份。",
    )
    facets: ClassVar[tuple[str, ...]] = ("type", "languages")
    in_list: ClassVar[tuple[str, ...]] = ("type", "published", "languages")
    sort_by: ClassVar[tuple[str, ...]] = ("published",)

    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """What is in it."""
    type: Annotated[PublicationType, Public("Loại", "Type", "类型")]
    """Book, photo book, magazine …"""
    published: Annotated[PartialDate, Public("Xuất bản", "Published", "出版时间")]
    """When it appeared."""
    languages: Annotated[tuple[Language, ...], Public("Ngôn ngữ", "Languages", "语言")] = ()
    """The languages in which it appeared."""
    publisher: Annotated[Text | None, Public("Đơn vị xuất bản", "Publisher", "出版单位")] = None
    """Who published it."""
    agency: Annotated[Identifier | None, Ref("agency"), Public("Cơ quan", "Agency", "机关")] = None
    """The agency responsible, if the portal has it."""
    licence: Annotated[str | None, Public("Giấy phép", "Licence", "许可证")] = None
    """Number and date of the licence."""
    legal_deposit: Annotated[PartialDate | None, Public("Nộp lưu chiểu", "Legal deposit", "缴存")] = None
    """When copies were deposited."""
    copies: Annotated[int | None, Public("Số bản in", "Copies", "印数")] = None
    """The print run."""
    for_sale: Annotated[Flag, Public("Có bán", "For sale", "对外销售")] = False
    """True if it is sold."""
    url: Annotated[Url | None, Public("Bản điện tử", "Electronic copy", "电子版")] = None
    """Where it can be read."""
