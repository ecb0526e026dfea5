"""Each rule: what it reports, and what it must let pass."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from subportal.digest import approval_digest
from tests.projects import PAGE
from tests.records.samples import (
    ACTIVITY,
    DOCUMENT,
    FIGURE,
    OFFICE,
    PLAN,
    SAMPLES,
    TRANSLATION,
    read_portal,
)
from tests.rules.faults import codes, issues

VI, EN, ZH = "vi/general/page.md", "en/general/page.md", "zh/general/page.md"
FIG, DOC = "records/figure/dien-tich.yml", "records/document/nghi-dinh.yml"
TERMS = "records/term/bien-dong.yml"
NFD = unicodedata.normalize("NFD", "Biên giới")


def test_the_samples_break_no_rule(tmp_path: Path) -> None:
    assert issues(tmp_path, {}) == ()


# References ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "old", "new", "field"),
    [
        ("records/activity/hop-bao.yml", "lead: [ubnd]", "lead: [ubdn]", "lead.0"),
        ("records/activity/hop-bao.yml", "plan: ke-hoach", "plan: ke-hoahc", "plan"),
        ("records/plan/ke-hoach.yml", "document: quyet-dinh", "document: quyet-dnih", "bases.1.document"),
        (
            "records/plan/ke-hoach.yml",
            "activities: [hop-bao]",
            "activities: [hop-boa]",
            "duties.0.activities.0",
        ),
        ("records/agency/ubnd.yml", "agency: so-thu", "agency: so-tuh", "succession.0.agency"),
        ("portal.yml", "plan: ke-hoach", "plan: ke-hoahc", "plan"),
    ],
)
def test_a_reference_to_nothing_is_told_with_the_nearest_id(
    tmp_path: Path, path: str, old: str, new: str, field: str
) -> None:
    (found,) = issues(tmp_path, {path: SAMPLES[path].replace(old, new)})
    assert (found.code, found.field) == ("E201", field)
    assert "Did you mean" in found.en


def test_what_is_public_refers_to_nothing_internal(tmp_path: Path) -> None:
    hidden = OFFICE.replace("visibility: public", "visibility: internal")
    found = issues(tmp_path, {"records/agency/so-thu.yml": hidden})
    assert {(one.code, one.position.path, one.field) for one in found} >= {
        ("E207", "content/records/activity/hop-bao.yml", "cooperating.0"),
        ("E207", "content/records/activity/mot-phan.yml", "lead.0"),
        ("E207", "content/records/agency/ubnd.yml", "succession.0.agency"),
    }


def test_an_internal_part_may_refer_to_what_is_internal(tmp_path: Path) -> None:
    old = "    visibility: internal\n    reason: Chỉ dùng trong cơ quan\n    text: {vi: Nhiệm vụ"
    assert old in PLAN
    plan = PLAN.replace(old, f"    activities: [noi-bo]\n{old}")
    assert codes(tmp_path, {"records/plan/ke-hoach.yml": plan}) == []


def test_relations_between_documents_are_mutual(tmp_path: Path) -> None:
    other = "records/document/quyet-dinh.yml"
    one_sided = DOCUMENT + "replaces: [quyet-dinh]\n"
    assert codes(tmp_path / "a", {DOC: one_sided}) == ["E206"]
    mutual = {DOC: one_sided, other: SAMPLES[other] + "replaced_by: [nghi-dinh]\n"}
    assert codes(tmp_path / "b", mutual) == []


# Markdown -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[a](index.md) [b](../index.md) [c](news-a.md) [d](page.md#de-muc-mot) [e](#de-muc-mot)",
        "[a](agency:ubnd) [b](plan:ke-hoach#timeline) [c](agency:) [d](figure:dien-tich)",
        "[a](https://a.vn) [b](http://a.vn/x.md#y) [c](mailto:a@b.vn) [d](tel:+842133876501)",
        "<https://a.vn> và https://b.vn",
        "![Núi](../../media/nui.svg)",
        "`[x](khong-co.md)`",
        "```\n[x](khong-co.md) <script>\n```",
        "```yaml\n- a: [\n```",
        "```figures\n- dien-tich\n```",
        "```gallery\n- {image: ../../media/nui.svg, alt: Núi}\n```",
        "```bilingual\n- {vi: Một, en: One}\n```",
        "a < b > c && d <3",
        "H<sub>2</sub>O <abbr title='x'>y</abbr> <!-- lời dặn -->",
        "a[^1]\n\n[^1]: Ghi chú.",
        "### Mục con\n\n#### Mục cháu",
    ],
)
def test_markdown_that_is_right_passes(tmp_path: Path, text: str) -> None:
    files = {VI: f"{PAGE}\n{text}\n", EN: TRANSLATION, "media/nui.svg": "<svg/>"}
    found = [code for code in codes(tmp_path, files) if code != "W306"]
    assert found == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[a](page.md#khong-co)", "E203", 13),
        ("[a](news-a.md#khong-co)", "E203", 13),
        ("[a](news-a)", "E210", 13),
        ("[a](../../media/nui.pdf)", "E210", 13),
        ("[a](//evil.example)", "E210", 13),
        ("[a](data:text/html,x)", "E210", 13),
        ("[a](../../../vi/general/page.md)", "E202", 13),
        ("[a](activity:noi-bo)", "E207", 13),
        ("[a](plan:)  [b](plan:khong-co)", "E201", 13),
        ("![a](nui.svg)", "E204", 13),
        ("![a](https://a.vn/nui.svg)", "E204", 13),
        ("![a](../../../secret.svg)", "E204", 13),
        ("```gallery\n- {image: ../../media/mui.svg, alt: a}\n```", "E204", 14),
        ('```gallery\n- {image: ../../media/nui.svg, alt: ""}\n```', "E205", 14),
        ("```figures\n- dien-tihc\n```", "E201", 13),
        ("```timeline\n- {date: a, txet: b}\n```", "E103", 14),
        ("```facts\nA: 1\nA: 2\n```", "E208", 15),
        ("Một <b>đậm</b>", "E209", 13),
        ("<div>\n\nx\n\n</div>", "E209", 13),
        ("# To\n", "E309", 13),
    ],
)
def test_a_fault_in_markdown_is_told_on_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    found = issues(tmp_path, {VI: f"{PAGE}\n{text}\n", "media/nui.svg": "<svg/>"})
    assert (code, f"content/{VI}", line) in [
        (one.code, one.position.path, one.position.line) for one in found
    ]


def test_an_anchor_in_a_translation_may_be_that_of_the_original(tmp_path: Path) -> None:
    text = TRANSLATION.replace("## Heading one", "## Heading one") + "[a](#de-muc-mot) [b](news-a.md)\n"
    assert codes(tmp_path, {EN: text}) == []
    assert codes(tmp_path / "b", {EN: TRANSLATION + "[a](#heading-one)\n"}) == ["E203"]


# Publication and approval -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({FIG: FIGURE.replace("sources:\n  - title: Nguồn thử\n", "")}, ["E404"]),
        ({FIG: FIGURE.replace("sources:\n  - title: Nguồn thử\n", "").replace("public", "internal")}, []),
        ({VI: PAGE.replace("sources:\n  - title: Nguồn thử\n", "")}, ["E404"]),
        ({VI: PAGE.replace("sources:\n  - title: Nguồn thử\n", "").replace("public", "internal")}, []),
        ({"vi/about.md": PAGE.replace("sources:\n  - title: Nguồn thử\n", "")}, []),
        ({FIG: FIGURE + "sample: true\n"}, ["W403"]),
        ({FIG: FIGURE + "sample: false\n"}, []),
        ({FIG: FIGURE + "review_by: 2026-11-20\n"}, ["W409"]),
        ({FIG: FIGURE + "review_by: 2026-11-21\n"}, []),
        ({FIG: FIGURE.replace("public", "internal") + "review_by: 2020-01-01\n"}, []),
        ({"records/plan/ke-hoach.yml": PLAN.replace("    reason: Đã ban hành\n", "", 1)}, ["E407"]),
        ({"records/activity/hop-bao.yml": ACTIVITY.replace("reason: Đã ban hành\n", "")}, ["E407"]),
        ({"portal.yml": SAMPLES["portal.yml"].replace("telephone: 0213 3876 000\n", "")}, ["W405"]),
    ],
)
def test_what_is_published_has_sources_reasons_and_a_review(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[str]
) -> None:
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("path", "old", "field"),
    [
        (FIG, "visibility: public", "visibility"),
        (DOC, "visibility: public", "visibility"),
        (TERMS, "visibility: public", "visibility"),
        ("records/plan/ke-hoach.yml", "visibility: public", "visibility"),
        (VI, "visibility: public", "visibility"),
    ],
)
def test_only_an_activity_has_a_summary(tmp_path: Path, path: str, old: str, field: str) -> None:
    text = {**SAMPLES, VI: PAGE}[path].replace(old, old.replace("public", "summary"), 1)
    found = [one for one in issues(tmp_path, {path: text}) if one.code == "E411"]
    assert [(one.field, one.position.path) for one in found] == [(field, f"content/{path}")]
    assert "summary" in text.split("\n")[found[0].position.line - 1]


def test_an_approval_holds_until_the_content_changes(tmp_path: Path) -> None:
    portal = read_portal(tmp_path / "a")
    digest = approval_digest(portal.records["figure"]["dien-tich"])
    approval = f"approved: {{by: UBND tỉnh, on: 2026-01-01, hash: {digest}}}\n"
    assert codes(tmp_path / "b", {FIG: FIGURE + approval}) == []
    assert codes(tmp_path / "c", {FIG: FIGURE.replace("vi: Diện tích", "vi: Diện tích mới") + approval}) == [
        "W406"
    ]
    assert codes(tmp_path / "f", {FIG: FIGURE.replace("value: ", "value: 1") + approval}) == ["W406"]
    assert codes(tmp_path / "g", {FIG: FIGURE + approval + "note: Đã xem\n"}) == []
    page = approval_digest(portal.pages["general/page"])
    head = f"approved: {{by: UBND tỉnh, on: 2026-01-01, hash: {page}}}\nvisibility"
    assert codes(tmp_path / "d", {VI: PAGE.replace("visibility", head)}) == []
    assert codes(tmp_path / "e", {VI: PAGE.replace("visibility", head) + "Thêm.\n"}) == ["W406"]
