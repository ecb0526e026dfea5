"""Dates as exact as a source gives them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


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
