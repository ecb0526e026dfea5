"""What every record kind shares: its texts, its sources and what of it may be public.

A field is public only if its annotation carries `Public`; anything else stays inside (allow-list).
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined

from subportal.records.marks import Choice, Label, Media, Passage, Public, Ref
from subportal.records.partialdate import PartialDate
from subportal.records.scalars import Day, Email, Flag, Identifier, Url
from subportal.records.text import SOURCE_LANGUAGE, Text

__all__ = [
    "SOURCE_LANGUAGE",
    "Approval",
    "Choice",
    "Day",
    "Email",
    "Flag",
    "Guarded",
    "Identifier",
    "Label",
    "Mark",
    "Media",
    "Model",
    "PartialDate",
    "Passage",
    "Public",
    "Record",
    "Ref",
    "Source",
    "Text",
    "Url",
    "Visibility",
    "Withdrawal",
]


class Model(BaseModel):
    """A part of a record: immutable, with no keys but the declared ones."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        defer_build=True,  # a build of one page reads few kinds
        arbitrary_types_allowed=True,
    )

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep only what differs from the defaults: states of builds hold thousands of models."""
        plain = _defaults(type(self))
        values = {name: value for name, value in self.__dict__.items() if value is not plain.get(name, self)}
        return _restored, (type(self), values)


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    fields = model.model_fields.items()
    return {name: info.default for name, info in fields if info.default is not PydanticUndefined}


def _restored(model: type[Model], values: dict[str, Any]) -> Model:
    """Return a model as it was validated once."""
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", {**_defaults(model), **values})
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


class Visibility(StrEnum):
    """Who may see an item.

    `summary` is one edited sentence, shown only in the languages in which it was written.
    """

    PUBLIC = "public"
    SUMMARY = "summary"
    INTERNAL = "internal"


class Mark(StrEnum):
    """How a source was seen: in itself, or in a second-hand copy."""

    FOUND = "S"
    SECOND_HAND = "S2"


class Source(Model):
    """Where a fact was found."""

    title: Annotated[str, Field(min_length=1), Public("Tên nguồn", "Title", "标题")]
    """What the source is called, in its own language."""
    url: Annotated[Url | None, Public("Địa chỉ", "Address", "网址")] = None
    """Where it stands on the web."""
    date: Annotated[PartialDate | None, Public("Ngày", "Date", "日期")] = None
    """The day, month or year that it carries."""
    language: Annotated[str | None, Public("Ngôn ngữ", "Language", "语言")] = None
    """The language tag of the title, where its letters do not tell (`fr`, `ja`)."""
    mark: Annotated[Mark, Public("Độ tin cậy", "Reliability", "可靠性")] = Mark.FOUND
    """S: seen in the source itself; S2: in a second-hand copy."""


class Approval(Model):
    """Who approved the record, when, and a digest of what was approved."""

    by: str
    """The approver's office."""
    on: Day
    """The day of approval."""
    hash: str
    """The digest of the approved content, from `subportal status`; any edit voids it."""


class Withdrawal(Model):
    """Why a page or record no longer stands; its address stays, its text goes."""

    on: Annotated[Day, Public("Ngày", "Date", "日期")]
    """The day on which it was withdrawn."""
    why: Annotated[Text, Public("Lý do", "Reason", "原因")]
    """The reason."""


class Guarded(Model):
    """A part with a visibility of its own; nothing is public unless it says so."""

    visibility: Visibility = Visibility.INTERNAL
    """Who may see it."""
    reason: str | None = None
    """Why it has this visibility."""


class Record(Guarded):
    """One fact sheet: a file in `content/records/<kind>/`, named by its id."""

    kind: ClassVar[str]
    """The name of the kind, of its folder in `content/records/` and of its template."""
    folder: ClassVar[str]
    """Where the pages of the kind stand in the site."""
    section: ClassVar[str]
    """The section of the menu under which they stand."""
    list_page: ClassVar[str] = "index"
    """The name of the list page in the kind's folder."""
    has_pages: ClassVar[bool] = True
    """False for kinds that are shown in a list only; links then lead to their line in it."""
    grouped_by: ClassVar[str] = ""
    """Of kinds without pages, the field by whose values the list has a page each."""
    thing: ClassVar[str] = ""
    """The type by which schema.org knows such records; none for what only this portal has."""
    list_title: ClassVar[Label] = Label()
    """What the list is called, unless the interface strings say it."""
    list_description: ClassVar[Label] = Label()
    """One sentence on what the list holds, unless the interface strings say it."""
    facets: ClassVar[tuple[str, ...]] = ()
    """The public fields by whose values the list can be narrowed, each value with pages of its own."""
    in_list: ClassVar[tuple[str, ...]] = ()
    """The public fields that the list shows beside the title."""
    sort_by: ClassVar[tuple[str, ...]] = ()
    """The public fields by which a reader may order the list: dates newest first, amounts largest first."""
    newest_by: ClassVar[str] = ""
    """The date by which the list is ordered, the newest first; without one, by title."""

    id: Annotated[str, Public("Mã", "Identifier", "标识")]
    """The file's name; the same in all languages, and never changed."""
    title: Annotated[Text, Public("Tên", "Name", "名称")]
    """The official name or title."""
    sources: Annotated[tuple[Source, ...], Public("Nguồn", "Sources", "来源")] = ()
    """Where the facts were found; required for what is public."""
    reviewed: Annotated[Day | None, Public("Rà soát", "Reviewed", "审核日期")] = None
    """The day on which somebody last compared the record with its sources."""
    updated: Annotated[Day | None, Public("Cập nhật", "Updated", "更新日期")] = None
    """The day of the last change of substance."""
    pictures: Annotated[tuple[str, ...], Media(), Public("Hình ảnh", "Pictures", "图片")] = ()
    """Files of `content/media/` for its page, the first on top and in lists; not for `figure` and `term`."""
    withdrawn: Annotated[Withdrawal | None, Public("Đã gỡ", "Withdrawn", "已撤下")] = None
    """Set when the record is withdrawn: readers, feeds and open data then get the reason instead of it."""
    review_by: Day | None = None
    """The day by which it must be compared again."""
    publish_on: Day | None = None
    """First day on which it is shown (Asia/Ho_Chi_Minh)."""
    expires_on: Day | None = None
    """First day on which it is no longer shown (Asia/Ho_Chi_Minh)."""
    approved: Approval | None = None
    """The approval, if one is needed."""
    sample: Annotated[Flag, Public("Dữ liệu mẫu", "Sample data", "示例数据")] = False
    """Invented for tests or for demonstration; a production build refuses it."""
    source_hash: Mapping[str, str] = {}
    """By language, the digest of the Vietnamese text that was translated."""
    note: str | None = None
    """A remark for editors; never published."""

    def thing_of(self) -> str:
        """Return the type by which schema.org knows this record."""
        return self.thing

    def shown_on(self, today: dt.date) -> bool:
        """Tell whether the record is published on the day `today`."""
        if self.visibility is Visibility.INTERNAL or (self.withdrawn and not self.has_pages):
            return False
        started = self.publish_on is None or self.publish_on <= today
        return started and (self.expires_on is None or today < self.expires_on)
