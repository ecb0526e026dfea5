"""Partner localities and organisations abroad."""

from enum import StrEnum
from typing import Annotated, ClassVar

from subportal.records.base import Public, Record, Text


class PartnerType(StrEnum):
    """What sort of partner it is."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    CITY = "city"
    ORGANISATION = "organisation"


class Partner(Record):
    """A locality or organisation abroad with which the province works."""

    kind: ClassVar[str] = "partner"
    folder: ClassVar[str] = "partners"
    section: ClassVar[str] = "cooperation"
    thing: ClassVar[str] = "Organization"

    country: Annotated[Text, Public("Nước", "Country", "国家")]
    """The country."""
    type: Annotated[PartnerType, Public("Loại", "Type", "类型")]
    """Province, prefecture, county, city or organisation."""
    summary: Annotated[Text, Public("Quan hệ", "Relations", "合作关系")]
    """What the sources tell of the relations, with dates."""
    fields: Annotated[tuple[Text, ...], Public("Lĩnh vực", "Fields", "领域")] = ()
    """Fields of cooperation that the sources name."""
    website: Annotated[str | None, Public("Trang web", "Website", "网站")] = None
    """Its official site."""
