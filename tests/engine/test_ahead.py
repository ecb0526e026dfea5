"""The look ahead: what it sees is what the build would see, and a look that fails is no look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from subportal.engine.ahead import LISTING, SITE, Ahead, look_ahead
from subportal.engine.build import build
from subportal.engine.listing import read_listing, write_listing
from subportal.engine.project import load_project
from subportal.stamps import FILE, FOLDER, LINK, look_through, stamp_of
from tests.projects import TODAY, write_project

PAGE = "content/vi/general/page.md"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")


def look(root: Path) -> Ahead:
    ahead = look_ahead(str(root))
    assert ahead
    return ahead


def test_folders_stand_before_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "d.md").write_text("text")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b.md").write_text("")
    assert [(path, sort) for path, sort, _ in look_through(str(tmp_path))] == [
        ("a", LINK),
        ("b", FOLDER),
        ("b/c", FOLDER),
        ("b/c/d.md", FILE),
        ("b.md", FILE),
    ]


def test_a_site_is_whole_until_a_file_differs(tmp_path: Path) -> None:
    page = tmp_path / SITE / "index.html"
    page.parent.mkdir(parents=True)
    (tmp_path / LISTING).parent.mkdir(parents=True)
    (tmp_path / "content").mkdir()
    page.write_text("page")
    write_listing(str(tmp_path / LISTING), b"mark", {"index.html": stamp_of(page.stat())})
    assert look(tmp_path).take() == (b"mark", [])
    page.write_text("another")
    assert look(tmp_path).take() == (b"", [])
    page.unlink()
    assert look(tmp_path).take() == (b"", [])


def test_a_look_that_fails_is_no_look(tmp_path: Path) -> None:
    assert look(tmp_path).take() == (b"", None)  # there is no content


def test_a_build_believes_what_was_seen(tmp_path: Path) -> None:
    project = load_project(write_project(tmp_path))
    assert build(project, today=TODAY, ahead=look(tmp_path)).rendered
    assert build(project, today=TODAY, ahead=look(tmp_path)).rendered == 0
    page = tmp_path / PAGE
    page.write_text(page.read_text("utf-8") + "\n\nThêm.\n", "utf-8")
    assert build(project, today=TODAY, ahead=look(tmp_path)).rendered == 3
    (tmp_path / SITE / "index.html").unlink()
    assert build(project, today=TODAY, ahead=look(tmp_path)).rendered > 3
    assert (tmp_path / SITE / "index.html").is_file()


def test_what_was_seen_before_another_build_is_looked_at_again(tmp_path: Path) -> None:
    project = load_project(write_project(tmp_path))
    build(project, today=TODAY)
    page = tmp_path / PAGE
    passing = page.with_name("passing.md")
    passing.write_text("---\ntitle: t\ndescription: d.\n---\n", "utf-8")
    ahead = look(tmp_path)
    seen = ahead.take()
    passing.unlink()
    page.write_text(page.read_text("utf-8") + "\n\nThêm.\n", "utf-8")
    assert build(project, today=TODAY).rendered == 3
    ahead.take = lambda: seen  # type: ignore[method-assign]
    built = build(project, today=TODAY, ahead=ahead)
    assert built.rendered == 0
    assert built.pages


def test_another_projects_files_are_not_believed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(load_project(write_project(tmp_path / name)), today=TODAY)
    (tmp_path / "one" / SITE / "index.html").unlink()
    ahead = look(tmp_path / "two")
    assert build(load_project(tmp_path / "one"), today=TODAY, ahead=ahead).rendered
    assert ahead.take()[0]


def test_listings_are_whole_or_absent(tmp_path: Path) -> None:
    path = tmp_path / "listing"
    assert read_listing(str(path)) == (b"", {})
    write_listing(str(path), b"mark", {"a": b"1"})
    assert read_listing(str(path)) == (b"mark", {"a": b"1"})
    path.write_bytes(path.read_bytes()[:-1])
    assert read_listing(str(path)) == (b"", {})
