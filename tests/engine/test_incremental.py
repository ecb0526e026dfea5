"""Never wrong: after any edit, the incremental site is the one that a clean build makes, byte for byte."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from subportal.engine import workers
from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.engine.edits import KINDS_OF_EDITS, Bench, compile_each_template_once, tree
from tests.projects import TODAY

SEEDS = range(10)
EDITS = 30


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edit_the_site_is_that_of_a_clean_build(
    folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The others do without forked processes, each of which would compile the templates for a few pages; that
    # it makes no difference is a test of its own (test_build.py).
    monkeypatch.setattr(workers, "processors", lambda: 2 if seed == SEEDS[0] else 1)
    compile_each_template_once(monkeypatch)
    bench = Bench(folder, seed)
    fine = 0
    before = tree(bench.project / "build" / "site")
    for number in range(EDITS):
        bench.number = number
        saved = folder / "saved"
        shutil.rmtree(saved, ignore_errors=True)
        shutil.copytree(bench.project, saved, ignore=shutil.ignore_patterns("build"))
        edit = bench.chance.choice(KINDS_OF_EDITS)
        edit(bench)
        built, clean = bench.build(), bench.build_clean()
        assert built.checked.issues == clean.checked.issues, (number, edit.__name__)
        if not clean.pages:
            kept = tree(bench.project / "build" / "site")
            if edit.__name__ != "damage_site":
                assert kept == before
            before = kept
            for name in ("content", "overrides"):
                shutil.rmtree(bench.project / name)
                shutil.copytree(saved / name, bench.project / name)
            continue
        fine += 1
        told = (seed, number, edit.__name__)
        for part in ("stage", "site"):
            ours, theirs = tree(bench.project / "build" / part), tree(bench.copy / "build" / part)
            assert sorted(ours) == sorted(theirs), told
            assert [name for name in ours if ours[name] != theirs[name]] == [], told
        before = ours
    assert fine > EDITS / 3


def test_one_edit_renders_one_page(folder: Path) -> None:
    bench = Bench(folder, 0)
    assert bench.build().rendered == 0
    path = bench.content / "en" / "general" / "page.md"
    path.write_text(path.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    assert bench.build().rendered == 1


def test_a_new_program_builds_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(folder, 0)
    monkeypatch.setattr("subportal.engine.build.program_key", lambda _: "another")
    built = bench.build()
    assert built.rendered == built.pages


def test_clean_builds_all_anew(folder: Path) -> None:
    bench = Bench(folder, 0)
    built = build(load_project(bench.project), today=TODAY, clean=True)
    assert built.rendered == built.pages


def test_a_notice_comes_and_goes_with_the_days(folder: Path) -> None:
    bench = Bench(folder, 0)
    settings = bench.content / "portal.yml"
    first, last = bench.today + dt.timedelta(days=1), bench.today + dt.timedelta(days=2)
    notice = f"notices:\n  - text: {{vi: Nghỉ Tết}}\n    starts_on: {first}\n    ends_on: {last}\n"
    settings.write_text(settings.read_text("utf-8") + notice, "utf-8")
    for shown in (False, True, True, False):
        bench.build()
        bench.build_clean()
        ours, theirs = tree(bench.project / "build" / "site"), tree(bench.copy / "build" / "site")
        assert ours == theirs
        assert ("Nghỉ Tết".encode() in ours["en/general/page/index.html"]) is shown
        bench.today += dt.timedelta(days=1)
