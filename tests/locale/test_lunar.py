"""Lunar days as a reader of each language writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from subportal.locale.lunar import format_both, format_lunar, format_year
from subportal.lunar import LunarDate
from tests.projects import LANGUAGES


@pytest.mark.parametrize(
    ("date", "vi", "en", "zh"),
    [
        (
            LunarDate(2026, 1, 15),
            "ngày 15 tháng Giêng (âm lịch)",
            "15th day of the 1st lunar month",
            "农历正月十五",
        ),
        (
            LunarDate(2026, 3, 10),
            "ngày mùng 10 tháng Ba (âm lịch)",
            "10th day of the 3rd lunar month",
            "农历三月初十",
        ),
        (
            LunarDate(2025, 12, 29),
            "ngày 29 tháng Chạp (âm lịch)",
            "29th day of the 12th lunar month",
            "农历腊月廿九",
        ),
        (
            LunarDate(2025, 6, 2, leap=True),
            "ngày mùng 2 tháng Sáu nhuận (âm lịch)",
            "2nd day of the leap 6th lunar month",
            "农历闰六月初二",
        ),
    ],
)
def test_lunar_days(date: LunarDate, vi: str, en: str, zh: str) -> None:
    assert [format_lunar(date, language) for language in LANGUAGES] == [vi, en, zh]


def test_a_lunar_day_with_its_year() -> None:
    assert [format_lunar(LunarDate(2024, 2, 15), language, year=True) for language in LANGUAGES] == [
        "ngày 15 tháng Hai năm Giáp Thìn (âm lịch)",
        "15th day of the 2nd lunar month, Giap Thin (Year of the Dragon)",
        "农历甲辰年二月十五",
    ]


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (1984, ["Giáp Tý", "Giap Ty (Year of the Rat)", "甲子年"]),
        (2023, ["Quý Mão", "Quy Mao (Year of the Cat)", "癸卯年"]),
        (2024, ["Giáp Thìn", "Giap Thin (Year of the Dragon)", "甲辰年"]),
        (2026, ["Bính Ngọ", "Binh Ngo (Year of the Horse)", "丙午年"]),
    ],
)
def test_years_have_names(year: int, names: list[str]) -> None:
    assert [format_year(year, language) for language in LANGUAGES] == names
    assert format_year(year + 60, "vi") == names[0]


def test_both_calendars() -> None:
    assert [format_both(dt.date(2026, 3, 3), language) for language in LANGUAGES] == [
        "3/3/2026, ngày 15 tháng Giêng (âm lịch)",
        "3 March 2026 (15th day of the 1st lunar month)",
        "2026年3月3日（农历正月十五）",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lunar_day_of_a_year_has_words_of_its_own(language: str) -> None:
    days = {
        format_lunar(LunarDate(2026, month, day, leap), language)
        for month in range(1, 13)
        for day in range(1, 31)
        for leap in (False, True)
    }
    assert len(days) == 720
