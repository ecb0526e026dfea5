"""The build as a whole: faults after the check, processes side by side, with and without fork."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from subportal import stage
from subportal.engine import workers
from subportal.engine.build import build
from subportal.engine.plain import prepare
from subportal.engine.progress import Progress
from subportal.engine.project import Project, load_project
from subportal.engine.state import program_key
from subportal.engine.store import Store
from subportal.load.source import MEDIA_LIMIT, read_bytes
from subportal.public import PublicPortal
from subportal.stage import SITE_FILE
from tests.engine.edits import FILES, tree
from tests.projects import TODAY, with_limit, write_project

PLAN = "records/plan/ke-hoach.yml"


@pytest.fixture
def project(folder: Path) -> Project:
    return load_project(write_project(folder / "project", FILES))


def subportal(project: Project, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "subportal", *words, "-C", str(project.root), "--today", str(TODAY)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("template", "line", "text"),
    [
        ("article.html", 1, "{{ view.title.x.y }}"),
        ("article.html", 2, "\n{% if %}"),
        ("partials/footer.html", 1, "{{ 1 / 0 }}"),
    ],
)
def test_a_broken_template_is_told_with_its_line_and_the_last_site_stays(
    project: Project, template: str, line: int, text: str
) -> None:
    assert build(project, today=TODAY).pages
    before = tree(project.site)
    path = project.root / "overrides" / template
    whole = path.read_text("utf-8")
    path.write_text(f"{{% extends 'base.html' %}}\n{text}" if "if" in text else text, encoding="utf-8")
    built = build(load_project(project.root), today=TODAY)
    assert {one.code for one in built.faults} == {"E501"}
    places = {(one.position.path, one.position.line) for one in built.faults}
    assert (f"overrides/{template}", line if "if" not in text else 3) in places
    assert built.pages == 0
    assert tree(project.site) == before
    path.write_text(whole, encoding="utf-8")
    assert build(load_project(project.root), today=TODAY).pages
    assert tree(project.site) == before


def test_all_templates_that_fail_are_told_at_once(project: Project) -> None:
    faults = {
        "home.html": "{{ 1 / 0 }}",
        "list.html": "{{ view.title.x.y }}",
        "partials/ending.html": "{% if %}",
    }
    for template, text in faults.items():
        (project.root / "overrides" / template).write_text(text, encoding="utf-8")
    built = build(load_project(project.root), today=TODAY)
    assert {one.position.path for one in built.faults} >= {f"overrides/{template}" for template in faults}
    assert not project.site.exists()


def test_a_broken_template_ends_the_command_with_3(project: Project) -> None:
    (project.root / "overrides" / "article.html").write_text("{{ view.title.x.y }}", encoding="utf-8")
    process = subportal(project, "build")
    _, error = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "E501" in error
    assert "Traceback" not in error


def test_a_maker_that_goes_round_the_projection_is_stopped_at_the_gate(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Chuỗi nội bộ không bao giờ được phép lọt ra ngoài"
    path = project.content / PLAN
    path.write_text(path.read_text("utf-8").replace("Nhiệm vụ nội bộ không được đăng", words), "utf-8")
    assert build(project, today=TODAY).faults == ()
    before = tree(project.site)
    assert all(words.encode() not in data for data in before.values())

    def leaky(public: PublicPortal, url: str) -> dict[str, Any]:
        leak = "data/v1/leak.json", json.dumps({"text": words}, ensure_ascii=False).encode()
        return {**stage.pieces(public, url), "files/leak": lambda: iter([leak])}

    monkeypatch.setattr("subportal.engine.build.pieces", leaky)
    built = build(load_project(project.root), today=TODAY)
    (fault,) = built.faults
    assert (fault.code, fault.position.path) == ("E410", "build/stage/data/v1/leak.json")
    assert built.pages == 0
    assert tree(project.site) == before


def test_a_second_file_for_one_record_stops_the_build(project: Project) -> None:
    assert build(project, today=TODAY).pages
    before = tree(project.site)
    path = project.content / PLAN
    path.with_suffix(".yaml").write_bytes(path.read_bytes())
    built = build(project, today=TODAY)
    (found,) = [one for one in built.checked.issues if one.code == "E009"]
    assert found.position.path == f"content/{PLAN}"
    assert built.checked.issues == prepare(project, today=TODAY).issues
    assert built.pages == 0
    assert tree(project.site) == before
    path.with_suffix(".yaml").unlink()
    assert build(project, today=TODAY).pages


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize(("limit", "file"), [(50_000, "stage/vi/index.md"), (150_000, "site.new/index.html")])
def test_what_cannot_be_written_is_told_and_the_last_site_stays(
    project: Project, limit: int, file: str
) -> None:
    assert build(project, today=TODAY).pages
    before = tree(project.site)
    home = project.content / "vi" / "index.md"
    whole = home.read_text("utf-8")
    home.write_text(whole + "\n- a" * 20_000 + "\n", "utf-8")
    command = [*with_limit(limit), "build", "-C", str(project.root)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 3
    place, vietnamese, english = ended.stderr.splitlines()[-3:]
    assert place == f"{project.root}/build/{file}: File too large"
    assert (vietnamese[:6], english[:6]) == ("  vi: ", "  en: ")
    assert "E501" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert tree(project.site) == before
    home.write_text(whole, "utf-8")
    assert build(project, today=TODAY).pages
    assert tree(project.site) == before


@pytest.mark.parametrize("name", ["media/phim.pdf", "media/phim.mkv", "vi/general/phim.md"])
def test_a_huge_file_is_refused_without_being_read(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = project.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    build(project, today=TODAY)
    with path.open("r+b") as file:
        file.truncate(MEDIA_LIMIT + 1)

    def read(place: str) -> bytes:
        assert place != str(path), "was read"
        return read_bytes(place)

    for module in ("engine.scan", "load.source"):
        monkeypatch.setattr(f"subportal.{module}.read_bytes", read)
    built = build(project, today=TODAY)
    assert built.checked.issues == prepare(project, today=TODAY).issues
    (found,) = [one for one in built.checked.issues if one.position.path == f"content/{name}"]
    assert found.code == ("E005" if name.endswith(".mkv") else "E002")
    assert built.pages == 0


def test_the_stage_of_plain_mkdocs_passes_the_same_gate(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Chuỗi nội bộ không bao giờ được phép lọt ra ngoài"
    path = project.content / PLAN
    path.write_text(path.read_text("utf-8").replace("Nhiệm vụ nội bộ không được đăng", words), "utf-8")
    assert prepare(project, today=TODAY).issues == ()
    before = tree(project.stage)
    assert all(words.encode() not in data for data in before.values())

    def leaky(public: PublicPortal, url: str) -> Iterator[tuple[str, bytes]]:
        yield from stage.render_stage(public, url)
        yield "vi/leak.md", words.encode()

    monkeypatch.setattr("subportal.engine.plain.render_stage", leaky)
    (found,) = prepare(project, today=TODAY).issues
    assert (found.code, found.position.path) == ("E410", "build/stage/vi/leak.md")
    assert tree(project.stage) == before


def test_what_is_published_as_it_is_is_not_staged_too(project: Project) -> None:
    assert build(project, today=TODAY).pages
    staged, published = tree(project.stage), tree(project.site)
    assert {Path(name).suffix for name in staged if name != SITE_FILE} == {".md"}
    prepare(project, today=TODAY)
    whole = tree(project.stage)
    data = {name: whole[name] for name in whole.keys() - staged.keys()}
    assert {"data", "feeds", "search"} <= {name.partition("/")[0] for name in data}
    assert {name: published[name] for name in data} == data
    assert {name: whole[name] for name in staged} == staged


def test_with_and_without_fork_the_bytes_are_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "LEAST", 1)
    monkeypatch.setattr(workers, "CHUNK", 5)
    monkeypatch.setattr(workers, "processors", lambda: 3)
    build(project, today=TODAY, clean=True)
    forked = tree(project.site)
    monkeypatch.setattr(workers, "can_fork", lambda: False)
    build(project, today=TODAY, clean=True)
    assert tree(project.site) == forked


def test_two_processes_at_once_do_not_hurt_each_other(project: Project) -> None:
    processes = [subportal(project, "build", "--clean") for _ in range(2)]
    for process in processes:
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
    assert build(load_project(project.root), today=TODAY).rendered == 0


def test_a_build_of_one_language_leaves_no_state(project: Project) -> None:
    build(project, today=TODAY)
    built = build(project, today=TODAY, languages=["en"])
    assert built.pages
    assert not (project.site / "index.html").exists()
    whole = build(project, today=TODAY)
    assert whole.rendered == whole.pages


def test_a_state_of_another_program_is_not_taken(project: Project) -> None:
    build(project, today=TODAY)
    path = project.root / "build" / "cache" / "state"
    assert Store(path).load("another") is None
    path.write_bytes(b"foreign")
    assert Store(path).load(program_key(project.root)) is None


def test_progress_is_silent_unless_it_is_shown(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    progress = Progress()
    build(project, today=TODAY, progress=progress)
    assert out.getvalue() == ""
    assert {"read", "check", "pages", "publish"} <= progress.seconds.keys()
    assert "/s" in progress.format_timings()


def test_a_build_is_told_apart_by_its_day(project: Project) -> None:
    build(project, today=TODAY)
    path = project.content / "vi" / "general" / "news-a.md"
    text = path.read_text("utf-8").replace("\nvisibility", "\nexpires_on: 2026-11-23\nvisibility", 1)
    path.write_text(text, "utf-8")
    build(project, today=TODAY)
    assert (project.site / "general" / "news-a").exists()
    build(project, today=TODAY.replace(day=23))
    assert not (project.site / "general" / "news-a").exists()


@pytest.mark.parametrize("alone", [False, True])
def test_a_question_is_answered_beside_as_it_would_be_here(
    monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    if alone:
        monkeypatch.setattr(workers, "can_fork", lambda: False)
    for told in (True, False):
        answer = workers.ask_beside(lambda told=told: told)  # type: ignore[misc]
        assert [answer(), answer()] == [told, told]


def test_a_question_that_fails_beside_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    if not workers.can_fork():
        pytest.skip("the system does not fork")
    monkeypatch.setattr(workers, "processors", lambda: 2)
    assert workers.ask_beside(lambda: bool(1 // 0))() is False


def test_a_site_that_was_touched_is_made_anew_although_the_state_is_remembered(project: Project) -> None:
    store = Store(project.root / "build" / "cache" / "state")
    before = build(project, today=TODAY, store=store)
    page = Path(project.site) / "index.html"
    whole = page.read_bytes()
    page.write_bytes(b"")
    assert build(project, today=TODAY, store=store).rendered == before.pages
    assert page.read_bytes() == whole
    assert build(project, today=TODAY, store=store).rendered == 0
