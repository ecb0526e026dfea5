"""Events, projects, press and figures: the rules of their own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from subportal.records.base import Choice, Record
from subportal.records.event import Event
from subportal.records.figure import Figure
from subportal.records.lunarrule import LunarRule
from subportal.records.press import Press
from subportal.records.product import Product
from subportal.records.project import Project, Sector
from subportal.records.quantity import Money
from tests.projects import LANGUAGES
from tests.records.samples import FIGURE
from tests.records.samples_kinds import EVENT, PRESS, PRODUCT, PROJECT

WHY = {"vi": "Mưa lớn"}


def made(kind: type[Record], text: str, **more: object) -> Any:
    values = yaml.load(text, yaml.BaseLoader)  # noqa: S506  (every scalar as text)
    return kind.model_validate({"id": "x", **values, **more})


def festival(**more: object) -> Event:
    event: Event = made(Event, EVENT, **more)
    return event


def span(*days: str) -> tuple[dt.date, ...]:
    return tuple(map(dt.date.fromisoformat, days))


def fault(kind: type[Record], text: str, **more: object) -> str:
    with pytest.raises(ValidationError) as caught:
        made(kind, text, **more)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, ("2022-04-09", "2022-04-10")),
        (2023, ("2023-04-28", "2023-04-29")),
        (2027, ("2027-04-15", "2027-04-16")),
    ],
)
def test_a_lunar_rule_gives_the_days_that_the_press_gives(year: int, days: tuple[str, ...]) -> None:
    assert festival(held=()).occurrences(year) == [span(*days)]


@pytest.mark.parametrize(
    ("year", "day"),
    [(2025, "2025-01-28"), (2026, "2026-02-16"), (2027, "2027-02-05"), (2028, "2028-01-25")],
)
def test_the_eve_of_tet_is_the_last_day_of_the_year_be_it_the_29th_or_the_30th(year: int, day: str) -> None:
    assert festival(held=(), lunar={"eve_of_tet": "true"}).occurrences(year) == [span(day, day)]


def test_the_twelfth_month_falls_into_the_solar_year_after_the_lunar_one() -> None:
    kitchen_gods = festival(held=(), lunar={"month": "12", "day": "23"})
    assert kitchen_gods.occurrences(2026) == [span("2026-02-10", "2026-02-10")]


def test_a_day_that_a_short_month_has_not_does_not_occur() -> None:
    rule = LunarRule.model_validate({"month": "12", "day": "30"})
    assert rule.first_days(2026) == []
    assert rule.first_days(9999) == []


def test_days_that_sources_give_go_before_computed_ones() -> None:
    event = festival(held=[{"starts_on": "2026-04-24", "ends_on": "2026-04-26"}])
    assert event.occurrences(2026) == [span("2026-04-24", "2026-04-26")]
    assert not event.is_computed(dt.date(2026, 4, 24))
    assert event.is_computed(event.occurrences(2027)[0][0])


def test_what_is_moved_has_its_new_days_and_what_is_cancelled_none() -> None:
    moved = {"type": "moved", "was": "2026-04-25", "starts_on": "2026-05-02", "why": WHY}
    cancelled = {"type": "cancelled", "was": "2027-04-15", "why": WHY}
    event = festival(changes=[moved, cancelled])
    assert event.occurrences(2026) == [span("2026-05-02", "2026-05-02")]
    assert event.occurrences(2027) == []
    assert event.planned(2027) == [span("2027-04-15", "2027-04-16")]


@pytest.mark.parametrize(
    "more",
    [
        {"starts_on": "2026-01-01"},
        {"lunar": {"month": "3"}, "held": ()},
        {"lunar": {"month": "13", "day": "1"}},
        {"lunar": {"month": "1", "day": "31"}},
        {"lunar": {"month": "1", "day": "1", "days": "0"}},
        {"lunar": {}},
        {"changes": [{"type": "moved", "was": "2026-04-25", "why": WHY}]},
        {"changes": [{"type": "cancelled", "was": "2026-04-25", "starts_on": "2026-05-01", "why": WHY}]},
        {"changes": [{"type": "cancelled", "was": "2026-04-25"}]},
    ],
)
def test_an_event_says_when_in_one_way_and_gives_reasons(more: dict[str, object]) -> None:
    assert fault(Event, EVENT, **more) in {"one_of", "enum", "missing"}


def test_an_event_on_solar_days_occurs_once() -> None:
    event = festival(lunar=None, held=(), starts_on="2025-11-28", ends_on="2025-11-30")
    assert event.occurrences(2025) == [span("2025-11-28", "2025-11-30")]
    assert event.occurrences(2026) == []
    assert not event.is_computed(dt.date(2025, 11, 28))


@pytest.mark.parametrize(
    ("embargo", "publish_on", "first"),
    [
        ("2026-05-02", None, dt.date(2026, 5, 2)),
        ("2026-05-02", "2026-05-01", dt.date(2026, 5, 2)),
        ("2026-05-02", "2026-05-04", dt.date(2026, 5, 4)),
    ],
)
def test_a_release_is_not_shown_before_its_embargo_ends(
    embargo: str, publish_on: str | None, first: dt.date
) -> None:
    release = made(Press, PRESS, embargo=embargo, **({"publish_on": publish_on} if publish_on else {}))
    assert release.publish_on == first
    assert not release.shown_on(first - dt.timedelta(days=1))
    assert release.shown_on(first)


def test_an_offer_grows_stale_after_a_year_or_after_its_last_day() -> None:
    project: Project = made(Project, PROJECT)
    assert not project.is_stale(dt.date(2025, 10, 1))
    assert project.is_stale(dt.date(2026, 1, 1))
    assert not made(Project, PROJECT, valid_until="2027-01-01").is_stale(dt.date(2026, 1, 1))
    assert not made(Project, PROJECT, state="approved").is_stale(dt.date(2030, 1, 1))


def test_a_rank_grows_stale_in_its_third_year() -> None:
    assert [made(Product, PRODUCT).is_stale(dt.date(year, 1, 1)) for year in (2023, 2024)] == [False, True]
    assert fault(Product, PRODUCT, stars="2") == "enum"


def test_capital_is_money() -> None:
    money = Money.model_validate({"value": "1050", "unit": "billion-vnd"})
    assert money.unit == "billion-vnd"
    with pytest.raises(ValidationError):
        Money.model_validate({"value": "1050", "unit": "ha"})


def test_a_series_goes_forward() -> None:
    points = [{"as_of": "2021", "value": "60"}, {"as_of": "2023", "value": "171"}]
    assert len(made(Figure, FIGURE, series=points).series) == 2
    assert fault(Figure, FIGURE, series=points[::-1]) == "ends_before_start"


@pytest.mark.parametrize("choice", Choice.__subclasses__(), ids=lambda one: one.__name__)
def test_every_choice_has_a_name_in_every_language(choice: type[Choice]) -> None:
    for member in choice:
        assert all(member.label(language) for language in LANGUAGES), member
        assert choice(member.value) is member
    assert Sector.ENERGY.label("xx") == "Energy"
