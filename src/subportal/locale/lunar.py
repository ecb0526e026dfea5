"""Lunar dates and names of years in the manner of each language."""

from __future__ import annotations

import datetime as dt

from subportal.locale.formats import format_day
from subportal.locale.strings import strings
from subportal.lunar import LunarDate, solar_to_lunar

_STEMS, _BRANCHES = 10, 12
_FIRST_OF_CYCLE = 4
"""The year 4 was Giáp Tý, the first of a cycle of sixty."""


def format_lunar(date: LunarDate, language: str, *, year: bool = False) -> str:
    """Return a lunar day: ngày 15 tháng Giêng (âm lịch), 15th day of the 1st lunar month, 农历正月十五."""
    own = strings(language)
    day, month = own[f"lunar.day.{date.day}"], own[f"lunar.month.{date.month}"]
    if date.leap:
        month = own["lunar.leap"].format(month=month)
    if year:
        return own["lunar.date_year"].format(day=day, month=month, year=format_year(date.year, language))
    return own["lunar.date"].format(day=day, month=month)


def format_year(year: int, language: str) -> str:
    """Return the name of a lunar year: Giáp Thìn, 甲辰年, Giap Thin (Year of the Dragon)."""
    own = strings(language)
    step = year - _FIRST_OF_CYCLE
    return own["lunar.year"].format(
        stem=own[f"lunar.stem.{step % _STEMS}"], branch=own[f"lunar.branch.{step % _BRANCHES}"]
    )


def format_both(day: dt.date, language: str) -> str:
    """Return a day in both calendars: 3/3/2026, ngày 15 tháng Giêng (âm lịch)."""
    return strings(language)["lunar.both"].format(
        solar=format_day(day, language), lunar=format_lunar(solar_to_lunar(day), language)
    )
