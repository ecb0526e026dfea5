"""The Vietnamese lunar calendar: new moons and principal terms at UTC+7, not at Beijing's UTC+8.

A new moon shortly before midnight makes Tết differ from the Chinese New Year: by a day in 1968, 2007
and 2030, by a month in 1985.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

FIRST_YEAR = 1968
"""The first lunar year of the calendar of today; before it other meridians were in use."""
LAST_YEAR = 2071
"""The last lunar year for which the computed new moons were found to be exact to the day."""


@dataclass(frozen=True, slots=True, order=True)
class LunarDate:
    """A day of the lunar calendar; `leap` marks the second month of the same number."""

    year: int
    month: int
    day: int
    leap: bool = False


@cache
def lunar_to_solar(year: int, month: int, day: int, leap: bool = False) -> dt.date:
    """Return the day on which a lunar date falls; raise ValueError if there is no such date."""
    from lunar_vn import LunarDate as Written  # noqa: PLC0415
    from lunar_vn import lunar_to_solar as convert  # noqa: PLC0415

    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"lunar year {year} is not between {FIRST_YEAR} and {LAST_YEAR}"
        raise ValueError(message)
    # The library lets the 30th of a short month run over and forgets a leap month that is not there.
    with suppress(ValueError):
        found = convert(Written(day=day, month=month, year=year, leap=leap))
        if _convert(found) == LunarDate(year, month, day, leap):
            return found
    message = f"no day {day} of {'leap ' if leap else ''}month {month} in the lunar year {year}"
    raise ValueError(message)


@cache
def solar_to_lunar(day: dt.date) -> LunarDate:
    """Return the lunar date of a day; raise ValueError outside the years that are known."""
    if FIRST_YEAR <= day.year <= LAST_YEAR + 1:
        found = _convert(day)
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    message = f"{day} is not in a lunar year between {FIRST_YEAR} and {LAST_YEAR}"
    raise ValueError(message)


def _convert(day: dt.date) -> LunarDate:
    from lunar_vn import solar_to_lunar as convert  # noqa: PLC0415

    found = convert(day)
    return LunarDate(found.year, found.month, found.day, found.leap)


def tet(year: int) -> dt.date:
    """Return the first day of a lunar year."""
    return lunar_to_solar(year, 1, 1)


def new_years_eve(year: int) -> dt.date:
    """Return the eve of Tết of `year`: the last day of month 12, be it the 30th or the 29th."""
    return tet(year) - dt.timedelta(days=1)


def month_length(year: int, month: int, leap: bool = False) -> int:
    """Return the number of days of a lunar month, 29 or 30."""
    first = lunar_to_solar(year, month, 1, leap)
    return 30 if _convert(first + dt.timedelta(days=29)).day == 30 else 29  # noqa: PLR2004
