"""YAML as text: every scalar as written, every value with its place, nothing clever."""

from __future__ import annotations

import pytest

from subportal.issues import Issue, Position
from subportal.load.yamltext import MAX_DEPTH, YamlText, parse


def read(text: str, *, first_line: int = 1) -> YamlText:
    issues: list[Issue] = []
    parsed = parse(text, "a.yml", issues, first_line=first_line)
    assert not issues
    assert parsed is not None
    return parsed


def faults(text: str, *, first_line: int = 1) -> list[tuple[str, int, int]]:
    issues: list[Issue] = []
    parsed = parse(text, "a.yml", issues, first_line=first_line)
    assert parsed is None
    assert all(one.vi and one.en for one in issues)
    return [(one.code, one.position.line, one.position.column) for one in issues]


@pytest.mark.parametrize(
    "written", ["14:30", "0123", "no", "NO", "yes", "1e3", "2015-01-23", "0x1F", "1_000", ".5", "true"]
)
def test_a_plain_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"a: {written}\n").value == {"a": written}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n", {"a": None}),
        ('a: ""\n', {"a": ""}),
        ("a: null\n", {"a": "null"}),
        ("a: ~\n", {"a": "~"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: >\n  x\n  y\n", {"a": "x y\n"}),
        ("- a\n- b: c\n", ["a", {"b": "c"}]),
        ("{a: [b, c]}", {"a": ["b", "c"]}),
        ("123: x\n", {"123": "x"}),
        ("", None),
        ("# only a comment\n", None),
    ],
)
def test_what_yaml_says(text: str, value: object) -> None:
    assert read(text).value == value


TEXT = """\
title: {vi: Núi, en: Mountain}
sources:
  - title: Báo
    url: https://a.vn
  -   title: Khác
note: x
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 1, 8),
        (("title", "vi"), 1, 13),
        (("title", "en"), 1, 22),
        (("sources",), 3, 3),
        (("sources", 0, "url"), 4, 10),
        (("sources", 1), 5, 7),
        (("sources", 1, "title"), 5, 14),
        (("note",), 6, 7),
        (("title", "zh"), 1, 8),
        (("absent",), 1, 1),
        (("sources", 7, "title"), 3, 3),
    ],
)
def test_a_value_has_its_place_and_a_missing_one_that_of_what_is_above(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    assert read(TEXT).position(path) == Position("a.yml", line, column)


def test_a_key_has_its_own_place() -> None:
    parsed = read(TEXT)
    assert parsed.position(("sources", 0, "url"), of_key=True) == Position("a.yml", 4, 5)
    assert parsed.position(("note",), of_key=True) == Position("a.yml", 6, 1)


def test_places_count_from_the_first_line_of_the_part() -> None:
    assert read(TEXT, first_line=12).position(("note",)).line == 17
    assert faults("a: [\n", first_line=12)[0][1] >= 12


def test_chinese_and_vietnamese_count_as_characters_in_columns() -> None:
    assert read("{vi: Đường, zh: 道路, en: Road}").position(("en",)).column == 25


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", [("E102", 2, 1)]),
        ("a: {b: 1, b: 2}\n", [("E102", 1, 11)]),
        ("- a: 1\n  a: 2\n- b: 1\n  b: 2\n", [("E102", 2, 3), ("E102", 4, 3)]),
        ("a: &x 1\nb: *x\n", [("E109", 1, 4)]),
        ("a: &x {b: 1}\n<<: *x\n", [("E109", 1, 4)]),
        ("a: !!python/object:os.system x\n", [("E109", 1, 4)]),
        ("a: !custom x\n", [("E109", 1, 4)]),
        ("? [a, b]\n: c\n", [("E109", 1, 3)]),
    ],
)
def test_every_fault_stands_where_it_is(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text", ["a: [b\n", "a: 'b\n", "a: b: c\n", "a:\n\t- b\n", "\x00", "a: 1\n---\nb: 2\n"]
)
def test_broken_yaml_is_a_fault_and_no_exception(text: str) -> None:
    assert [code for code, _, _ in faults(text)] == ["E101"]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_a_bomb_of_brackets_is_refused_before_it_is_parsed(opening: str) -> None:
    assert [code for code, _, _ in faults("a: " + opening * 100_000)] == ["E109"]


def test_deep_indentation_is_refused_and_reasonable_depth_is_not() -> None:
    deep = "".join(f"{'  ' * level}a:\n" for level in range(MAX_DEPTH + 3))
    assert {code for code, _, _ in faults(deep)} == {"E109"}
    assert read("".join(f"{'  ' * level}a:\n" for level in range(12))).value


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 12)]
    assert {code for code, _, _ in faults("\n".join(lines))} == {"E109"}
