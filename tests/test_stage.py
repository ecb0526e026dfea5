"""The staged tree: written where it differs, deleted where it is gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from subportal.stage import SITE_FILE, render_stage, write_if_changed, write_stage
from tests.projects import LANGUAGES
from tests.records.samples import sample_public

FILES = [("vi/index.md", b"a"), ("vi/general/page.md", b"b"), ("data/x.json", b"{}")]
LONG_AGO = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_all_files_are_written_once_and_then_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "stage"
    assert write_stage(FILES, folder) == [name for name, _ in FILES]
    assert tree(folder) == dict(FILES)
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert write_stage(FILES, folder) == []
    assert all(path.stat().st_mtime == LONG_AGO for path in folder.rglob("*") if path.is_file())


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_stage(FILES, tmp_path)
    changed = [("vi/index.md", b"c"), *FILES[1:]]
    assert write_stage(changed, tmp_path) == ["vi/index.md"]
    assert tree(tmp_path) == dict(changed)


def test_what_is_gone_is_deleted_with_its_empty_folders(tmp_path: Path) -> None:
    write_stage(FILES, tmp_path)
    (tmp_path / "vi" / "left").mkdir()
    (tmp_path / "vi" / "general" / "left-over.md").write_bytes(b"x")
    assert write_stage(FILES[:1], tmp_path) == [
        "data/x.json",
        "vi/general/left-over.md",
        "vi/general/page.md",
    ]
    assert tree(tmp_path) == dict(FILES[:1])
    assert [path.name for path in (tmp_path / "vi").iterdir()] == ["index.md"]
    assert not (tmp_path / "data").exists()


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.md"
    assert write_if_changed(target, b"x")
    assert not write_if_changed(target, b"x")
    assert write_if_changed(target, b"y")
    assert [path.name for path in target.parent.iterdir()] == ["b.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_pages(language: str) -> None:
    names = [name for name, _ in render_stage(sample_public())]
    own = {name.partition("/")[2] for name in names if name.startswith(f"{language}/")}
    assert own == {name.partition("/")[2] for name in names if name.startswith("vi/")}
    assert {"index.md", "404.md", "sitemap.md", "plans/ke-hoach.md"} <= own


def test_the_tree_is_pure_and_names_nothing_twice() -> None:
    first = list(render_stage(sample_public()))
    assert list(render_stage(sample_public())) == first
    names = [name for name, _ in first]
    assert len(set(names)) == len(names)
    assert names[0] == SITE_FILE
    assert not any(name.startswith(("/", ".")) or ".." in name for name in names)
