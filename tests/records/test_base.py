"""Values that all kinds share: texts, days, flags, addresses, identifiers."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from subportal.records.base import Day, Flag, Identifier, PartialDate, Public, Source, Text, Url


def fault(kind: object, value: object, **context: object) -> str:
    """Return the type of the first fault of a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value, context=context or None)
    return caught.value.errors()[0]["type"]


def read(kind: object, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


def test_a_text_gives_the_best_language_and_tells_which() -> None:
    text = read(Text, {"vi": " Núi ", "en": "Mountain", "zh": "  "})
    assert isinstance(text, Text)
    assert dict(text) == {"vi": "Núi", "en": "Mountain"}
    assert [text.best(one) for one in ("vi", "en", "zh")] == ["Núi", "Mountain", "Núi"]
    assert [text.language(one) for one in ("vi", "en", "zh")] == ["vi", "en", "vi"]


def test_texts_are_values() -> None:
    one, other = Text({"vi": "a", "en": "b"}), Text({"en": "b", "vi": "a"})
    assert one == other
    assert hash(one) == hash(other)
    assert one != Text({"vi": "a"})
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  (our own bytes)
    assert repr(Text({"vi": "a"})) == "Text({'vi': 'a'})"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Núi", "wrong_type"),
        (["Núi"], "wrong_type"),
        (None, "wrong_type"),
        ({"vi": ["Núi"]}, "wrong_type"),
        ({"vi": None}, "wrong_type"),
        ({"en": "Mountain"}, "missing_source_text"),
        ({"vi": "  ", "en": "Mountain"}, "missing_source_text"),
        ({}, "missing_source_text"),
        ({"vi": "Núi", "fr": "Montagne"}, "unknown_language"),
    ],
)
def test_a_text_that_is_none_is_refused(value: object, expected: str) -> None:
    assert fault(Text, value) == expected


def test_the_languages_of_a_text_are_those_of_the_portal() -> None:
    adapter = TypeAdapter(Text)
    lao = adapter.validate_python({"vi": "Núi", "lo": "ພູ"}, context={"languages": ("vi", "lo")})
    assert lao["lo"] == "ພູ"
    assert fault(Text, {"vi": "Núi", "en": "Mountain"}, languages=("vi", "lo")) == "unknown_language"


@pytest.mark.parametrize(
    ("iso", "precision", "first", "last"),
    [
        ("2015", "year", dt.date(2015, 1, 1), dt.date(2015, 12, 31)),
        ("2015-02", "month", dt.date(2015, 2, 1), dt.date(2015, 2, 28)),
        ("2016-02", "month", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2015-12", "month", dt.date(2015, 12, 1), dt.date(2015, 12, 31)),
        ("1909-06-28", "day", dt.date(1909, 6, 28), dt.date(1909, 6, 28)),
    ],
)
def test_a_partial_date_names_a_period(iso: str, precision: str, first: dt.date, last: dt.date) -> None:
    date = PartialDate.parse(iso)
    assert (date.precision, date.first, date.last) == (precision, first, last)
    assert TypeAdapter(PartialDate).dump_python(date) == iso


@pytest.mark.parametrize(
    "text", ["", "15", "2015-1", "2015-13", "2015-00", "2015-02-30", "2015/01", "0000", "2015-01-23T00:00"]
)
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    assert fault(PartialDate, text) == "bad_date"


@pytest.mark.parametrize("text", ["2015", "2015-1-23", "23/1/2015", "2015-02-29", "14:30", "", "20150123"])
def test_a_day_is_written_in_full(text: str) -> None:
    assert fault(Day, text) == "bad_date"
    assert read(Day, "2016-02-29") == dt.date(2016, 2, 29)


@pytest.mark.parametrize("text", ["yes", "no", "True", "1", "", "có"])
def test_a_flag_is_true_or_false_and_nothing_else(text: str) -> None:
    assert fault(Flag, text) == "wrong_type"
    assert (read(Flag, "true"), read(Flag, "false"), read(Flag, True)) == (True, False, True)


@pytest.mark.parametrize("good", ["https://a.vn", "http://a.vn/x?y=1&z=2#t", "https://a.vn/ă"])
def test_an_address_has_a_scheme_of_the_web(good: str) -> None:
    assert read(Url, good) == good


@pytest.mark.parametrize(
    "bad",
    ["a.vn", "//a.vn", "ftp://a.vn", "javascript:alert(1)", "https://a b", 'https://a"b', "https://", ""],
)
def test_what_is_no_address_of_the_web_is_refused(bad: str) -> None:
    assert fault(Url, bad) == "bad_url"


@pytest.mark.parametrize("bad", ["", "Ubnd", "ủy-ban", "a_b", "a--b", "-a", "a-", "a b", "../a", "a\n"])
def test_an_identifier_is_lower_case_ascii_with_hyphens(bad: str) -> None:
    assert fault(Identifier, bad) == "bad_id"
    assert read(Identifier, "lc-2015-02a") == "lc-2015-02a"


def test_a_source_has_a_title_and_no_unknown_keys() -> None:
    assert fault(Source, {"title": ""}) == "string_too_short"
    assert fault(Source, {"title": "Báo", "adress": "x"}) == "extra_forbidden"
    source = read(Source, {"title": " Báo ", "date": "2015", "mark": "S2"})
    assert isinstance(source, Source)
    assert (source.title, source.mark, source.url) == ("Báo", "S2", None)


def test_a_label_falls_back_to_english() -> None:
    public = Public("Tên", "Name")
    assert [public.label(one) for one in ("vi", "en", "zh", "lo")] == ["Tên", "Name", "Name", "Name"]
