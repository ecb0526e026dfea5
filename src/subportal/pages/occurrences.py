"""What takes place when: the occurrences of all records whose kind can tell its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from subportal.locale.strings import strings
from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import Choice, Record, Text, Visibility
from subportal.records.place import Place

YEARS_BACK = 15
YEARS_AHEAD = 2


class Change(Protocol):
    """What became of an occurrence: cancelled if it has no new day."""

    was: dt.date
    starts_on: dt.date | None
    ends_on: dt.date | None
    why: Text


class Happening(Protocol):
    """What a kind of record must offer for its records to stand in the calendar."""

    changes: tuple[Change, ...]

    def planned(self, year: int) -> list[tuple[dt.date, dt.date]]:
        """Return first and last day of the occurrences of a year, before any change."""

    def is_computed(self, first: dt.date) -> bool:
        """Tell whether a day comes from a rule alone, announced by nobody."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something takes place, as it stands now."""

    record: Record
    name: str
    """Names it for ever, whatever becomes of its days."""
    first: dt.date
    last: dt.date
    change: Change | None
    expected: bool
    """Nobody has announced the day yet."""

    @property
    def cancelled(self) -> bool:
        """Tell whether it does not take place at all."""
        return self.change is not None and self.change.starts_on is None

    @property
    def group(self) -> str:
        """Return what sort of event it is; empty if its kind knows no sorts."""
        value = getattr(self.record, "type", None)
        return value.value if isinstance(value, Choice) else ""


def dated(portal: PublicPortal) -> Iterator[Record]:
    """Yield the public records of all kinds that can tell their days."""
    for name, kind in kinds().items():
        if hasattr(kind, "planned"):
            for record in portal.records.get(name, {}).values():
                if record.visibility is Visibility.PUBLIC:
                    yield record


def has_calendar(portal: PublicPortal) -> bool:
    """Tell whether there is anything that a calendar could show."""
    return next(dated(portal), None) is not None


def occurrences(portal: PublicPortal) -> list[Occurrence]:
    """Return what took place and will take place, in the order of days; cancelled ones too.

    Days that come from a rule alone are told for this year and the next ones only.
    """
    found = [one for record in dated(portal) for one in of_record(record, portal.today.year)]
    return sorted(found, key=lambda one: (one.first, one.last, one.name))


def happenings(portal: PublicPortal, record: Record) -> list[Occurrence]:
    """Return the occurrences of a record that may be shown; none of a kind that cannot tell its days."""
    if not hasattr(record, "planned") or record.visibility is not Visibility.PUBLIC:
        return []
    return list(of_record(record, portal.today.year))


def of_record(record: Record, this_year: int) -> Iterator[Occurrence]:
    """Yield the occurrences of a record; those that a rule alone gives only from `this_year` on."""
    happening = cast("Happening", record)
    changes = {change.was: change for change in happening.changes}
    for year in range(this_year - YEARS_BACK, this_year + YEARS_AHEAD + 1):
        for number, (first, last) in enumerate(happening.planned(year), 1):
            change = changes.get(first)
            expected = change is None and happening.is_computed(first)
            if expected and year < this_year:
                continue
            name = f"{record.kind}-{record.id}-{year}" + (f"-{number}" if number > 1 else "")
            if change and change.starts_on:
                first, last = change.starts_on, change.ends_on or change.starts_on  # noqa: PLW2901
            yield Occurrence(record, name, first, last, change, expected)


def groups(found: list[Occurrence]) -> Mapping[str, Choice]:
    """Return the sorts of events that occur, by their names in addresses, in declared order."""
    values = [getattr(one.record, "type", None) for one in found]
    known = [value for value in values if isinstance(value, Choice)]
    order = [member for kind in dict.fromkeys(type(value) for value in known) for member in kind]
    return {member.value: member for member in order if member in known}


def place_of(portal: PublicPortal, record: Record, language: str) -> str:
    """Return where something takes place: in the source's words, or the names of the places."""
    location = getattr(record, "location", None)
    if isinstance(location, Text):
        return location.best(language)
    named = (portal.find(Place, identifier) for identifier in getattr(record, "places", ()))
    return strings(language)["list.separator"].join(one.title.best(language) for one in named if one)
