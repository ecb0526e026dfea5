"""What every record kind shares: its texts, its sources and what of it may be public.

A field is public only if its annotation carries `Public`; anything else stays inside (allow-list).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the interface that a declaration brings along, in each language."""

    vi: str = ""
    en: str = ""
    zh: str = ""

    def label(self, language: str) -> str:
        """Return the words in `language`, in English where there are none."""
        return getattr(self, language, "") or self.en


@dataclass(frozen=True, slots=True)
class Public(Label):
    """Mark a field as fit for publication, with its label in each language."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Mark a public field that fills a section of its own on the record's page."""


@dataclass(frozen=True, slots=True)
class Media:
    """Mark a field that names a file of `content/media/`."""


class Choice(StrEnum):
    """One of several values, each declared with its name in every language.

    `ENERGY = "energy", "Năng lượng", "Energy", "能源"`
    """

    _label: Label

    def __new__(cls, value: str, vi: str = "", en: str = "", zh: str = "") -> Self:
        """Keep the value as the member's text and the rest as its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member._label = Label(vi, en, zh)  # noqa: SLF001  (our own member)
        return member

    def label(self, language: str) -> str:
        """Return the value's name in `language`."""
        return self._label.label(language)


class Text(Mapping[str, str]):
    """One text in several languages; the source language is always there.

    Equal texts compare equal, so that records can be compared and hashed.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = MappingProxyType(dict(values))

    def __getitem__(self, language: str) -> str:
        return self._values[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values.items())))

    def __repr__(self) -> str:
        return f"Text({dict(self._values)!r})"

    def __reduce__(self) -> tuple[type[Text], tuple[dict[str, str]]]:
        return Text, (dict(self._values),)

    def best(self, language: str) -> str:
        """Return the text in `language`, else in the source language."""
        return self._values.get(language) or self._values[SOURCE_LANGUAGE]

    def language(self, language: str) -> str:
        """Return the language of what `best` gives."""
        return language if language in self._values else SOURCE_LANGUAGE

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a mapping from language to text; the validation context names the languages."""
        return core_schema.with_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def _validate(cls, value: object, info: ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise PydanticCustomError("wrong_type", "wrong type", {"expected": "texts"})
        known = (info.context or {}).get("languages", (SOURCE_LANGUAGE, "en", "zh"))
        for language, text in value.items():
            if language not in known:
                raise PydanticCustomError(
                    "unknown_language",
                    "unknown language",
                    {"at": language, "value": language, "known": ", ".join(known)},
                )
            if not isinstance(text, str):
                raise PydanticCustomError(
                    "wrong_type", "wrong type", {"at": language, "expected": "string_type"}
                )
        texts = {language: text.strip() for language, text in value.items() if text.strip()}
        if SOURCE_LANGUAGE not in texts:
            raise PydanticCustomError("missing_source_text", "missing vi text", {})
        return cls(texts)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year, as the source gives it (ISO 8601 reduced precision)."""

    iso: str

    _form: ClassVar[re.Pattern[str]] = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2015`, `2015-01` or `2015-01-23`; raise ValueError for anything else."""
        match = cls._form.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else 1 for part in match.groups())
        dt.date(year, month, day)
        return cls(text)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """Tell how exact the date is."""
        match len(self.iso):
            case 4:
                return "year"
            case 7:
                return "month"
            case _:
                return "day"

    @property
    def first(self) -> dt.date:
        """Return the first day of the period that the date names."""
        year, month, day = (int(part or 1) for part in self._groups())
        return dt.date(year, month, day)

    @property
    def last(self) -> dt.date:
        """Return the last day of the period that the date names."""
        first = self.first
        match self.precision:
            case "day":
                return first
            case "month":
                following = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
                return following - dt.timedelta(days=1)
            case "year":
                return first.replace(month=12, day=31)

    def _groups(self) -> tuple[str | None, ...]:
        match = self._form.fullmatch(self.iso)
        return match.groups() if match else ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read the date from text and write it as text."""
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda date: date.iso),
        )

    @classmethod
    def _validate(cls, value: object) -> PartialDate:
        if isinstance(value, cls):
            return value
        try:
            return cls.parse(str(value))
        except ValueError:
            raise PydanticCustomError("bad_date", "bad date", {}) from None


def _read_day(value: object) -> object:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("bad_date", "bad date", {})


def _read_flag(value: object) -> object:
    flags = {"true": True, "false": False}
    if isinstance(value, str) and value in flags:
        return flags[value]
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("wrong_type", "wrong type", {"expected": "bool_type"})


def _check_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise PydanticCustomError("bad_url", "bad address", {})
    return value


def _check_reference(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise PydanticCustomError("bad_id", "bad id", {})
    return value


Day = Annotated[dt.date, BeforeValidator(_read_day)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Url = Annotated[str, AfterValidator(_check_url)]
Identifier = Annotated[str, AfterValidator(_check_reference)]


@dataclass(frozen=True, slots=True)
class Ref:
    """Mark a field that names records of `kind` by their ids."""

    kind: str


class Model(BaseModel):
    """A part of a record: immutable, with no keys but the declared ones."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
    )


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
    """The digest of the approved content; any edit voids it."""


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
        if self.visibility is Visibility.INTERNAL:
            return False
        started = self.publish_on is None or self.publish_on <= today
        return started and (self.expires_on is None or today < self.expires_on)
