"""The Vietnamese lunar calendar against published dates and dates that the press reported."""

from __future__ import annotations

import datetime as dt

import pytest

from subportal.lunar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    lunar_to_solar,
    month_length,
    new_years_eve,
    solar_to_lunar,
    tet,
)

TET = {
    1968: ("1968-01-29", "1968-01-30"),
    1969: ("1969-02-16", "1969-02-17"),
    1984: ("1984-02-02", "1984-02-02"),
    1985: ("1985-01-21", "1985-02-20"),
    2007: ("2007-02-17", "2007-02-18"),
    2022: ("2022-02-01", "2022-02-01"),
    2024: ("2024-02-10", "2024-02-10"),
    2025: ("2025-01-29", "2025-01-29"),
    2026: ("2026-02-17", "2026-02-17"),
    2027: ("2027-02-06", "2027-02-06"),
    2028: ("2028-01-26", "2028-01-26"),
    2030: ("2030-02-02", "2030-02-03"),
    2053: ("2053-02-18", "2053-02-19"),
}
"""By year, Tết in Viet Nam and the first day of the year in China."""
REPORTED = {
    (2022, 3, 10): "2022-04-10",
    (2023, 3, 10): "2023-04-29",
    (2024, 2, 15): "2024-03-24",
    (2025, 3, 10): "2025-04-07",
    (2026, 1, 1): "2026-02-17",
    (2026, 3, 10): "2026-04-26",
    (2027, 3, 10): "2027-04-16",
    (2028, 3, 10): "2028-04-04",
    (2026, 2, 15): "2026-04-02",
    (2026, 1, 2): "2026-02-18",
    (2026, 3, 3): "2026-04-19",
    (2030, 1, 15): "2030-02-16",
    (2032, 2, 15): "2032-03-25",
}
"""Days of festivals; the last two fall a day earlier than by the Chinese calendar."""


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


@pytest.mark.parametrize(("year", "days"), TET.items())
def test_tet_is_that_of_viet_nam(year: int, days: tuple[str, str]) -> None:
    assert tet(year) == day(days[0])
    assert solar_to_lunar(day(days[0])) == LunarDate(year, 1, 1)
    if days[0] != days[1]:
        assert tet(year) != day(days[1])


@pytest.mark.parametrize(("lunar", "solar"), REPORTED.items())
def test_festivals_fall_on_the_days_on_which_they_were_held(lunar: tuple[int, int, int], solar: str) -> None:
    assert lunar_to_solar(*lunar) == day(solar)
    assert solar_to_lunar(day(solar)) == LunarDate(*lunar)


@pytest.mark.parametrize(
    ("year", "eve", "last"),
    [
        (2024, "2024-02-09", 30),
        (2025, "2025-01-28", 29),
        (2026, "2026-02-16", 29),
        (2027, "2027-02-05", 29),
        (2028, "2028-01-25", 29),
    ],
)
def test_the_eve_of_tet_is_the_last_day_of_the_year_be_it_the_30th_or_the_29th(
    year: int, eve: str, last: int
) -> None:
    assert new_years_eve(year) == day(eve)
    assert solar_to_lunar(day(eve)) == LunarDate(year - 1, 12, last)
    assert month_length(year - 1, 12) == last


def test_a_leap_month_follows_the_month_whose_number_it_bears() -> None:
    assert lunar_to_solar(2025, 6, 1) == day("2025-06-25")
    assert lunar_to_solar(2025, 6, 1, leap=True) == day("2025-07-25")
    assert solar_to_lunar(day("2025-07-25")) == LunarDate(2025, 6, 1, leap=True)
    assert solar_to_lunar(day("2023-03-22")) == LunarDate(2023, 2, 1, leap=True)


@pytest.mark.parametrize(
    ("year", "month", "number", "leap"),
    [
        (2025, 12, 30, True),
        (2024, 12, 30, False),
        (2026, 12, 31, False),
        (2026, 13, 1, False),
        (2026, 0, 1, False),
        (2026, 1, 0, False),
        (2026, 6, 1, True),
        (2025, 5, 1, True),
        (FIRST_YEAR - 1, 1, 1, False),
        (LAST_YEAR + 1, 1, 1, False),
    ],
)
def test_dates_that_do_not_exist_are_refused(year: int, month: int, number: int, leap: bool) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        lunar_to_solar(year, month, number, leap)


@pytest.mark.parametrize("iso", ["1968-01-28", "1900-01-01", "1500-01-01", "2072-12-01", "2300-01-01"])
def test_days_outside_the_known_years_are_refused(iso: str) -> None:
    with pytest.raises(ValueError, match=iso):
        solar_to_lunar(day(iso))


def test_every_day_there_and_back_is_itself_and_follows_the_day_before() -> None:
    before = solar_to_lunar(tet(FIRST_YEAR))
    one = tet(FIRST_YEAR)
    while one < tet(LAST_YEAR):
        one += dt.timedelta(days=1)
        lunar = solar_to_lunar(one)
        assert lunar_to_solar(lunar.year, lunar.month, lunar.day, lunar.leap) == one
        if lunar.day > 1:
            assert lunar == LunarDate(before.year, before.month, before.day + 1, before.leap)
        else:
            assert before.day in {29, 30}
        before = lunar
