"""Charts of figures: rows in the page's language, by date, by name or over time; what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from subportal.check import check_content
from subportal.public import project
from subportal.stage import render_stage
from tests.projects import LANGUAGES, PAGE, TODAY, write_content

HEAD = "group: people\nunit: {unit}\nvisibility: public\nsources:\n  - title: Nguồn thử\n"
FIGURE = "title: {{vi: Số {value}, en: Number {value}}}\nvalue: {value}\nas_of: {year}\n" + HEAD
SERIES = "series:\n  - {as_of: 2019, value: 1}\n  - {as_of: 2020-05, value: 2}\n  - {as_of: 2021, value: 4}\n"
REMARK = "remark: {vi: Làm tròn.}\n"
FILES = {
    "records/figure/a.yml": FIGURE.format(value=100, year=2019, unit="people"),
    "records/figure/b.yml": FIGURE.format(value=200, year=2020, unit="people"),
    "records/figure/c.yml": FIGURE.format(value=300, year=2021, unit="people"),
    "records/figure/d.yml": FIGURE.format(value=400, year=2021, unit="people") + SERIES + REMARK,
    "records/figure/e.yml": FIGURE.format(value=500, year=2022, unit="ha"),
    "records/figure/f.yml": FIGURE.format(value=600, year=2023, unit="people") + REMARK,
}


def block(figures: str) -> dict[str, str]:
    return {
        **FILES,
        "vi/general/page.md": f"{PAGE}\n```figure-chart\ntitle: So sánh\nfigures: [{figures}]\n```\n",
    }


def staged(folder: Path, figures: str, language: str = "vi") -> list[dict[str, Any]]:
    checked = check_content(write_content(folder, block(figures)), languages=LANGUAGES, today=TODAY)
    assert checked.issues == ()
    assert checked.portal is not None
    text = dict(render_stage(project(checked.portal)))[f"{language}/general/page.md"].decode()
    items: list[dict[str, Any]] = json.loads(text.partition("````bars\n")[2].partition("````")[0])["items"]
    return items


def rows(folder: Path, figures: str, language: str = "vi") -> list[tuple[str, str, float]]:
    return [(one["label"], one["value"], one["number"]) for one in staged(folder, figures, language)]


def test_figures_of_several_dates_are_named_by_them(tmp_path: Path) -> None:
    expected = [("2019", "100 người", 100), ("2020", "200 người", 200), ("2021", "300 người", 300)]
    assert rows(tmp_path, "a, b, c") == expected


def test_figures_of_the_same_date_are_named_by_their_titles_or_as_the_author_says(tmp_path: Path) -> None:
    found = rows(tmp_path, "a, {id: c, label: Tên khác}, d")
    assert [label for label, _, _ in found] == ["Số 100", "Tên khác", "Số 400"]


def test_a_figure_alone_is_shown_over_time(tmp_path: Path) -> None:
    assert [number for _, _, number in rows(tmp_path, "d")] == [1, 2, 4]


@pytest.mark.parametrize("figures", ["f, a, b", "d"])
def test_every_value_names_its_source_and_keeps_its_remark(tmp_path: Path, figures: str) -> None:
    found = staged(tmp_path, figures)
    assert [one["sources"] for one in found] == [[{"title": "Nguồn thử"}]] * 3
    assert [one.get("remark") for one in found] == ["Làm tròn.", None, None]


def test_numbers_are_written_in_the_language_of_the_page(tmp_path: Path) -> None:
    assert rows(tmp_path, "a, b, c", "en")[0] == ("2019", "100 people", 100)


@pytest.mark.parametrize(
    ("figures", "code", "words"),
    [
        ("a, b", "E208", "3 values"),
        ("a", "E208", "3 values"),
        ("a, b, e", "E208", "same unit"),
        ("a, b, cc", "E201", "cc"),
    ],
)
def test_what_cannot_be_compared_is_refused(tmp_path: Path, figures: str, code: str, words: str) -> None:
    (found,) = check_content(write_content(tmp_path, block(figures)), languages=LANGUAGES, today=TODAY).issues
    assert found.code == code
    assert words in found.en
    assert (found.position.path, found.position.line) == ("content/vi/general/page.md", 13)
