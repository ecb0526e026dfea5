"""Every kind of record: found, labelled, described, and with the rules of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from subportal.records import kinds
from subportal.records.activity import Activity, Period
from subportal.records.base import Public, Record, Ref, Visibility
from subportal.records.described import descriptions
from subportal.records.figure import Figure
from subportal.records.page import PageFacts, PageTexts
from subportal.records.plan import Deadline, DeadlineRule
from subportal.records.settings import Settings
from subportal.records.term import Forbidden
from tests.projects import LANGUAGES
from tests.records.samples import FIGURE, RECORDS, sample_portal

NAMES = (
    "activity",
    "agency",
    "broadcast",
    "clarification",
    "document",
    "event",
    "exhibit",
    "figure",
    "heritage",
    "partner",
    "person",
    "place",
    "plan",
    "press",
    "product",
    "project",
    "publication",
    "term",
    "training",
)
TEXT = {"vi": "Chữ"}


def parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and the models of its fields."""
    yield model
    for info in model.model_fields.values():
        for inner in arguments(info.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from parts(inner)


def arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from arguments(argument)


MODELS = sorted(
    {part for model in (*kinds().values(), Settings, PageFacts, PageTexts) for part in parts(model)},
    key=lambda model: model.__name__,
)


def fault(model: type[BaseModel], **values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return caught.value.errors()[0]["type"]


def test_every_module_of_a_kind_is_found_under_its_name() -> None:
    assert tuple(kinds()) == NAMES
    for name, kind in kinds().items():
        assert kind.__module__ == f"subportal.records.{name}"
        assert issubclass(kind, Record)
        assert kind.folder
        assert kind.section


def test_no_two_kinds_share_a_folder() -> None:
    folders = [(kind.folder, kind.list_page) for kind in kinds().values()]
    assert len(set(folders)) == len(folders)


def test_the_samples_show_every_kind() -> None:
    assert {path.split("/")[1] for path in RECORDS} == set(NAMES)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described_and_every_public_one_is_labelled(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        assert descriptions(model)[name], name
        for mark in info.metadata:
            if isinstance(mark, Public):
                assert all(getattr(mark, language) for language in LANGUAGES), name
            if isinstance(mark, Ref):
                assert mark.kind in kinds(), name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_part_refuses_unknown_keys_and_change(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"]


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_internal_unless_it_says_otherwise(name: str) -> None:
    path = next(path for path in RECORDS if path.startswith(f"records/{name}/"))
    values = yaml.load(RECORDS[path], yaml.BaseLoader)  # noqa: S506  (every scalar as text)
    del values["visibility"]
    record = kinds()[name].model_validate({**values, "id": "x"})
    assert record.visibility is Visibility.INTERNAL
    assert not record.shown_on(dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("publish_on", "expires_on", "days"),
    [
        (None, None, (True, True, True)),
        ("2026-05-02", None, (False, True, True)),
        (None, "2026-05-02", (True, False, False)),
        ("2026-05-02", "2026-05-03", (False, True, False)),
    ],
)
def test_a_record_is_shown_from_its_first_day_to_the_day_before_it_expires(
    publish_on: str | None, expires_on: str | None, days: tuple[bool, ...]
) -> None:
    values = yaml.load(FIGURE, yaml.BaseLoader)  # noqa: S506
    limits = {"publish_on": publish_on, "expires_on": expires_on}
    record = Figure.model_validate(
        {**values, "id": "x", **{key: value for key, value in limits.items() if value}}
    )
    assert tuple(record.shown_on(dt.date(2026, 5, day)) for day in (1, 2, 3)) == days


def period(starts_on: str, ends_on: str, every: str | None = None) -> Period:
    return Period.model_validate({"starts_on": starts_on, "ends_on": ends_on, "every": every, "text": TEXT})


def test_a_period_of_one_day_is_fine_and_one_that_ends_before_it_starts_is_not() -> None:
    assert len(period("2015-01-01", "2015-01-01").occurrences()) == 1
    assert fault(Period, starts_on="2015-01-02", ends_on="2015-01-01", text=TEXT) == "ends_before_start"


@pytest.mark.parametrize(
    ("every", "count", "first_end", "last_start"),
    [
        (None, 1, "2015-12-31", "2015-01-15"),
        ("monthly", 12, "2015-01-31", "2015-12-01"),
        ("quarterly", 4, "2015-03-31", "2015-10-01"),
        ("yearly", 1, "2015-12-31", "2015-01-15"),
    ],
)
def test_occurrences_fill_the_period_without_gaps(
    every: str | None, count: int, first_end: str, last_start: str
) -> None:
    spans = period("2015-01-15", "2015-12-31", every).occurrences()
    assert len(spans) == count
    assert (spans[0][1].isoformat(), spans[-1][0].isoformat()) == (first_end, last_start)
    assert (spans[0][0], spans[-1][1]) == (dt.date(2015, 1, 15), dt.date(2015, 12, 31))
    for (_, end), (start, _) in pairwise(spans):
        assert start - end == dt.timedelta(days=1)


def test_the_last_good_day_depends_on_the_rule() -> None:
    deadlines = sample_portal().records["plan"]["ke-hoach"].deadlines  # type: ignore[attr-defined]
    days = {deadline.id: deadline.last_day.isoformat() for deadline in deadlines}
    assert days["bao-cao"] == "2015-11-14"
    assert days["hop-bao-q1"] == "2015-03-31"
    assert Deadline.model_fields["rule"].annotation is DeadlineRule


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"language": "en"}, "one_of"),
        ({"language": "en", "form": "x", "pattern": "y"}, "one_of"),
        ({"language": "en", "pattern": "("}, "bad_pattern"),
        ({"language": "en", "form": "x", "unless": "["}, "bad_pattern"),
        ({"language": "en", "form": "x", "severity": "fatal"}, "enum"),
    ],
)
def test_a_forbidden_form_is_either_words_or_a_pattern(values: dict[str, str], expected: str) -> None:
    assert fault(Forbidden, **values) == expected


@pytest.mark.parametrize("good", ["0", "9068.73", "-40", "1e3"])
def test_a_figure_keeps_the_digits_of_its_source(good: str) -> None:
    values = {**yaml.load(FIGURE, yaml.BaseLoader), "id": "x", "value": good}  # noqa: S506
    assert str(Figure.model_validate(values).value) == str(Decimal(good))


@pytest.mark.parametrize("bad", ["9.068,73", "rộng", "", "NaN", "Infinity"])
def test_a_figure_is_a_finite_number(bad: str) -> None:
    values = {**yaml.load(FIGURE, yaml.BaseLoader), "id": "x", "value": bad}  # noqa: S506
    with pytest.raises(ValidationError):
        Figure.model_validate(values)


def test_a_portal_has_at_least_one_section() -> None:
    faults = {"name": TEXT, "short_name": TEXT, "province": TEXT, "description": TEXT, "authority": "a"}
    assert fault(Settings, **faults, sections=[], established="2026") == "too_short"


def test_enumerations_have_names_in_every_language() -> None:
    from subportal.locale.strings import strings  # noqa: PLC0415

    for name in ("activity", "agency", "document", "place", "partner"):
        for field, info in kinds()[name].model_fields.items():
            for member in getattr(info.annotation, "__members__", {}).values():
                if field != "visibility":
                    for language in LANGUAGES:
                        assert strings(language)[f"{name}.{field}.{member}"]
    assert Activity.kind == "activity"
