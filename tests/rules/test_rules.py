"""Each rule: what it reports, and what it must let pass."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.digest import approval_digest
from subportal.issues import Issue
from subportal.load.source import Source
from subportal.rules import check_texts
from subportal.rules.script import check_simplified
from tests.projects import LANGUAGES, PAGE, TODAY, write_content
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

VI, EN, ZH = "vi/general/page.md", "en/general/page.md", "zh/general/page.md"
FIG, DOC = "records/figure/dien-tich.yml", "records/document/nghi-dinh.yml"
TERMS = "records/term/bien-dong.yml"
NFD = unicodedata.normalize("NFD", "Biên giới")


def text_codes(text: str, relative: str = VI) -> list[str]:
    return [one.code for one in check_texts([Source(f"content/{relative}", relative, text)])]


def issues(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Issue, ...]:
    content = write_content(folder, {**SAMPLES, **files})
    return check_content(content, languages=LANGUAGES, today=TODAY).issues


def codes(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    return [one.code for one in issues(folder, files)]


def test_the_samples_break_no_rule(tmp_path: Path) -> None:
    assert issues(tmp_path, {}) == ()


# Writing systems ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Vùng {NFD} phía bắc", "E301"),
        ("C¸c s¶n phÈm cña tØnh ®­îc giíi thiÖu ra thÞ tr­êng", "E302"),
        ("Ủy ban\n\nHéi nghÞ triÓn khai kÕ ho¹ch th«ng tin ®èi ngo¹i", "E302"),
        ("Caùc saûn phaåm cuûa tænh ñöôïc giôùi thieäu", "E302"),
        ("®¹i héi ®¶ng bé x·, ph­êng, thÞ trÊn", "E302"),
        ("Toång keát naêm, ñaùnh giaù keát quaû thöïc hieän", "E302"),
    ],
)
def test_marks_that_stand_apart_and_old_encodings_are_told(text: str, code: str) -> None:
    assert code in text_codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Người Hà Nhì, Mảng, La Hủ ở Mường Tè; đường biên giới dài 265,165 km.",
        "NGHỊ QUYẾT CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI",
        "Diện tích 9.068 km², 25 °C, ±2 %, © 2026, 5 µm, § 3, ½",
        "Café naïve, São Paulo, Zürich, Malmö, Köln, Île-de-France",
        "L’Organisation internationale de la Francophonie a été créée à Niamey",
        "Señor Núñez, de Perú y Córdoba",
        "Tõ, mõm, hõm; ồ, ơ, ữ; Âu Ơ; quỹ, khuỷu, nguyễn",
        "红河哈尼族彝族自治州；云南省",
        "Điểm ¹ và ²",
        "Le 15 août, le maïs, où, le coût, égoïste, héroïque",
        "español, mañana, niño, año",
        "Straße, Weiß, heiß",
        "5 µg, 3 µm, 7 µm",
        "a¹ b¹ c¹",
        "pimeä, tärkeä, hyppeä, Malmö, Øresund",
        "Windows® và Office®, Acme®",
        "Приграничное сотрудничество, ການຮ່ວມມື, ความร่วมมือ",
        "a\u00a0b – c — d “e” ‘f’ … → ↩ ·",
    ],
)
def test_legitimate_writing_is_not_taken_for_an_old_encoding(text: str) -> None:
    assert text_codes(text) == []


@pytest.mark.parametrize(
    ("text", "use"),
    [("越南萊州省", "莱州省"), ("經濟合作", "经济合作"), ("邊境貿易", "边境贸易"), ("乾燥", "干燥")],
)
def test_traditional_characters_are_told_with_the_simplified_ones(text: str, use: str) -> None:
    found = list(check_simplified(text, "a.md"))
    assert [one.code for one in found] == ["E303"]
    assert use[:2] in found[0].en


@pytest.mark.parametrize(
    "text",
    [
        "越南莱州省对外通讯",
        "乾隆年间",
        "著名茶叶",
        "干净的饮水",
        "皇后与之后",
        "面条和面积",
        "Đồng Đăng 同登",
    ],
)
def test_simplified_texts_pass(text: str) -> None:
    assert list(check_simplified(text, "a.md")) == []


def test_chinese_texts_of_records_are_simplified_too(tmp_path: Path) -> None:
    text = FIGURE.replace("按土地统计", "按土地統計")
    (found,) = issues(tmp_path, {FIG: text})
    assert (found.code, found.field, found.position.line) == ("E303", "remark.zh", 8)


def test_a_key_figure_is_marked_by_true_and_nothing_else(tmp_path: Path) -> None:
    assert codes(tmp_path, {FIG: FIGURE.replace("key: true", "key: yes")}) == ["E105"]


def test_only_chinese_pages_are_asked_for_simplified_characters() -> None:
    assert text_codes("漢字", VI) == []
    assert text_codes("漢字", ZH) == ["E303"]


# Secrecy ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "MẬT",
        "TÀI LIỆU MẬT",
        "Số 12/CV-MẬT",
        "Văn bản TUYỆT MẬT",
        "Độ mật: TỐI MẬT.",
        "(TUYỆT MẬT)",
        "MẬT\nSố: 1/KH",
    ],
)
def test_a_classification_mark_is_told(text: str) -> None:
    assert text_codes(text) == ["E401"]


@pytest.mark.parametrize(
    "text",
    [
        "MẬT ONG RỪNG",
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "SỨC MẠNH BÍ MẬT",
        "mật ong rừng",
        "Mật độ dân số 51 người/km²",
        "Luật Bảo vệ bí mật nhà nước",
        "THÂN MẬTX",
        "CHẶT CHẼ",
    ],
)
def test_words_that_are_no_mark_pass(text: str) -> None:
    assert text_codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "Gọi 098 765 43 21 nhé",
        "+84 912 345 678",
        "84912345678",
        "(0912345678)",
        "tel: 0367891234,",
    ],
)
def test_a_mobile_number_is_told(text: str) -> None:
    assert text_codes(text) == ["E402"]


@pytest.mark.parametrize(
    "text",
    [
        "0213 3876 501",
        "+84 213 3876 501",
        "024 3823 1234",
        "1900 1234, 1800 9090",
        "2015-01-23, 23/01/2015, 03/09/1945, 08.12.2025, 2025-07-01T08:30",
        "09/2015, 07–08/2016, 30/6/2025",
        "9068.73 km², 22,396; 103,458",
        "1.250.300.500 đồng; 912.345.678 USD",
        "1/KH-UBND, 03385, 0385, QĐ-0912345678/UB",
        "978-604-0-93123-4",
        "https://a.vn/0912345678?x=0912345678",
        "ISBN 9786040931234",
        "09123456789012",
        "id: 0912345678-a",
        "Vốn 84.300.000.000 đồng",
        "84 300 000 000 đồng",
        "84.912.345.678 USD",
        "value: 84912345678",
    ],
)
def test_dates_sums_codes_and_office_numbers_are_no_mobile_numbers(text: str) -> None:
    assert text_codes(text) == []


# Terms --------------------------------------------------------------------------------------------

FORBIDDEN = (
    SAMPLES[TERMS]
    + """\
