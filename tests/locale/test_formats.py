"""Days, numbers and money as a reader of each language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import yaml

from subportal.locale.formats import (
    format_day,
    format_figure,
    format_number,
    format_partial,
    format_quantity,
    format_range,
)
from subportal.locale.strings import strings
from subportal.records.base import PartialDate
from subportal.records.figure import Figure, Qualifier, Unit
from tests.projects import LANGUAGES
from tests.records.samples import FIGURE

DAY = dt.date(2015, 1, 23)


@pytest.mark.parametrize(
    ("language", "day", "span"),
    [
        ("vi", "23/1/2015", "23/1/2015 – 5/2/2015"),
        ("en", "23 January 2015", "23 January 2015 to 5 February 2015"),
        ("zh", "2015年1月23日", "2015年1月23日至2015年2月5日"),
    ],
)
def test_days_and_spans(language: str, day: str, span: str) -> None:
    assert format_day(DAY, language) == day
    assert format_range(DAY, DAY, language) == day
    assert format_range(DAY, dt.date(2015, 2, 5), language) == span


@pytest.mark.parametrize(
    ("iso", "vi", "en", "zh"),
    [
        ("2015", "2015", "2015", "2015年"),
        ("2015-01", "tháng 1/2015", "January 2015", "2015年1月"),
        ("2015-01-23", "23/1/2015", "23 January 2015", "2015年1月23日"),
        ("1909-06-28", "28/6/1909", "28 June 1909", "1909年6月28日"),
    ],
)
def test_a_partial_date_is_told_as_exactly_as_it_is_known(iso: str, vi: str, en: str, zh: str) -> None:
    date = PartialDate.parse(iso)
    assert [format_partial(date, language) for language in LANGUAGES] == [vi, en, zh]


@pytest.mark.parametrize(
    ("value", "vi", "en", "zh"),
    [
        ("0", "0", "0", "0"),
        ("999", "999", "999", "999"),
        ("9068.73", "9.068,73", "9,068.73", "9068.73"),
        ("9068.70", "9.068,70", "9,068.70", "9068.70"),
        ("1234567", "1.234.567", "1,234,567", "1234567"),
        ("-3.5", "-3,5", "-3.5", "-3.5"),
        ("1E+3", "1.000", "1,000", "1000"),
    ],
)
def test_numbers_keep_the_decimals_of_their_source(value: str, vi: str, en: str, zh: str) -> None:
    assert [format_number(Decimal(value), language) for language in LANGUAGES] == [vi, en, zh]


@pytest.mark.parametrize(
    ("unit", "vi", "en", "zh"),
    [
        (Unit.BILLION_VND, "1.250 tỷ đồng", "VND 1,250 billion", "12500亿越南盾"),
        (Unit.MILLION_VND, "1.250 triệu đồng", "VND 1,250 million", "125000万越南盾"),
        (Unit.KM2, "1.250 km²", "1,250 km²", "1250平方公里"),
        (Unit.PERCENT, "1.250%", "1,250%", "1250%"),
    ],
)
def test_money_and_measures_have_the_scale_of_the_language(unit: Unit, vi: str, en: str, zh: str) -> None:
    assert [format_quantity(Decimal(1250), unit, language) for language in LANGUAGES] == [vi, en, zh]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_has_its_unit_once(language: str) -> None:
    text = format_quantity(Decimal(10), Unit.KM, language, Decimal(20))
    assert "10" in text
    assert "20" in text
    assert text.count(strings(language)["unit.km"].format(n="").strip()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_every_unit_and_every_qualifier_has_words(language: str, qualifier: Qualifier) -> None:
    for unit in Unit:
        values = {**yaml.load(FIGURE, yaml.BaseLoader), "id": "x", "unit": unit}  # noqa: S506
        figure = Figure.model_validate({**values, "qualifier": qualifier, "value": "12"})
        assert (
            "12" in format_figure(figure, language) or Decimal(strings(language)[f"unit.{unit}.factor"]) != 1
        )


def test_a_qualifier_is_told() -> None:
    values = {**yaml.load(FIGURE, yaml.BaseLoader), "id": "x", "qualifier": "about"}  # noqa: S506
    figure = Figure.model_validate(values)
    assert format_figure(figure, "en") == "about 9,068.73 km²"
    assert format_figure(figure, "vi").endswith(" 9.068,73 km²")
