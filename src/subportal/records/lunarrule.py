"""A yearly date by the Vietnamese lunar calendar, as festivals have it."""

import datetime as dt
from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from subportal.lunar import lunar_to_solar, new_years_eve
from subportal.records.base import Flag, Model, Public

MONTHS, DAYS = range(1, 13), range(1, 31)


class LunarRule(Model):
    """A lunar month and day, or the eve of Tết, which has no number: month 12 has 29 or 30 days."""

    month: Annotated[int | None, Public("Tháng", "Month", "月")] = None
    """The lunar month; the first is 1."""
    day: Annotated[int | None, Public("Ngày", "Day", "日")] = None
    """The lunar day of the month on which it begins."""
    eve_of_tet: Annotated[Flag, Public("Ngày cuối năm", "Eve of Tết", "除夕")] = False
    """True for the last day of the lunar year, instead of month and day."""
    days: Annotated[int, Public("Số ngày", "Days", "天数")] = 1
    """How many days it lasts."""

    @model_validator(mode="after")
    def _names_one_day(self) -> Self:
        if self.eve_of_tet == (self.month is not None or self.day is not None):
            raise PydanticCustomError("one_of", "one of", {"fields": "month + day, eve_of_tet"})
        if self.eve_of_tet:
            return self
        for name, known in (("month", MONTHS), ("day", DAYS)):
            _check(name, getattr(self, name), known)
        _check("days", self.days, DAYS)
        return self

    def first_days(self, year: int) -> list[dt.date]:
        """Return the first day of each occurrence that begins in the solar `year`: one, or none."""
        days = [self._first_day(lunar_year) for lunar_year in (year - 1, year)]
        return [day for day in days if day is not None and day.year == year]

    def _first_day(self, lunar_year: int) -> dt.date | None:
        """Return the day in a lunar year; None where the month is too short or the year unknown."""
        try:
            if self.eve_of_tet:
                return new_years_eve(lunar_year + 1)
            return lunar_to_solar(lunar_year, self.month or 0, self.day or 0)
        except ValueError:
            return None


def _check(name: str, value: int | None, known: range) -> None:
    if value not in known:
        expected = f"{known[0]}–{known[-1]}"
        raise PydanticCustomError("enum", "out of range", {"at": name, "expected": expected})
