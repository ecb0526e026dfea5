"""Heritage items: what was inscribed, on which list, by which decision."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Label,
    PartialDate,
    Public,
    Record,
    Ref,
    Text,
)


class HeritageCategory(Choice):
    """What sort of heritage it is."""

    INTANGIBLE = "intangible", "Di sản văn hóa phi vật thể", "Intangible heritage", "非物质文化遗产"
    TANGIBLE = "tangible", "Di tích", "Monument or site", "文物古迹"
    NATURAL = "natural", "Danh lam thắng cảnh", "Scenic site", "风景名胜"
    DOCUMENTARY = "documentary", "Di sản tư liệu", "Documentary heritage", "文献遗产"


class HeritageLevel(Choice):
    """The list on which it stands."""

    UNESCO = "unesco", "UNESCO", "UNESCO", "联合国教科文组织"
    NATIONAL = "national", "Quốc gia", "National", "国家级"
    PROVINCIAL = "provincial", "Cấp tỉnh", "Provincial", "省级"


class HeritageDomain(Choice):
    """The domain of intangible heritage."""

    PERFORMING_ART = "performing-art", "Nghệ thuật trình diễn", "Performing art", "表演艺术"
    FESTIVAL = "festival", "Lễ hội truyền thống", "Traditional festival", "传统节庆"
    SOCIAL_CUSTOM = "social-custom", "Tập quán xã hội", "Social custom", "社会习俗"
    FOLK_KNOWLEDGE = "folk-knowledge", "Tri thức dân gian", "Folk knowledge", "民间知识"
    CRAFT = "craft", "Nghề thủ công", "Craft", "传统手工艺"
    LANGUAGE = "language", "Tiếng nói, chữ viết", "Language and script", "语言文字"


class Heritage(Record):
    """An item of heritage; a festival is one only if a decision says so."""

    kind: ClassVar[str] = "heritage"
    folder: ClassVar[str] = "heritage"
    section: ClassVar[str] = "potential"
    thing: ClassVar[str] = "CreativeWork"
    list_title: ClassVar[Label] = Label("Di sản được ghi danh", "Inscribed heritage", "列入名录的遗产")
    list_description: ClassVar[Label] = Label(
        "Di sản của tỉnh trong danh sách của UNESCO, danh mục quốc gia và cấp tỉnh, kèm quyết định và ngày.",
        "Heritage of the province on UNESCO, national and provincial lists, with decisions and dates.",
        "本省列入联合国教科文组织、国家级和省级名录的遗产，附决定和日期。",
    )
    facets: ClassVar[tuple[str, ...]] = ("level", "category", "people")
    in_list: ClassVar[tuple[str, ...]] = ("level", "category", "people", "recognised_on")

    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """What it is, in one to three sentences; no claims on health."""
    category: Annotated[HeritageCategory, Public("Loại hình", "Category", "类别")]
    """Intangible, tangible, natural or documentary."""
    domain: Annotated[HeritageDomain | None, Public("Lĩnh vực", "Domain", "领域")] = None
    """The domain of intangible heritage."""
    level: Annotated[HeritageLevel, Public("Cấp ghi danh", "Level", "级别")]
    """The list on which it stands."""
    people: Annotated[tuple[Text, ...], Public("Cộng đồng", "Community", "社区")] = ()
    """The ethnic groups that keep it."""
    decision: Annotated[str | None, Public("Quyết định", "Decision", "决定")] = None
    """Number of the decision, as the source gives it."""
    issuer: Annotated[
        Identifier | None, Ref("agency"), Public("Cơ quan quyết định", "Decided by", "决定机关")
    ] = None
    """Who decided, if it is an agency of the portal."""
    recognised_on: Annotated[PartialDate | None, Public("Ghi danh", "Inscribed", "列入日期")] = None
    """When it was inscribed or ranked."""
    certificate_on: Annotated[Day | None, Public("Trao chứng nhận", "Certificate presented", "颁证日期")] = (
        None
    )
    """When the certificate was presented."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa bàn", "Places", "地区")] = ()
    """Where it lives, as far as the unit is certain."""
    location: Annotated[
        Text | None, Public("Địa điểm theo nguồn", "Location in the source", "来源所载地点")
    ] = None
    """Where, in the source's own words."""
    shared_with: Annotated[tuple[Text, ...], Public("Cùng với", "Shared with", "共同申报")] = ()
    """Other provinces on the same file."""

    def thing_of(self) -> str:
        """Return the type by which schema.org knows it: a monument, a sight, or a work of many hands."""
        things = {
            HeritageCategory.TANGIBLE: "LandmarksOrHistoricalBuildings",
            HeritageCategory.NATURAL: "TouristAttraction",
        }
        return things.get(self.category, self.thing)
