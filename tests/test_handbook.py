"""The made pages of the handbook are those that the declarations give today."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.handbook import main, render_errors, render_fields
from subportal.issues import catalogue
from subportal.records import kinds
from subportal.records.base import Public
from tests.projects import ROOT

DOCS = ROOT / "docs"


@pytest.mark.parametrize(("name", "text"), [("errors.md", render_errors()), ("fields.md", render_fields())])
def test_the_page_is_up_to_date(name: str, text: str) -> None:
    assert (DOCS / name).read_text("utf-8") == text, "run `make docs`"


def test_every_code_has_a_row_in_both_languages() -> None:
    rows = [line.split(" | ") for line in render_errors().split("\n") if line.startswith(("| E", "| W"))]
    assert len(rows) == len(catalogue())
    assert all(len(row) == 3 and row[1] and row[2] for row in rows)
    assert "{" not in render_errors().replace("{#", "")


def test_every_field_of_every_kind_has_a_row_that_tells_whether_it_is_public() -> None:
    text = render_fields()
    for name, kind in kinds().items():
        part = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        for field, info in kind.model_fields.items():
            if field == "id":
                continue
            (row,) = [
                line for line in part.partition("\n### ")[0].split("\n") if line.startswith(f"| `{field}` |")
            ]
            public = any(isinstance(mark, Public) for mark in info.metadata)
            assert (row.split(" | ")[2].strip() == "có / yes") is public, field


def test_the_pages_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    main(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"errors.md", "fields.md"}
