"""Where the portal stands: translations, approvals, reviews, deadlines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from subportal.digest import approval_digest
from subportal.status import Status, format_csv, format_json, format_text, take_status
from tests.projects import LANGUAGES, PAGE, TODAY
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION, read_portal, sample_portal

FIG, VI, EN = "records/figure/dien-tich.yml", "vi/general/page.md", "en/general/page.md"


@pytest.fixture(scope="module")
def status() -> Status:
    return take_status(sample_portal())


def of(taken: Status, kind: str, identifier: str) -> dict[str, object]:
    (item,) = [one for one in taken.items if (one.kind, one.id) == (kind, identifier)]
    return {
        "visibility": item.visibility,
        **item.translations,
        "review": item.review,
        "approval": item.approval,
    }


def test_every_page_and_every_record_is_counted_once(status: Status) -> None:
    portal = sample_portal()
    assert len(status.items) == len(portal.pages) + len(list(portal.all_records()))
    assert status.today == TODAY.isoformat()


@pytest.mark.parametrize(
    ("kind", "identifier", "expected"),
    [
        ("page", "general/page", {"vi": "current", "en": "current", "zh": "missing"}),
        ("document", "quyet-dinh", {"vi": "current", "en": "missing", "zh": "missing"}),
        ("plan", "ke-hoach", {"vi": "current", "en": "current", "zh": "current"}),
    ],
)
def test_translations_are_told_by_language(
    status: Status, kind: str, identifier: str, expected: dict[str, str]
) -> None:
    assert of(status, kind, identifier).items() >= expected.items()


def test_an_internal_record_is_told_as_such_and_has_no_translations(status: Status) -> None:
    assert of(status, "activity", "noi-bo") == {"visibility": "internal", "review": "", "approval": "none"}


def test_internal_deadlines_are_left_out_and_the_others_come_by_day(status: Status) -> None:
    assert [(due.id, due.last_day, due.passed) for due in status.deadlines] == [
        ("hop-bao-q1", "2015-03-31", True),
        ("bao-cao", "2015-11-14", True),
    ]


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-11-20", "due"), ("2026-11-21", "ok"), ("2027-01-01", "ok")]
)
def test_a_review_is_due_after_its_day(tmp_path: Path, day: str, expected: str) -> None:
    files = {
        **SAMPLES,
        FIG: FIGURE + f"review_by: {day}\n",
        VI: PAGE.replace("visibility", f"review_by: {day}\nvisibility"),
    }
    taken = take_status(read_portal(tmp_path, files))
    assert of(taken, "figure", "dien-tich")["review"] == expected
    assert of(taken, "page", "general/page")["review"] == expected


def test_an_approval_is_valid_until_an_edit(tmp_path: Path) -> None:
    portal = sample_portal()
    good = {
        FIG: approval_digest(portal.records["figure"]["dien-tich"]),
        VI: approval_digest(portal.pages["general/page"]),
    }
    for name, expected in (("valid", "valid"), ("void", "void")):
        mark = {key: value if name == "valid" else "0" * 16 for key, value in good.items()}
        files = {
            **SAMPLES,
            FIG: FIGURE + f"approved: {{by: UBND, on: 2026-01-01, hash: {mark[FIG]}}}\n",
            VI: PAGE.replace(
                "visibility", f"approved: {{by: UBND, on: 2026-01-01, hash: {mark[VI]}}}\nvisibility"
            ),
        }
        taken = take_status(read_portal(tmp_path / name, files))
        assert of(taken, "figure", "dien-tich")["approval"] == expected
        assert of(taken, "page", "general/page")["approval"] == expected


def test_text_counts_and_names_what_needs_work(tmp_path: Path) -> None:
    stale = TRANSLATION.replace("description", "source_hash: '0'\ndescription")
    files = {**SAMPLES, EN: stale, FIG: FIGURE + "review_by: 2020-01-01\n"}
    text = format_text(take_status(read_portal(tmp_path, files)), LANGUAGES)
    assert "page general/page: en outdated, zh missing" in text
    assert "figure dien-tich: review due" in text
    assert "Internal, not published: 1" in text
    assert "Reviews due: 1" in text
    assert "2015-11-14 ke-hoach bao-cao (đã qua / passed)" in text
    assert "noi-bo" not in text
    assert "None" not in text


def test_json_and_csv_hold_every_item(status: Status) -> None:
    data = json.loads(format_json(status))
    assert len(data["items"]) == len(status.items)
    rows = list(csv.DictReader(io.StringIO(format_csv(status, LANGUAGES))))
    assert len(rows) == len(status.items)
    assert list(rows[0])[:6] == ["kind", "id", "visibility", "vi", "en", "zh"]
    assert {row["zh"] for row in rows if row["id"] == "quyet-dinh"} == {"missing"}
