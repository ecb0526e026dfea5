"""Texts: writing systems, secrecy, telephone numbers, terms; the right ones pass, the wrong ones are told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from subportal.rules.script import check_simplified
from tests.projects import PAGE
from tests.records.samples import (
    FIGURE,
    SAMPLES,
    TRANSLATION,
)
from tests.rules.faults import codes, issues, text_codes

VI, EN, ZH = "vi/general/page.md", "en/general/page.md", "zh/general/page.md"
FIG, DOC = "records/figure/dien-tich.yml", "records/document/nghi-dinh.yml"
TERMS = "records/term/bien-dong.yml"
NFD = unicodedata.normalize("NFD", "Biên giới")


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
