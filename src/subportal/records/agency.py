"""Agencies that a plan names, and what became of them."""

from enum import StrEnum
from typing import Annotated, ClassVar

from subportal.records.base import Identifier, Model, PartialDate, Public, Record, Ref, Source, Text


class AgencyLevel(StrEnum):
    """Where an agency stands."""

    CENTRAL = "central"
    PARTY = "party"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    PRESS = "press"


class Succession(Model):
    """What followed an agency, from when, and where that stands written."""

    since: Annotated[PartialDate, Public("Từ", "Since", "自")]
    """From when."""
    agency: Annotated[Identifier | None, Ref("agency"), Public("Cơ quan", "Agency", "机构")] = None
    """The agency that took over, if it is certain."""
    text: Annotated[Text, Public("Nội dung", "What happened", "说明")]
    """What happened, in one or two sentences."""
    sources: Annotated[tuple[Source, ...], Public("Nguồn", "Sources", "来源")] = ()
    """Where it stands written."""


class Agency(Record):
    """A body that leads or joins activities, or issues documents."""

    kind: ClassVar[str] = "agency"
    folder: ClassVar[str] = "agencies"
    section: ClassVar[str] = "general"
    thing: ClassVar[str] = "GovernmentOrganization"

    level: Annotated[AgencyLevel, Public("Cấp", "Level", "级别")]
    """Central, Party, province, district, commune or press."""
    summary: Annotated[Text | None, Public("Giới thiệu", "Summary", "简介")] = None
    """One or two sentences on what it is."""
    website: Annotated[str | None, Public("Trang web", "Website", "网站")] = None
    """Its official site."""
    valid_from: Annotated[PartialDate | None, Public("Thành lập", "From", "设立")] = None
    """Since when the name has been in use."""
    valid_to: Annotated[PartialDate | None, Public("Đến", "Until", "至")] = None
    """Until when the name was in use."""
    succession: Annotated[tuple[Succession, ...], Public("Kế thừa", "Succession", "沿革")] = ()
    """What followed it."""
