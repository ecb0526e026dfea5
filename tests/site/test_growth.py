"""Three thousand records: no page grows with their number."""

from __future__ import annotations

from pathlib import Path

from subportal.engine.build import build
from subportal.engine.project import load_project
from subportal.issues import format_text
from tests.projects import TODAY, write_project
from tests.records.samples import SAMPLES
from tests.records.samples_kinds import PROJECT

FEW, MANY = 300, 3000
SECTORS = ("energy", "tourism", "agriculture")
GROWTH = 1.1
"""Numbers of pages and dates have more digits; a list is not longer."""


def sizes(folder: Path, count: int) -> dict[str, int]:
    """Return the sizes of all pages of a portal with so many projects that all name one place and agency."""
    files = {
        f"records/project/p{number:04}.yml": PROJECT.replace("energy", SECTORS[number % len(SECTORS)])
        for number in range(count)
    }
    without = {name: text for name, text in SAMPLES.items() if "/project/" not in name}
    project = load_project(write_project(folder, {**without, **files}))
    built = build(project, today=TODAY, languages=["vi"])
    assert built.pages > count, format_text(built.checked.issues)
    return {
        path.relative_to(project.site).as_posix(): path.stat().st_size
        for path in project.site.rglob("*.html")
    }


def test_the_largest_page_is_as_large_with_ten_times_the_records(tmp_path: Path) -> None:
    few, many = sizes(tmp_path / "few", FEW), sizes(tmp_path / "many", MANY)
    print(f"{FEW}: {max(few.values())} bytes; {MANY}: {max(many.values())} bytes")  # noqa: T201  (a measure)
    assert max(many.values()) <= max(few.values()) * GROWTH
    grown = {name: (few[name], size) for name, size in many.items() if size > few.get(name, size) * GROWTH}
    assert grown == {}
    assert sum(name.startswith("projects/page/") for name in many) == MANY / 50 - 1
