"""Stamping: only `source_hash` changes, and only where a translation has no current one."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.digest import page_digest, record_digest
from subportal.editor.stamp import stamp, stamp_page, stamp_record
from subportal.portal import Portal
from subportal.public import project
from subportal.states import State
from tests.projects import LANGUAGES, PAGE, TODAY, write_content
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION

VI, EN, FIG = (
    "content/vi/general/page.md",
    "content/en/general/page.md",
    "content/records/figure/dien-tich.yml",
)


def read(folder: Path) -> Portal:
    portal = check_content(folder / "content", languages=LANGUAGES, today=TODAY).portal
    assert portal is not None
    return portal


def run(folder: Path, *only: str) -> list[str]:
    return list(stamp(read(folder), folder, frozenset(only)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_content(tmp_path, SAMPLES)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        TRANSLATION,
        TRANSLATION.replace("title:", "source_hash: old\ntitle:"),
        TRANSLATION.replace("---\n\n## ", "source_hash: old\n---\n\n## "),
        TRANSLATION + "\n---\n\nsource_hash: in the text\n",
    ],
)
def test_a_page_gets_one_stamp_and_nothing_else_changes(text: str) -> None:
    stamped = stamp_page(text, "0123456789abcdef")
    assert stamp_page(stamped, "0123456789abcdef") == stamped
    head, _, body = stamped.removeprefix("---\n").partition("\n---\n")
    assert head.split("\n")[-1] == "source_hash: 0123456789abcdef"
    assert head.count("source_hash") == 1
    assert body == text.removeprefix("---\n").partition("\n---\n")[2]
    assert [line for line in head.split("\n") if "source_hash" not in line] == [
        "title: A page",
        "description: A page for tests.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        FIGURE,
        FIGURE.rstrip("\n"),
        FIGURE + "source_hash:\n  en: old\n  zh: old\n",
        "source_hash:\n  en: old\n" + FIGURE,
        FIGURE.replace("group: land\n", "source_hash:\n  en: old\n\ngroup: land\n"),
    ],
)
def test_a_record_gets_its_stamps_at_its_end(text: str) -> None:
    stamped = stamp_record(text, {"en": "a" * 16, "zh": "b" * 16})
    assert stamped == FIGURE + f"source_hash:\n  en: {'a' * 16}\n  zh: {'b' * 16}\n"
    assert stamp_record(stamped, {"en": "a" * 16, "zh": "b" * 16}) == stamped


def test_stamping_twice_is_stamping_once(folder: Path) -> None:
    first = run(folder)
    assert {EN, FIG, "content/records/plan/ke-hoach.yml"} <= set(first)
    assert "content/records/document/quyet-dinh.yml" not in first
    assert not any(name.startswith("content/vi/") for name in first)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run(folder) == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_stamp_says_that_the_translation_is_current(folder: Path) -> None:
    run(folder)
    portal = read(folder)
    text = (folder / EN).read_text("utf-8")
    assert f"source_hash: {page_digest(portal.pages['general/page'])}\n" in text
    record = portal.records["figure"]["dien-tich"]
    assert record.source_hash == dict.fromkeys(("en", "zh"), record_digest(record))
    assert project(portal).state("page", "general/page", "en") is State.CURRENT


@pytest.mark.parametrize("only", [EN, FIG])
def test_only_the_files_that_are_named_are_stamped(folder: Path, only: str) -> None:
    assert run(folder, only) == [only]
    assert run(folder, "content/en/no-such.md") == []


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda text: text.replace("\n", "\r\n"), State.CURRENT),
        (lambda text: text.rstrip("\n") + "\n\n", State.CURRENT),
        (lambda text: text.replace("visibility", "reviewed: 2026-11-01\nvisibility"), State.CURRENT),
        (lambda text: text.replace("Chữ.", "Chữ mới."), State.OUTDATED),
        (lambda text: text.replace("title: Trang con", "title: Trang cháu"), State.OUTDATED),
    ],
)
def test_an_edit_of_the_original_makes_a_stamped_translation_outdated(
    folder: Path, change: object, state: State
) -> None:
    run(folder)
    (folder / VI).write_bytes(change(PAGE).encode())  # type: ignore[operator]
    assert project(read(folder)).state("page", "general/page", "en") is state
    run(folder)
    assert project(read(folder)).state("page", "general/page", "en") is State.CURRENT


def test_windows_line_ends_do_not_confuse_the_stamp(folder: Path) -> None:
    (folder / EN).write_bytes(b"\xef\xbb\xbf" + TRANSLATION.replace("\n", "\r\n").encode())
    assert EN in run(folder)
    assert run(folder) == []
    assert (folder / EN).read_bytes().count(b"source_hash") == 1
