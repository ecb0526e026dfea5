"""How far press conferences may lie apart, seen from today."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.check import check_content
from tests.broken import PLANNED, PRESS
from tests.projects import LANGUAGES, TODAY, write_content


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ([], ["W423"]),
        (["2026-10-23 held"], ["W423"]),
        (["2026-10-23 held", "2027-01-20 planned"], []),
        (["2026-10-23 held", "2027-01-24 planned"], ["W422"]),
        (["2026-10-23 held", "2026-12-20 cancelled"], ["W423"]),
        (["2026-10-23 held", "2026-12-20 planned", "2027-04-20 planned"], ["W422"]),
        (["2025-01-01 held", "2026-10-23 held", "2026-12 planned"], []),
        (["2026-11-21 planned"], []),
    ],
)
def test_conferences_of_the_past_are_not_blamed_and_coming_ones_lie_near(
    tmp_path: Path, days: list[str], codes: list[str]
) -> None:
    files: dict[str, str | bytes] = {**PLANNED}
    for number, one in enumerate(days):
        day, state = one.split()
        files[f"records/press/p{number}.yml"] = PRESS.format(day=day, state=state)
    issues = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY).issues
    assert [one.code for one in issues] == codes


def test_releases_are_no_conferences_and_portals_without_a_plan_are_free(tmp_path: Path) -> None:
    held = PRESS.format(day="2026-10-23", state="held")
    release = PRESS.format(day="2026-12-01", state="planned").replace("conference", "release")
    files: dict[str, str | bytes] = {"records/press/a.yml": held, "records/press/b.yml": release}
    content = write_content(tmp_path, files)
    assert check_content(content, languages=LANGUAGES, today=TODAY).issues == ()
    content = write_content(tmp_path, PLANNED)
    for day, codes in ((TODAY, ["W423"]), (TODAY.replace(year=2027), [])):
        issues = check_content(content, languages=LANGUAGES, today=day).issues
        assert [one.code for one in issues] == codes
