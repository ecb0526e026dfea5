"""The benchmark's own parts, without running a generator."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from tests.projects import ROOT

BENCHMARKS = ROOT / "benchmarks"
NAMES = ("articles", "install", "measure", "ours", "output", "peers.peer", "plot", "report", "results")


@pytest.fixture(scope="module")
def bench() -> Iterator[dict[str, ModuleType]]:
    """Its modules by name; they are taken out again, so that none hides another of its name."""
    before = set(sys.modules)
    sys.path.insert(0, str(BENCHMARKS))
    try:
        yield {name: import_module(name) for name in NAMES}
    finally:
        sys.path.remove(str(BENCHMARKS))
        for name in set(sys.modules) - before:
            if Path(getattr(sys.modules[name], "__file__", None) or "/").is_relative_to(BENCHMARKS):
                del sys.modules[name]


def results_of(bench: dict[str, ModuleType]) -> object:
    results = bench["results"].Results(
        command="make bench",
        machine={"processors": "2"},
        peers={
            key: {"name": name, "package": key, "version": "1", "remarks": "none"}
            for key, name in {"subportal": "Subportal <&>", "hugo": "Hugo", "slow": "Slow"}.items()
        },
    )
    walls = {"subportal": (1.0, 4.0, 9.0), "hugo": (2.0, 4.0, 3.0), "slow": (50.0,)}
    for key, rounds in walls.items():
        for size in (300, 3000) if key != "slow" else (300,):
            for turn, wall in enumerate(rounds):
                for kind in ("cold", "edit"):
                    run = bench["measure"].Run(wall * size / 300, 2 * wall, 100.0)
                    results.runs.append(bench["results"].Measured(key, size, kind, turn, run))
    results.drop("slow", 3000, "took longer than 5 s")
    features = dict.fromkeys(bench["output"].FEATURES, True)
    results.output["300"] = {
        "subportal": {"pages": 310, "megabytes": 3.0, "features": features},
        "hugo": {"pages": 303, "megabytes": 2.0, "features": {**features, "search": False}},
    }
    return results


def test_articles_are_the_same_each_time(bench: dict[str, ModuleType]) -> None:
    first, second = (list(bench["articles"].articles(9)) for _ in range(2))
    assert first == second
    assert [one.language for one in first] == ["vi", "en", "zh"] * 3
    assert all(len(one.body) > 500 for one in first)


def test_ratios_are_paired_within_rounds(bench: dict[str, ModuleType]) -> None:
    results = results_of(bench)
    assert results.median("subportal", 300, "cold", lambda run: run.wall) == 4.0
    assert results.ratios("subportal", "hugo", 300, "cold") == [0.5, 1.0, 3.0]
    assert results.ratios("hugo", "hugo", 300, "cold") == [1.0, 1.0, 1.0]
    assert results.ratios("slow", "hugo", 300, "cold") == [25.0]
    assert results.ratios("slow", "hugo", 3000, "cold") == []


def test_the_report_tells_who_was_dropped_and_what_is_left_out(bench: dict[str, ModuleType]) -> None:
    text = bench["report"].format_report(results_of(bench))
    assert "- Slow, from 3,000 articles on: took longer than 5 s" in text
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.startswith("| ")]
    ours, hugo = (next(row for row in rows if row[1] == name) for name in ("Subportal <&>", "Hugo"))
    assert hugo[2:9] == ["3.00", "2.00–4.00", "1.00", "1.00–1.00", "6.00", "100", "search"]
    assert ours[2:6] == ["4.00", "1.00–9.00", "1.00", "0.50–3.00"]


def test_results_survive_saving(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    results = results_of(bench)
    results.save(tmp_path / "results.json")
    assert bench["results"].load(tmp_path / "results.json") == results


def test_the_drawing_is_well_formed_and_has_a_title(bench: dict[str, ModuleType]) -> None:
    tree = ET.fromstring(bench["plot"].draw(results_of(bench)))  # noqa: S314  (our own text)
    space = {"svg": "http://www.w3.org/2000/svg"}
    assert tree.findtext("svg:title", namespaces=space)
    assert "Subportal <&>: 4.00 s at 300" in str(tree.findtext("svg:desc", namespaces=space))
    assert len(tree.findall(".//svg:polyline", space)) == 6


def test_a_run_is_measured_with_its_children(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    child = "b = bytearray(40_000_000); import time; time.sleep(0.4)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    run = bench["measure"].measure([sys.executable, "-c", code], tmp_path, log=tmp_path / "log", limit=60)
    assert run.wall > 0.4
    assert run.peak > 40
    with pytest.raises(bench["measure"].RunError, match="longer than"):
        bench["measure"].measure(["sleep", "30"], tmp_path, log=tmp_path / "log", limit=0.2)
    with pytest.raises(bench["measure"].RunError, match="exit code 1"):
        bench["measure"].measure(["false"], tmp_path, log=tmp_path / "log", limit=60)


def test_every_peer_is_pinned(bench: dict[str, ModuleType]) -> None:
    find = bench["install"].version_in
    pinned = (BENCHMARKS / "requirements.txt").read_text("utf-8")
    assert find(pinned, "hugo")
    assert find(pinned, "zensical")
    assert find((BENCHMARKS / "package.json").read_text("utf-8"), "vitepress")
    assert '"resolved"' not in (BENCHMARKS / "package-lock.json").read_text("utf-8")


def test_old_output_is_out_of_the_way_but_deleted_only_in_the_end(
    bench: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    peers, aside = bench["peers.peer"], tmp_path / "aside"
    monkeypatch.setattr(peers, "ASIDE", aside)
    for _ in range(2):
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "index.html").write_text("<p>", "utf-8")
        peers.put_aside(tmp_path / "site")
        assert not (tmp_path / "site").exists()
    peers.put_aside(tmp_path / "site")
    assert len(list(aside.glob("*/site/index.html"))) == 2
    peers.drop_aside()
    assert not aside.exists()


@pytest.mark.parametrize(
    ("names", "has"),
    [
        (("search/vi/t0.js",), True),
        (("search/search_index.json",), True),
        (("search.json",), True),
        (("pagefind/pagefind.js",), True),
        (("assets/chunks/@localSearchIndexroot.Bq1.js",), True),
        (("search/index.html", "assets/search.1234.js"), False),
    ],
)
def test_search_is_an_index_not_a_page(
    bench: dict[str, ModuleType], tmp_path: Path, names: tuple[str, ...], has: bool
) -> None:
    for name in ("index.html", *names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>", "utf-8")
    assert bench["output"].look(tmp_path, tmp_path / "index.html")["features"]["search"] is has


def test_the_lean_build_leaves_out_what_the_report_says(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    features = []
    for name, command in {
        "whole": ["-m", "subportal", "build"],
        "lean": [str(BENCHMARKS / "lean.py")],
    }.items():
        folder = tmp_path / name
        bench["ours"].lay_out_alone(folder, 6)
        subprocess.run([sys.executable, *command], cwd=folder, check=True, capture_output=True)
        site = folder / "build" / "site"
        features.append(bench["output"].look(site, site / "news" / "bulletin-00000" / "index.html"))
    whole, lean = features
    assert (
        whole["features"].items()
        >= {"search": True, "feeds": True, "sitemap": True, "alternates": True}.items()
    )
    assert {name for name, there in lean["features"].items() if there} == {"alternates"}
    assert lean["pages"] == whole["pages"]
