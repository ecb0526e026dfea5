"""The command: exit codes, formats, and never a traceback."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from subportal.cli import FAILED, FAULTS, USAGE, main
from subportal.issues import FORMATS
from tests.projects import PAGE, PORTAL, write_project

BROKEN = {"vi/general/page.md": PAGE + "[x](khong-co.md)\n\n![](x.svg)\n"}
WARNED = {"portal.yml": PORTAL.replace("telephone: 0213 3876 000\n", "")}
DAY = ("--today", "2026-11-21")


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Runner:
    """Runs the command in this process, in a project's folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, folder: Path, *words: str) -> Ran:
        self._monkeypatch.chdir(folder)
        self._monkeypatch.setattr(sys, "argv", ["subportal", *words])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Ran(int(left.value.code or 0), captured.out, captured.err)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Runner]:
    return Runner(monkeypatch, capsys)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("projects")
    files = {"right": {}, "broken": BROKEN, "warned": WARNED}
    return {name: write_project(folder / name, files[name]) for name in files}


# check --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("right", (), 0),
        ("right", ("--strict",), 0),
        ("warned", (), 0),
        ("warned", ("--strict",), FAULTS),
        ("broken", (), FAULTS),
        ("broken", ("content/vi/general/page.md",), FAULTS),
        ("broken", ("content/vi",), FAULTS),
        ("broken", ("content/vi/index.md",), 0),
        ("broken", ("content/records",), 0),
    ],
)
def test_check_tells_by_its_exit_code(
    run: Runner, projects: dict[str, Path], name: str, words: tuple[str, ...], code: int
) -> None:
    assert run(projects[name], "check", *DAY, *words).code == code


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_check_prints_every_format(run: Runner, projects: dict[str, Path], form: str) -> None:
    ran = run(projects["broken"], "check", *DAY, "--format", form)
    assert ran.code == FAULTS
    assert ran.err == ""
    assert "E202" in ran.out
    assert "E204" in ran.out


def test_text_has_place_both_languages_and_the_remedy(run: Runner, projects: dict[str, Path]) -> None:
    lines = run(projects["broken"], "check", *DAY).out.split("\n")
    assert lines[0] == "content/vi/general/page.md:12:1: error E202"
    assert lines[1].startswith("  vi: ")
    assert lines[2].startswith("  en: ")


def test_json_has_a_fault_an_entry(run: Runner, projects: dict[str, Path]) -> None:
    found = json.loads(run(projects["broken"], "check", *DAY, "--format", "json").out)
    assert [one["code"] for one in found] == ["E202", "E204", "E205"]
    assert found[0]["path"] == "content/vi/general/page.md"
    assert (found[0]["line"], found[0]["column"], found[0]["severity"]) == (12, 1, "error")
    assert set(found[0]["message"]) == {"vi", "en"}
    assert json.loads(run(projects["right"], "check", *DAY, "--format", "json").out) == []


def test_github_has_a_command_a_line(run: Runner, projects: dict[str, Path]) -> None:
    lines = run(projects["broken"], "check", *DAY, "--format", "github").out.strip().split("\n")
    pattern = r"::(error|warning) file=content/[\w/.-]+,line=\d+,col=\d+,title=[EW]\d{3}::[^\n]+"
    assert len(lines) == 3
    assert all(re.fullmatch(pattern, line) for line in lines)


def test_gitlab_has_a_fingerprint_of_its_own_for_each_fault(run: Runner, projects: dict[str, Path]) -> None:
    found = json.loads(run(projects["broken"], "check", *DAY, "--format", "gitlab").out)
    assert len({one["fingerprint"] for one in found}) == 3
    assert all(one["severity"] == "major" and one["location"]["lines"]["begin"] > 0 for one in found)
    warned = json.loads(run(projects["warned"], "check", *DAY, "--format", "gitlab").out)
    assert [(one["check_name"], one["severity"]) for one in warned] == [("W405", "minor")]