forbidden:
  - {language: en, form: South China Sea, use: East Sea, unless: South China Sea Institute}
  - {language: en, pattern: 'nine[- ]dash line', severity: warning}
  - {language: "*", form: Saigon}
  - {language: vi, form: Sở Thông tin và Truyền thông, dated: true}
"""
)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (EN, "The South China Sea.", ["E304"]),
        (EN, "The nine-dash line and the nine dash line.", ["W305", "W305"]),
        (EN, "Saigon", ["E304"]),
        (VI, "Saigon", ["E304"]),
        (VI, "Sở Thông tin và Truyền thông", ["E304"]),
        (VI, "South China Sea", []),
        (EN, "The East Sea.", []),
        (EN, "The South China Sea Institute.", []),
        (EN, "He wrote “South China Sea” in 1950.", []),
        (EN, "> The South China Sea is quoted here.", []),
        (EN, "[South](https://a.vn/South China Sea)", []),
        (EN, "See https://a.vn/Saigon for more.", []),
        (EN, "<!-- allow: South China Sea -->\n\nThe South China Sea.", []),
        (EN, "<!-- allow: Saigon -->\n\nThe South China Sea.", ["E304"]),
        (EN, "saigon", []),
        (VI, "Ông nói: «Saigon», 《Saigon》 và “Saigon”.", []),
    ],
)
def test_a_forbidden_form_is_told_unless_it_is_quoted_or_allowed(
    tmp_path: Path, path: str, text: str, expected: list[str]
) -> None:
    page = (PAGE if path == VI else TRANSLATION) + text + "\n"
    assert codes(tmp_path, {TERMS: FORBIDDEN, path: page}) == expected


def test_a_dated_page_keeps_old_names_and_only_those(tmp_path: Path) -> None:
    page = PAGE.replace("visibility", "dated: true\nvisibility") + "Sở Thông tin và Truyền thông. Saigon\n"
    assert codes(tmp_path, {TERMS: FORBIDDEN, VI: page}) == ["E304"]


@pytest.mark.parametrize("key", ["title", "description", "menu"])
def test_front_matter_is_read_for_forbidden_forms_too(tmp_path: Path, key: str) -> None:
    head = TRANSLATION.replace("---\n\n", "menu: Short\n---\n\n", 1)
    lines = [f"{key}: Saigon" if line.startswith(f"{key}:") else line for line in head.split("\n")]
    (found,) = issues(tmp_path, {TERMS: FORBIDDEN, EN: "\n".join(lines)})
    assert (found.code, found.field, found.position.path) == ("E304", key, f"content/{EN}")
    assert lines[found.position.line - 1] == f"{key}: Saigon"


def test_records_are_read_too_and_sources_keep_their_titles(tmp_path: Path) -> None:
    source = FIGURE.replace("Nguồn thử", "Saigon Times")
    assert codes(tmp_path, {TERMS: FORBIDDEN, FIG: source}) == []
    (found,) = issues(tmp_path, {TERMS: FORBIDDEN, FIG: FIGURE.replace("By land records", "Saigon")})
    assert (found.code, found.field, found.position.line) == ("E304", "remark.en", 8)


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
