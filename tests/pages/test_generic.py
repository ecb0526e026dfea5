"""The pages of kinds that have no module of their own, as golden files; `UPDATE_GOLDEN=1` writes them."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from subportal.pages import generic, maker, render_pages
from subportal.pages.staged import StagedPage
from subportal.records import kinds
from tests.projects import LANGUAGES, ROOT, write_project
from tests.records.samples import sample_public
from tests.records.samples_kinds import KIND_RECORDS

GOLDEN = Path(__file__).parent / "golden"
RECORDS = sorted(path.removeprefix("records/").removesuffix(".yml") for path in KIND_RECORDS)
KIND = '''\
"""Bridges."""

from __future__ import annotations

from typing import Annotated, ClassVar

from subportal.records.base import Choice, Label, Public, Record


class Material(Choice):
    """What it is made of."""

    STEEL = "steel", "Thép", "Steel", "钢"
    STONE = "stone", "Đá", "Stone", "石"


class Bridge(Record):
    """A bridge."""

    kind: ClassVar[str] = "bridge"
    folder: ClassVar[str] = "bridges"
    section: ClassVar[str] = "general"
    list_title: ClassVar[Label] = Label("Cầu", "Bridges", "桥梁")
    list_description: ClassVar[Label] = Label("Các cây cầu.", "All the bridges.", "所有桥梁。")
    facets: ClassVar[tuple[str, ...]] = ("material",)

    material: Annotated[Material, Public("Vật liệu", "Material", "材料")]
    """What it is made of."""
'''
PROGRAM = """\
import datetime as dt, sys
from pathlib import Path
import subportal.records
subportal.records.__path__.append(sys.argv[2])
from subportal.engine.build import build
from subportal.engine.project import load_project
built = build(load_project(Path(sys.argv[1])), today=dt.date(2026, 11, 21))
assert built.pages, built.checked.issues
"""


@cache
def pages() -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(sample_public())}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", RECORDS)
def test_a_page_is_as_it_was(record: str, language: str) -> None:
    name, _, identifier = record.partition("/")
    page = pages()[f"{language}/{kinds()[name].folder}/{identifier}.md"]
    text = f"{page.meta['title']}\n{page.meta['description']}\n\n{page.body}"
    golden = GOLDEN / f"{name}.{language}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
    assert page.meta["template"] == f"{name}.html"
    assert (ROOT / "overrides" / f"{name}.html").is_file()


def test_kinds_without_a_module_are_made_from_their_declaration() -> None:
    own = {"activity", "agency", "document", "event", "figure", "partner", "place", "plan", "term"}
    assert {name for name in kinds() if maker(name) is not generic} == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_says_in_its_language_what_it_is_and_what_each_value_is(language: str) -> None:
    words = {
        "vi": ("Danh mục dự án đầu tư", "Lĩnh vực", "Năng lượng"),
        "en": ("Investment projects", "Sector", "Energy"),
        "zh": ("投资项目目录", "领域", "能源"),
    }[language]
    page = pages()[f"{language}/projects/index.md"]
    assert page.meta["title"] == words[0]
    assert f'"label": "{words[1]}"' in page.body
    assert f'{{"value": "energy", "label": "{words[2]}"}}' in page.body
    part = pages()[f"{language}/projects/sector/energy.md"]
    assert words[2] in part.meta["title"]
    assert '"href": "../thuy-dien.md"' in part.body


def test_who_names_a_record_stands_on_its_page() -> None:
    body = pages()["en/places/xa-thu.md"].body
    for link in ("../events/le-hoi.md", "../projects/thuy-dien.md", "../products/che.md"):
        assert f"]({link})" in body
    assert "[Test press conference](../press/hop-bao-quy.md)" in pages()["en/events/le-hoi.md"].body


def test_a_kind_without_public_records_has_no_pages(tmp_path: Path) -> None:
    from subportal.public import project  # noqa: PLC0415
    from tests.records.samples import SAMPLES, read_portal  # noqa: PLC0415

    name = "records/product/che.yml"
    hidden = SAMPLES[name].replace("visibility: public", "visibility: internal")
    public = project(read_portal(tmp_path, {**SAMPLES, name: hidden}))
    assert not [page.file for page in render_pages(public) if "product" in page.file]


def test_a_new_kind_needs_one_module_one_template_and_one_line_that_puts_it_into_the_menu(
    tmp_path: Path,
) -> None:
    record = "title: {vi: Cầu thử, en: Test bridge, zh: 测试桥}\nmaterial: steel\nvisibility: public\n"
    folder = write_project(
        tmp_path / "project", {"records/bridge/cau.yml": record + "sources:\n  - title: Nguồn thử\n"}
    )
    module = tmp_path / "records"
    module.mkdir()
    (module / "bridge.py").write_text(KIND, "utf-8")
    (folder / "overrides" / "bridge.html").write_text('{% extends "record.html" %}\n', "utf-8")
    command = [sys.executable, "-c", PROGRAM, str(folder), str(module)]
    subprocess.run(command, check=True, timeout=120, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    site = folder / "build" / "site"
    page = (site / "zh" / "bridges" / "cau" / "index.html").read_text("utf-8")
    assert all(words in page for words in ("测试桥", "材料", "钢", "Cầu thử"))
    assert "Test bridge" in (site / "en" / "bridges" / "material" / "steel" / "index.html").read_text("utf-8")
    assert 'href="../bridges/"' in (site / "general" / "index.html").read_text("utf-8")
    assert "bridges/cau/" in (site / "sitemap" / "index.html").read_text("utf-8")
