"""Products of the programme One Commune One Product (OCOP)."""

import datetime as dt
from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Label,
    Passage,
    Public,
    Record,
    Ref,
    Text,
)


class ProductGroup(Choice):
    """The programme's groups of products."""

    FRESH_FOOD = "fresh-food", "Thực phẩm tươi sống", "Fresh food", "生鲜食品"
    PROCESSED_FOOD = "processed-food", "Thực phẩm chế biến", "Processed food", "加工食品"
    BEVERAGE = "beverage", "Đồ uống", "Beverages", "饮品"
    MEDICINAL = "medicinal", "Dược liệu", "Medicinal plants", "药材"
    CRAFT = "craft", "Thủ công mỹ nghệ", "Crafts", "手工艺品"
    PLANTS = "plants", "Sinh vật cảnh", "Ornamental plants", "观赏植物"
    TOURISM = "tourism", "Dịch vụ du lịch cộng đồng", "Community-based tourism", "社区旅游服务"


class Stars(Choice):
    """The rank; one and two stars are not published."""

    THREE = "3", "3 sao", "3 stars", "三星"
    FOUR = "4", "4 sao", "4 stars", "四星"
    FIVE = "5", "5 sao", "5 stars", "五星"


class Product(Record):
    """A product with its rank, the year of the rank, and how long it holds."""

    kind: ClassVar[str] = "product"
    folder: ClassVar[str] = "products"
    section: ClassVar[str] = "potential"
    thing: ClassVar[str] = "Product"
    list_title: ClassVar[Label] = Label("Danh mục sản phẩm OCOP", "List of OCOP products", "OCOP产品名录")
    list_description: ClassVar[Label] = Label(
        "Sản phẩm OCOP của tỉnh theo nguồn công khai: số sao, năm xếp hạng, nơi sản xuất.",
        "OCOP products of the province according to public sources: stars, year of ranking, place.",
        "据公开来源整理的本省OCOP产品：星级、评定年份和产地。",
    )
    facets: ClassVar[tuple[str, ...]] = ("group", "stars", "year")
    in_list: ClassVar[tuple[str, ...]] = ("group", "stars", "year")

    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """What it is; no claims on health."""
    group: Annotated[ProductGroup, Public("Nhóm", "Group", "类别")]
    """The programme's group."""
    stars: Annotated[Stars, Public("Hạng", "Rank", "星级")]
    """Three to five stars."""
    year: Annotated[int, Public("Năm xếp hạng", "Year of ranking", "评定年份")]
    """The year of the rank."""
    valid_until: Annotated[Day | None, Public("Giấy chứng nhận đến", "Certificate until", "证书有效期至")] = (
        None
    )
    """The last day of the certificate, if the source gives it."""
    ranked_by: Annotated[Text | None, Public("Cấp xếp hạng", "Ranked by", "评定级别")] = None
    """Who ranked it."""
    producer: Annotated[Text | None, Public("Chủ thể", "Producer", "生产主体")] = None
    """The organisation that makes it; a household only with its consent."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa bàn", "Places", "地区")] = ()
    """Where, as far as the unit is certain."""
    location: Annotated[
        Text | None, Public("Địa điểm theo nguồn", "Location in the source", "来源所载地点")
    ] = None
    """Where, in the source's own words."""
    story: Annotated[
        Text | None, Passage(), Public("Câu chuyện sản phẩm", "The product’s story", "产品故事")
    ] = None
    """How it is made, and what it means to the place."""

    def is_stale(self, today: dt.date) -> bool:
        """Tell whether the rank may have lapsed: its day is over, or its year is the third before this."""
        if self.valid_until:
            return self.valid_until < today
        return self.year + 3 <= today.year
