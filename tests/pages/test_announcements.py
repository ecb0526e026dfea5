"""Notices stand on every page between their days, the gravest first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from subportal.check import check_content
from subportal.pages.announcements import render_announcements, render_feedback
from subportal.pages.site import Site
from subportal.public import project
from tests.projects import LANGUAGES, PORTAL, write_content

NOTICES = """\
notices:
  - text: {vi: Nghỉ Tết, en: Closed for Tet, zh: 春节放假}
    starts_on: 2026-02-14
    ends_on: 2026-02-20
    link: general/page.md
  - text: {vi: Bão số 1}
    starts_on: 2026-02-19
    ends_on: 2026-02-19
    level: emergency
    link: agency:ubnd
  - text: {vi: Bảo trì, en: Maintenance, zh: 维护}
    starts_on: 2026-02-19
    ends_on: 2026-02-22
    level: warning
    link: https://example.gov.vn/
"""


def site(folder: Path, settings: str, day: str, language: str = "vi") -> Site:
    content = write_content(folder, {"portal.yml": settings})
    checked = check_content(content, languages=LANGUAGES, today=dt.date.fromisoformat(day))
    assert checked.issues == ()
    assert checked.portal
    return Site(project(checked.portal), language)


def shown(folder: Path, day: str, language: str = "vi") -> list[dict[str, Any]]:
    return render_announcements(site(folder, PORTAL + NOTICES, day, language))


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        ("2026-02-13", []),
        ("2026-02-14", ["Nghỉ Tết"]),
        ("2026-02-19", ["Bão số 1", "Bảo trì", "Nghỉ Tết"]),
        ("2026-02-20", ["Bảo trì", "Nghỉ Tết"]),
        ("2026-02-22", ["Bảo trì"]),
        ("2026-02-23", []),
    ],
)
def test_a_notice_is_shown_from_its_first_to_its_last_day(tmp_path: Path, day: str, texts: list[str]) -> None:
    assert [one["text"] for one in shown(tmp_path, day)] == texts


def test_a_notice_says_how_grave_it_is_and_where_more_is_said(tmp_path: Path) -> None:
    storm, repair, closing = shown(tmp_path, "2026-02-19", "en")
    assert (storm["label"], storm["text"], storm["lang"]) == ("Urgent", "Bão số 1", "vi")
    assert [one["href"] for one in (storm, repair, closing)] == [
        "agencies/ubnd.md",
        "https://example.gov.vn/",
        "general/page.md",
    ]
    assert (closing["text"], closing["until"]) == ("Closed for Tet", "2026-02-20")
    assert "lang" not in closing


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", {"endpoint": "", "email": "thu@example.gov.vn"}),
        ("feedback: {email: y-kien@example.gov.vn}\n", {"endpoint": "", "email": "y-kien@example.gov.vn"}),
        (
            "feedback: {endpoint: https://example.gov.vn/y-kien}\n",
            {"endpoint": "https://example.gov.vn/y-kien", "email": "thu@example.gov.vn"},
        ),
    ],
)
def test_answers_go_where_the_settings_say_or_to_the_imprint(
    tmp_path: Path, written: str, expected: dict[str, str]
) -> None:
    assert render_feedback(site(tmp_path, PORTAL + written, "2026-02-01")) == expected


def test_with_no_address_known_there_is_none(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"portal.yml": PORTAL.replace("email: thu@example.gov.vn\n", "")})
    checked = check_content(content, languages=LANGUAGES, today=dt.date(2026, 2, 1))
    assert checked.portal
    assert render_feedback(Site(project(checked.portal), "vi")) == {"endpoint": "", "email": ""}
