"""The content folder as a whole: which files are read, how, and what is said of the others."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from subportal.load.portal import Loaded, load_portal
from subportal.load.source import MEDIA_LIMIT
from tests.media.samples import FACTS, photograph
from tests.projects import FILES, HOME, LANGUAGES, PAGE, TODAY, write_content
from tests.records.samples import FIGURE, TRANSLATION


def load(folder: Path, files: dict[str, str | bytes] | None = None) -> Loaded:
    return load_portal(write_content(folder, files or {}), languages=LANGUAGES, today=TODAY)


def faults(loaded: Loaded) -> list[tuple[str, str]]:
    return [(one.code, one.position.path.removeprefix("content/")) for one in loaded.issues]


def test_pages_records_settings_and_media_are_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "en/general/page.md": TRANSLATION,
        "records/figure/dien-tich.yml": FIGURE,
        "media/nui.svg": "<svg/>",
        "media/kho/anh.jpg": photograph(40, 30),
        "media/kho/anh.jpg.yml": FACTS,
    }
    loaded = load(tmp_path, files)
    portal = loaded.portal
    assert loaded.issues == ()
    assert portal is not None
    assert sorted(portal.pages) == ["general/index", "general/page", "index"]
    assert sorted(portal.pages["general/page"].prose) == ["en", "vi"]
    assert {kind: list(found) for kind, found in portal.records.items() if found} == {
        "agency": ["ubnd"],
        "figure": ["dien-tich"],
    }
    assert portal.media == {"nui.svg", "kho/anh.jpg", "kho/anh.jpg.yml"}
    picture = portal.pictures["kho/anh.jpg"]
    assert (picture.width, picture.height, picture.located) == (40, 30, True)
    assert picture.facts is not None
    assert picture.facts.credit == {"vi": "Nguyễn Văn A"}
    assert portal.pictures["nui.svg"].facts is None
    assert portal.settings.established == 2026
    assert portal.today == TODAY


def test_the_body_of_a_page_begins_below_its_front_matter(tmp_path: Path) -> None:
    portal = load(tmp_path).portal
    assert portal is not None
    prose = portal.pages["general/page"].prose["vi"]
    assert prose.source == "content/vi/general/page.md"
    assert PAGE.split("\n")[prose.body_line - 1 :] == prose.body.split("\n")
    assert prose.body.strip().startswith("## Đề mục một")


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark_change_nothing(tmp_path: Path, head: bytes, end: str) -> None:
    plain = load(tmp_path / "plain").portal
    files: dict[str, str | bytes] = {
        name: head + text.replace("\n", end).encode() for name, text in FILES.items()
    }
    other = load(tmp_path / "other", files)
    assert other.issues == ()
    assert other.portal is not None
    assert plain is not None
    assert other.portal.pages == plain.pages
    assert other.portal.records == plain.records
    assert other.portal.settings == plain.settings


@pytest.mark.parametrize("name", [".DS_Store", ".git/config", "vi/.page.md.swp", "records/.gitkeep"])
def test_hidden_files_are_left_alone(tmp_path: Path, name: str) -> None:
    assert load(tmp_path, {name: "x"}).issues == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("vi/con.md", "E004"),
        ("vi/lpt1.md", "E004"),
        ("vi/COM9.md", "E004"),
        ("media/a?.svg", "E004"),
        ("media/a<b.svg", "E004"),
        ('media/a"b.svg', "E004"),
        ("media/a .", "E004"),
        ("media/a ", "E004"),
        ("vi/console.md", None),
        ("vi/auxiliary/index.md", None),
        ("vi/Trang.md", "E006"),
        ("vi/trang_moi.md", "E006"),
        ("vi/trang moi.md", "E006"),
        ("vi/bản-đồ/index.md", "E006"),
        ("records/figure/Dien.yml", "E006"),
        ("media/Ảnh.svg", "E006"),
        ("fr/index.md", "E005"),
        ("vi/page.txt", "E005"),
        ("readme.md", "E005"),
        ("records/figure.yml", "E005"),
        ("records/figure/a/b.yml", "E005"),
        ("records/figuer/a.yml", "E005"),
        ("media/a.exe", "E005"),
        ("media/a.html", "E005"),
        ("portal.yaml", "E005"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names itself")
def test_a_name_is_refused_where_no_system_or_no_reader_takes_it(
    tmp_path: Path, name: str, code: str | None
) -> None:
    text = FIGURE if name.startswith("records") else HOME
    assert faults(load(tmp_path, {name: text})) == ([(code, name)] if code else [])


@pytest.mark.parametrize(("name", "suggestion"), [("Bản Đồ.md", "ban-do"), ("中文.md", "ten-tep")])
def test_a_name_that_is_no_slug_draws_a_suggestion(tmp_path: Path, name: str, suggestion: str) -> None:
    (found,) = load(tmp_path, {f"vi/{name}": HOME}).issues
    assert f'"{suggestion}"' in found.vi
    assert f'"{suggestion}"' in found.en


@pytest.mark.parametrize("kind", ["file", "folder", "broken", "loop"])
def test_a_symbolic_link_is_reported_and_not_followed(tmp_path: Path, kind: str) -> None:
    content = write_content(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(PAGE, "utf-8")
    targets = {"file": outside / "secret.md", "folder": outside, "broken": tmp_path / "no", "loop": content}
    (content / "vi" / "link").symlink_to(targets[kind])
    loaded = load_portal(content, languages=LANGUAGES, today=TODAY)
    assert faults(loaded) == [("E003", "vi/link")]
    assert loaded.portal is not None
    assert sorted(loaded.portal.pages) == ["general/index", "general/page", "index"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chữ\n",
        "\n---\ntitle: a\n---\n",
        "---\ntitle: a\n",
        "--- \ntitle: a\n----\n",
        "+++\ntitle = 'a'\n+++\n",
    ],
)
def test_a_page_without_front_matter_is_refused(tmp_path: Path, text: str) -> None:
    assert faults(load(tmp_path, {"vi/general/page.md": text})) == [("E116", "vi/general/page.md")]


def test_a_rule_in_the_body_does_not_end_the_page(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"vi/general/page.md": PAGE + "\n---\n\nSau vạch.\n"})
    assert loaded.issues == ()
    assert loaded.portal is not None
    assert loaded.portal.pages["general/page"].prose["vi"].body.endswith("---\n\nSau vạch.\n")


def test_a_translation_without_original_is_told_and_left_out(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"en/general/lost.md": TRANSLATION})
    assert faults(loaded) == [("E007", "en/general/lost.md")]
    assert loaded.portal is not None
    assert "general/lost" not in loaded.portal.pages


def test_a_translation_carries_texts_and_no_facts(tmp_path: Path) -> None:
    text = TRANSLATION.replace("title:", "visibility: public\ntitle:", 1)
    assert faults(load(tmp_path, {"en/general/page.md": text})) == [("E103", "en/general/page.md")]


def test_a_broken_original_is_not_told_again_for_its_translation(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "vi/general/page.md": PAGE.replace("title:", "titel:"),
        "en/general/page.md": TRANSLATION,
    }
    assert {name for _, name in faults(load(tmp_path, files))} == {"vi/general/page.md"}


def test_faults_of_all_files_come_together_and_the_rest_is_loaded(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "vi/general/page.md": "x",
        "records/figure/a.yml": FIGURE.replace("km2", "km4"),
        "records/figure/b.yml": FIGURE,
        "records/agency/c.yml": "- x",
        "vi/b.md": b"\xff",
    }
    loaded = load(tmp_path, files)
    assert sorted(code for code, _ in faults(loaded)) == ["E001", "E108", "E116", "E117"]
    assert loaded.portal is not None
    assert list(loaded.portal.records["figure"]) == ["b"]
    assert loaded.portal.failed("figure", "a")
    assert not loaded.portal.failed("figure", "none")
    assert loaded.portal.failed("agency", "c")


def test_the_byte_that_is_no_utf8_is_placed(tmp_path: Path) -> None:
    (found,) = load(tmp_path, {"vi/b.md": HOME.encode() + b"ab\xc3\x28\n"}).issues
    assert (found.code, found.position.line, found.position.column) == ("E001", HOME.count("\n") + 1, 3)


def test_a_file_in_utf16_is_refused(tmp_path: Path) -> None:
    assert faults(load(tmp_path, {"vi/b.md": HOME.encode("utf-16")})) == [("E001", "vi/b.md")]


def test_a_huge_media_file_is_refused_without_being_read(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"media/phim.pdf": "x"})
    with (content / "media" / "phim.pdf").open("r+b") as file:
        file.truncate(MEDIA_LIMIT + 1)
    assert faults(load_portal(content, languages=LANGUAGES, today=TODAY)) == [("E002", "media/phim.pdf")]


@pytest.mark.parametrize("text", ["", "- x\n", "name: x\n", "a: [\n"])
def test_without_readable_settings_there_is_no_portal(tmp_path: Path, text: str) -> None:
    loaded = load(tmp_path, {"portal.yml": text})
    assert loaded.portal is None
    assert loaded.issues
    assert {name for _, name in faults(loaded)} == {"portal.yml"}


def test_languages_are_configured_not_built_in(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        name: re.sub(", zh: [^}]*", "", text).replace("en: ", "lo: ") for name, text in FILES.items()
    }
    lao = "---\ntitle: ໜ້າ\ndescription: ທົດລອງ\n---\n"
    content = write_content(tmp_path, {**files, "lo/index.md": lao})
    loaded = load_portal(content, languages=("vi", "lo"), today=TODAY)
    assert loaded.issues == ()
    assert loaded.portal is not None
    assert loaded.portal.pages["index"].best("lo").title == "ໜ້າ"
    assert {one.code for one in load_portal(content, languages=LANGUAGES, today=TODAY).issues} == {
        "E005",
        "E113",
    }


def test_the_same_folder_gives_the_same_portal(tmp_path: Path) -> None:
    first, second = load(tmp_path), load(tmp_path)
    assert first.portal is not None
    assert second.portal is not None
    assert first.texts == second.texts
    assert first.portal.pages == second.portal.pages
    assert list(first.portal.all_records()) == list(second.portal.all_records())
