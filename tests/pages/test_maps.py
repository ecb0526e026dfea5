"""What a `map` block becomes when it is staged: the schematic, or the map that was approved."""

from __future__ import annotations

from pathlib import Path

from subportal.check import check_content
from subportal.public import project
from subportal.stage import render_stage
from tests.media.samples import FACTS, landscape, saved
from tests.projects import LANGUAGES, PAGE, PORTAL, TODAY, write_content

LOCATOR = "locator: {label: {vi: Tỉnh, en: Province}, outline: '102.3 22.5, 103.9 21.9, 103 22'}\n"
APPROVED = """\
maps:
  - file: ban-do.png
    of: viet-nam
    alt: {vi: Bản đồ được duyệt}
    credit: {vi: Sở thử}
    labels_checked: {by: Sở thử, on: 2026-01-02}
    locator: true
"""
BLOCK = "\n```map\ncaption: Vị trí của tỉnh\n```\n"


def staged(folder: Path, settings: str) -> str:
    files = {
        "portal.yml": PORTAL + settings,
        "vi/general/page.md": PAGE + BLOCK,
        "media/ban-do.png": saved(landscape(40, 30), "PNG"),
        "media/ban-do.png.yml": FACTS,
    }
    checked = check_content(write_content(folder, files), languages=LANGUAGES, today=TODAY)
    assert checked.issues == ()
    assert checked.portal is not None
    return dict(render_stage(project(checked.portal)))["vi/general/page.md"].decode()


def test_the_schematic_is_drawn_where_the_block_stands(tmp_path: Path) -> None:
    text = staged(tmp_path, LOCATOR)
    assert '"label": "Tỉnh"' in text
    assert "````locator" in text
    assert "```map" not in text


def test_an_approved_map_takes_its_place(tmp_path: Path) -> None:
    text = staged(tmp_path, LOCATOR + APPROVED)
    assert '![Bản đồ được duyệt](../../media/ban-do.png "Vị trí của tỉnh Sở thử")' in text
    assert "locator" not in text


def test_without_a_place_in_the_settings_nothing_is_drawn(tmp_path: Path) -> None:
    text = staged(tmp_path, "")
    assert "locator" not in text
    assert "Vị trí của tỉnh" not in text
