"""Notices of border gates: shown until their last day, on the gate's page and where a text asks for them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.public import project
from subportal.stage import render_stage
from tests.broken import GATE, GATE_RECORD
from tests.projects import LANGUAGES, PAGE, TODAY, write_content

NOTICES = """\
notices:
  - type: closed
    starts_on: 2026-11-20
    ends_on: 2026-11-25
    text: {vi: Tạm dừng để sửa cầu., en: Closed for repairs of the bridge.}
    sources:
      - {title: Thông báo thử, url: https://example.gov.vn/a}
  - type: hours
    starts_on: 2026-12-01
    text: {vi: Mở từ 8 giờ đến 17 giờ.}
    sources:
      - title: Thông báo hai
"""
BLOCK = "\n```gate-notices\nnone: Hiện không có thông báo nào.\n```\n"
FILES = {GATE: GATE_RECORD + NOTICES, "vi/general/page.md": PAGE + BLOCK}


def staged(folder: Path, day: dt.date) -> dict[str, str]:
    checked = check_content(write_content(folder, FILES), languages=LANGUAGES, today=day)
    assert checked.issues == ()
    assert checked.portal is not None
    return {name: data.decode() for name, data in render_stage(project(checked.portal))}


@pytest.mark.parametrize(
    ("day", "closed", "hours"),
    [
        (TODAY.replace(day=1), True, True),
        (TODAY.replace(day=25), True, True),
        (TODAY.replace(day=26), False, True),
        (TODAY.replace(year=2027), False, True),
    ],
)
def test_a_notice_is_shown_until_its_last_day(
    tmp_path: Path, day: dt.date, closed: bool, hours: bool
) -> None:
    files = staged(tmp_path, day)
    for name in ("vi/places/cua-khau.md", "vi/general/page.md"):
        assert ("Tạm dừng để sửa cầu." in files[name]) is closed
        assert ("Mở từ 8 giờ đến 17 giờ." in files[name]) is hours
        assert "Hiện không có" not in files[name]
        assert "gate-notices" not in files[name]


def test_a_notice_tells_where_what_when_and_who_said_so(tmp_path: Path) -> None:
    files = staged(tmp_path, TODAY)
    text = files["vi/general/page.md"]
    gate = "[Cửa khẩu thử](../places/cua-khau.md)"
    assert f"> {gate} – **Tạm dừng qua lại**: 20/11/2026 – 25/11/2026" in text
    assert f"> {gate} – **Đổi giờ mở cửa**: từ 1/12/2026, cho tới khi có thông báo mới" in text
    assert "[Thông báo thử](<https://example.gov.vn/a>)" in text
    english = files["en/places/cua-khau.md"]
    assert "**Closed**: 20 November 2026 to 25 November 2026" in english
    assert "Closed for repairs of the bridge." in english
    assert '<span lang="vi">Mở từ 8 giờ đến 17 giờ.</span>' in english


def test_without_a_notice_the_text_says_so(tmp_path: Path) -> None:
    files = {GATE: GATE_RECORD, "vi/general/page.md": PAGE + BLOCK}
    checked = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY)
    assert checked.portal is not None
    text = dict(render_stage(project(checked.portal)))["vi/general/page.md"].decode()
    assert "Hiện không có thông báo nào." in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ends_on: 2026-11-25", "ends_on: 2026-11-19", "E104"),
        ("sửa cầu", "tuần tra", "E413"),
        ("      - title: Thông báo hai\n", "      []\n", "E119"),
    ],
)
def test_what_a_notice_must_not_say(tmp_path: Path, old: str, new: str, code: str) -> None:
    files = {GATE: GATE_RECORD + NOTICES.replace(old, new)}
    issues = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY).issues
    assert [one.code for one in issues] == [code]