def test_sarif_names_its_rules_and_its_places(run: Runner, projects: dict[str, Path]) -> None:
    report = json.loads(run(projects["broken"], "check", *DAY, "--format", "sarif").out)
    assert report["version"] == "2.1.0"
    (ran,) = report["runs"]
    rules = [rule["id"] for rule in ran["tool"]["driver"]["rules"]]
    assert [one["ruleId"] for one in ran["results"]] == rules == ["E202", "E204", "E205"]
    for one in ran["results"]:
        place = one["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "content/vi/general/page.md"
        assert place["region"]["startLine"] >= 1


# Wrong usage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--today", "21/11/2026"),
        ("check", "--format", "xml"),
        ("check", "--root", "no-such-folder"),
        ("check", "/etc/hosts"),
        ("build", "--language", "fr"),
        ("build", "--today", "hôm nay"),
        ("status", "--format", "xml"),
        ("translate", "stamp"),
        ("translate", "stamp", "../outside.md"),
        ("bulid",),
        ("build", "--no-such-option"),
    ],
)
def test_wrong_usage_is_told_with_code_two(
    run: Runner, projects: dict[str, Path], words: tuple[str, ...]
) -> None:
    ran = run(projects["right"], *words)
    assert ran.code == USAGE
    assert ran.err


@pytest.mark.parametrize("command", ["build", "check", "status", "serve"])
@pytest.mark.parametrize("config", [None, "site_name: [\n"])
def test_a_folder_that_is_no_project_is_wrong_usage(
    run: Runner, tmp_path: Path, command: str, config: str | None
) -> None:
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    ran = run(tmp_path, command)
    assert ran.code == USAGE
    assert "mkdocs" in ran.err


def test_a_port_that_is_taken_is_told(run: Runner, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run(write_project(tmp_path), "serve", "--port", str(port))
    assert ran.code == FAILED
    assert ran.err.count("--port") == 2


@pytest.mark.parametrize("words", [("--help",), ("build", "--help"), ("translate", "--help")])
def test_help_is_fine(run: Runner, projects: dict[str, Path], words: tuple[str, ...]) -> None:
    ran = run(projects["right"], *words)
    assert ran.code == 0
    assert ran.out


# status and stamp ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_status_prints_every_format(run: Runner, projects: dict[str, Path], form: str) -> None:
    ran = run(projects["right"], "status", *DAY, "--format", form)
    assert ran.code == 0
    if form == "json":
        assert {one["id"] for one in json.loads(ran.out)["items"]} == {
            "index",
            "general/index",
            "general/page",
            "ubnd",
        }
    elif form == "csv":
        assert len(list(csv.DictReader(io.StringIO(ran.out)))) == 4
    else:
        assert "2026-11-21" in ran.out


def test_status_without_settings_tells_the_fault(run: Runner, tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"portal.yml": "name: x\n"})
    ran = run(folder, "status")
    assert ran.code == FAULTS
    assert "content/portal.yml" in ran.err


def test_stamp_names_what_it_changed(run: Runner, tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    assert run(folder, "translate", "stamp", "--all").out == "content/records/agency/ubnd.yml\n"
    assert run(folder, "translate", "stamp", "--all").out == ""


# build --------------------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_build_is_repeatable_and_a_fault_leaves_the_last_site(run: Runner, tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    site = folder / "build" / "site"
    first = run(folder, "build", *DAY)
    assert (first.code, first.err) == (0, "")
    before = tree(site)
    assert {"index.html", "en/index.html", "zh/index.html", "404.html", "sitemap.xml", "robots.txt"} <= set(
        before
    )
    page = folder / "content" / "vi" / "general" / "page.md"
    page.write_text(BROKEN["vi/general/page.md"], "utf-8")
    failed = run(folder, "build", *DAY)
    assert failed.code == FAULTS
    assert "content/vi/general/page.md:12:1: error E202" in failed.err
    assert "the last site stays" in failed.err
    assert tree(site) == before
    page.write_text(PAGE, "utf-8")
    assert run(folder, "build", *DAY).code == 0
    assert tree(site) == before


def test_a_strict_build_takes_no_warnings(run: Runner, tmp_path: Path) -> None:
    folder = write_project(tmp_path, WARNED)
    assert run(folder, "build", *DAY, "--strict").code == FAULTS
    assert not (folder / "build" / "site").exists()
    ran = run(folder, "build", *DAY, "--output", str(tmp_path / "elsewhere"))
    assert ran.code == 0
    assert "W405" in ran.err
    assert (tmp_path / "elsewhere" / "index.html").is_file()


def test_the_installed_command_writes_vietnamese_on_any_console(projects: dict[str, Path]) -> None:
    command = [sys.executable, "-W", "error", "-m", "subportal", "check", *DAY]
    ran = subprocess.run(
        command,
        cwd=projects["broken"],
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == FAULTS
    assert "Liên kết" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""
