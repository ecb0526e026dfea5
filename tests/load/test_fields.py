"""From parsed YAML to a model: all faults at once, each with its place, its field and a hint."""

from __future__ import annotations

import pytest

from subportal.issues import Issue
from subportal.load.fields import hints, read_model
from subportal.load.yamltext import parse
from subportal.records.activity import Activity
from subportal.records.agency import Agency
from subportal.records.base import Record
from subportal.records.figure import Figure
from subportal.records.page import PageFacts
from subportal.records.plan import Plan
from tests.projects import LANGUAGES
from tests.records.samples import ACTIVITY, AGENCY, FIGURE, PLAN


def read(kind: type, text: str) -> tuple[object, list[Issue]]:
    issues: list[Issue] = []
    parsed = parse(text, "a.yml", issues)
    assert parsed is not None
    given = {"id": "a"} if issubclass(kind, Record) else None
    return read_model(kind, parsed, issues, languages=LANGUAGES, given=given), issues


def faults(kind: type, text: str) -> list[tuple[str, int, int, str]]:
    record, issues = read(kind, text)
    assert record is None
    return [(one.code, one.position.line, one.position.column, one.field) for one in issues]


@pytest.mark.parametrize(
    ("kind", "text"), [(Activity, ACTIVITY), (Agency, AGENCY), (Figure, FIGURE), (Plan, PLAN)]
)
def test_a_right_record_is_read(kind: type, text: str) -> None:
    record, issues = read(kind, text)
    assert isinstance(record, kind)
    assert issues == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        (Figure, "unit: km2", "unti: km2", [("E107", 1, 1, "unit"), ("E103", 4, 1, "unti")]),
        (Figure, "unit: km2", "unit: km4", [("E108", 4, 7, "unit")]),
        (Figure, "en: Area", "en: [Area]", [("E105", 1, 28, "title.en")]),
        (Figure, "en: Area", "fr: Aire", [("E113", 1, 28, "title.fr")]),
        (Figure, "as_of: 2023-12", "as_of: 12/2023", [("E106", 5, 8, "as_of")]),
        (Figure, "sources:\n  - title: Nguồn thử", "sources: Nguồn", [("E105", 9, 10, "sources")]),
        (Figure, "  - title: Nguồn thử", "  - titel: Nguồn", None),
        (Figure, "  - title: Nguồn thử", "  - title: ''", [("E119", 10, 12, "sources.0.title")]),
        (Figure, "group: land", "group:", [("E119", 2, 7, "group")]),
        (Plan, "year: 2015", "year: hai nghìn", [("E105", 4, 7, "year")]),
        (Plan, "role: cited", "role: citde", [("E108", 12, 34, "bases.1.role")]),
        (Plan, "issuer: ubnd", "issuer: UBND", [("E112", 5, 9, "issuer")]),
        (Activity, "ends_on: 2015-12-31", "ends_on: 2014-12-31", [("E104", 13, 12, "period.ends_on")]),
        (Activity, "lead: [ubnd]", "lead: [ubnd, Sở]", [("E112", 8, 14, "lead.1")]),
        (Activity, "lead: [ubnd]", "lead: ubnd", [("E105", 8, 7, "lead")]),
        (Activity, "every: quarterly", "evry: quarterly", [("E103", 14, 3, "period.evry")]),
        (Agency, "since: 2025-03", "since: 2025-13", [("E106", 6, 12, "succession.0.since")]),
        (Agency, "url: https:", "url: htp:", [("E111", 11, 14, "succession.0.sources.0.url")]),
    ],
)
def test_a_fault_has_line_column_and_key_path(
    kind: type, old: str, new: str, expected: list[tuple[str, int, int, str]] | None
) -> None:
    samples = {Figure: FIGURE, Plan: PLAN, Activity: ACTIVITY, Agency: AGENCY}
    assert old in samples[kind]
    found = faults(kind, samples[kind].replace(old, new, 1))
    if expected is None:
        assert {code for code, *_ in found} == {"E103", "E107"}
    else:
        assert sorted(found) == sorted(expected)


def test_all_faults_of_a_record_are_told_at_once() -> None:
    text = FIGURE.replace("km2", "km4").replace("2023-12", "hôm nay").replace("9068.73", "rộng") + "x: y\n"
    assert sorted(code for code, *_ in faults(Figure, text)) == ["E103", "E105", "E106", "E108"]


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        (Figure, FIGURE + "remrak: x\n", "remark"),
        (Figure, FIGURE + "    ulr: x\n", "url"),
        (Plan, PLAN.replace("clause: III.1", "cluase: III.1"), "clause"),
        (Activity, ACTIVITY.replace("starts_on", "start_on"), "starts_on"),
        (PageFacts, "title: a\ndescription: b\nreviwed: 2026-01-01\n", "reviewed"),
    ],
)
def test_a_mistyped_key_is_told_with_the_nearest_one(kind: type, text: str, hint: str) -> None:
    record, issues = read(kind, text)
    assert record is None
    (unknown,) = [one for one in issues if one.code == "E103"]
    assert unknown.vi.endswith(f'Có phải "{hint}"?')
    assert unknown.en.endswith(f'Did you mean "{hint}"?')


def test_what_is_far_from_everything_draws_no_hint() -> None:
    assert hints("xyz", ["agency", "plan"]) == {"hint_vi": "", "hint_en": ""}
    assert hints("agencey", ["agency", "plan"])["hint_en"] == ' Did you mean "agency"?'


@pytest.mark.parametrize("text", ["- a\n- b\n", "chỉ là chữ\n", "# trống\n", ""])
def test_a_file_that_holds_no_keys_is_refused(text: str) -> None:
    assert [code for code, *_ in faults(Figure, text)] == ["E117"]


def test_the_id_comes_from_the_name_of_the_file_alone() -> None:
    record, issues = read(Figure, FIGURE)
    assert issues == []
    assert isinstance(record, Figure)
    assert record.id == "a"


def test_a_long_value_is_cut_in_the_message() -> None:
    _, issues = read(Figure, FIGURE.replace("km2", "k" * 500))
    assert len(issues[0].en) < 600
    assert f'"{"k" * 80}…"' in issues[0].en
