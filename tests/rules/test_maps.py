"""Maps of Viet Nam: drawings and pictures that editors deliver, and the theme's own drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.load.mapnames import check_drawing, is_map_of_country
from tests.media.samples import FACTS, landscape, saved
from tests.projects import LANGUAGES, PAGE, PORTAL, ROOT, TODAY, write_content

LABELS = {
    "vi": ("Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"),
    "en": ("Hoang Sa Archipelago (Viet Nam)", "Truong Sa Archipelago (Viet Nam)"),
    "zh": ("黄沙群岛（越南）", "长沙群岛（越南）"),
}
DECLARED = """\
maps:
  - file: hinh.png
    of: {of}
    alt: {{vi: Bản đồ, en: Map, zh: 地图}}
    credit: {{vi: Sở thử, en: Test agency, zh: 测试机关}}
"""
CHECKED = "    labels_checked: {by: Sở thử, on: 2026-01-02}\n"


def drawing(*labels: str, title: str = "Bản đồ Việt Nam") -> str:
    texts = "".join(f'<text x="1">{label}</text>' for label in labels)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{title}</title>{texts}</svg>'


def missing(text: str, name: str = "hinh.svg") -> list[str]:
    return [one.code for one in check_drawing(f"content/media/{name}", name, text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawing_with_both_labels_is_right_and_with_one_it_is_not(language: str) -> None:
    first, second = LABELS[language]
    assert missing(drawing(first, second)) == []
    assert missing(drawing(first)) == ["E420"]
    assert missing(drawing(second)) == ["E420"]
    assert missing(drawing()) == ["E420"]


def test_each_script_on_a_map_needs_its_own_labels() -> None:
    assert missing(drawing(*LABELS["vi"], "越南")) == ["E420"]
    assert missing(drawing(*LABELS["vi"], *LABELS["zh"])) == []
    assert missing(drawing("Hà Nội", *LABELS["en"])) == ["E420"]


def test_a_label_in_a_comment_or_in_the_title_is_not_on_the_map() -> None:
    both = " ".join(LABELS["vi"])
    assert missing(drawing("Hà Nội", title=f"Bản đồ Việt Nam, {both}")) == ["E420"]
    assert missing(drawing("Hà Nội") + f"<!-- <text>{both}</text> -->") == ["E420"]


def test_a_label_may_be_cut_into_spans() -> None:
    cut = "Quần đảo <tspan dy='3'>Hoàng Sa</tspan> <tspan>(Việt Nam)</tspan>"
    assert missing(drawing(cut, LABELS["vi"][1])) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Bản đồ hành chính Việt Nam", True),
        ("Vị trí tỉnh trên lược đồ Việt Nam", True),
        ("An outline of Viet Nam with the province", True),
        ("Map of Vietnam", True),
        ("越南地图", True),
        ("ban do viet nam", True),
        ("Bản đồ tỉnh Lai Châu", False),
        ("Ruộng bậc thang ở Việt Nam", False),
        ("Maple trees of Viet Nam", False),
    ],
)
def test_a_map_of_the_country_is_known_by_its_words(words: str, found: bool) -> None:
    assert is_map_of_country(words) is found


PNG = saved(landscape(40, 30), "PNG")


def codes(folder: Path, settings: str, alt: str = "Bản đồ Việt Nam") -> list[str]:
    page = f"{PAGE}![{alt}](../../media/hinh.png)\n"
    files: dict[str, str | bytes] = {"vi/general/page.md": page, "portal.yml": PORTAL + settings}
    files |= {"media/hinh.png": PNG, "media/hinh.png.yml": FACTS}
    issues = check_content(write_content(folder, files), languages=LANGUAGES, today=TODAY).issues
    return [one.code for one in issues]


def test_a_picture_that_is_a_map_must_be_declared_and_looked_at(tmp_path: Path) -> None:
    assert codes(tmp_path, "", alt="Núi") == []
    assert codes(tmp_path, "") == ["E421"]
    assert codes(tmp_path, DECLARED.format(of="viet-nam")) == ["E421"]
    assert codes(tmp_path, DECLARED.format(of="viet-nam") + CHECKED) == []
    assert codes(tmp_path, DECLARED.format(of="province")) == []


def test_no_drawing_of_the_theme_is_a_map_without_its_islands() -> None:
    drawings = list((ROOT / "overrides").rglob("*.svg"))
    assert len(drawings) > 5
    for path in drawings:
        assert missing(path.read_text("utf-8"), path.name) == [], path
