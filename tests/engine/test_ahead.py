"""The look ahead: what it sees is what the build would see, and a look that fails is no look."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from subportal.engine.ahead import LISTING, SITE, Ahead, look_ahead
from subportal.engine.build import build
from subportal.engine.listing import read_listing, write_listing
from subportal.engine.looks import Look
from subportal.engine.project import load_project
from subportal.engine.serve import Standby
from subportal.stamps import FILE, FOLDER, LINK, Found, look_through, stamp_of
from tests.projects import TODAY, write_project

PAGE = "content/vi/general/page.md"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")


def look(root: Path) -> Ahead:
    ahead = look_ahead(str(root))
    assert ahead
    return ahead


def taken(ahead: Look) -> tuple[Sequence[Found] | None, bytes]:
    return ahead.take(), ahead.mark()


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
    assert taken(look(tmp_path)) == ([], b"mark")
    page.write_text("another")
    assert taken(look(tmp_path)) == ([], b"")
    page.unlink()
    assert taken(look(tmp_path)) == ([], b"")


def test_a_look_that_fails_is_no_look(tmp_path: Path) -> None:
    assert taken(look(tmp_path)) == (None, b"")  # there is no content


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
    found, mark = taken(ahead)
    assert found
    assert mark


def test_listings_are_whole_or_absent(tmp_path: Path) -> None:
    path = tmp_path / "listing"
    assert read_listing(str(path)) == (b"", {})
    write_listing(str(path), b"mark", {"a": b"1"})
    assert read_listing(str(path)) == (b"mark", {"a": b"1"})
    path.write_bytes(path.read_bytes()[:-1])
    assert read_listing(str(path)) == (b"", {})


# The one that stands by while a preview is served -----------------------------------------------------


@pytest.fixture
def standby(tmp_path: Path) -> Iterator[Standby]:
    one = Standby(load_project(write_project(tmp_path)))
    yield one
    one.close()


def test_who_stands_by_looks_when_there_was_an_edit(tmp_path: Path, standby: Standby) -> None:
    assert taken(standby) == (None, b"")
    standby.begin()
    standby.begin()
    assert taken(standby) == (look_through(str(tmp_path / "content")), b"")
    assert taken(standby) == (None, b"")
    build(load_project(tmp_path), today=TODAY)
    (tmp_path / PAGE).write_text("text", "utf-8")
    standby.begin()
    assert taken(standby) == (
        look_through(str(tmp_path / "content")),
        read_listing(str(tmp_path / LISTING))[0],
    )


def test_a_build_believes_who_stands_by(tmp_path: Path, standby: Standby) -> None:
    project = load_project(tmp_path)
    assert build(project, today=TODAY, ahead=standby).rendered
    page = tmp_path / PAGE
    for number in range(3):
        page.write_text(page.read_text("utf-8") + f"\n\nThêm {number}.\n", "utf-8")
        standby.begin()
        assert build(project, today=TODAY, ahead=standby).rendered == 3
    (tmp_path / SITE / "index.html").unlink()
    standby.begin()
    assert build(project, today=TODAY, ahead=standby).rendered > 3


def test_a_mark_that_nobody_asked_for_is_not_taken_for_the_next(tmp_path: Path, standby: Standby) -> None:
    build(load_project(tmp_path), today=TODAY)
    standby.begin()
    assert standby.take() is not None
    (tmp_path / SITE / "index.html").unlink()
    standby.begin()
    assert standby.take() is not None
    assert standby.mark() == b""


def test_the_content_may_be_gone_and_who_stands_by_too(tmp_path: Path, standby: Standby) -> None:
    (tmp_path / "content").rename(tmp_path / "elsewhere")
    standby.begin()
    assert taken(standby) == (None, b"")
    standby.close()
    standby.begin()
    assert taken(standby) == (None, b"")
