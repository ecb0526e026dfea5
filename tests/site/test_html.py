"""The word of the Nu HTML checker and of html-validate on every page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import need
from tests.projects import ROOT

VALIDATOR = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("htmlvalidate.json")
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _faults(folder: Path) -> list[str]:
    command = ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return [
        f"{one['url'].partition(folder.name)[2]}: {one['message']}"
        for one in json.loads(run.stderr)["messages"]
        if one["type"] != "info" or one.get("subType") == "warning"
    ]


@pytest.mark.node
def test_every_page_is_valid_html(site: Path) -> None:
    need("java", "node")
    assert _faults(site) == []


@pytest.mark.node
def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    need("java", "node")
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="vi"><title>a</title><p id="a"><p id="a">', "utf-8"
    )
    assert any("Duplicate ID" in fault for fault in _faults(tmp_path))


def _invalid(folder: Path, report: Path) -> list[str]:
    told = report / "faults.json"  # the program ends before a long report has left it by a pipe
    options = ["--config", str(RULES), "--formatter", f"json={told}"]
    command = ["node", str(VALIDATOR), *options, f"{folder}/**/*.html"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.exists(), run.stderr
    return [
        f"{file['filePath'].partition(folder.name)[2]}:{one['line']}: {one['ruleId']}: {one['message']}"
        for file in json.loads(told.read_text("utf-8"))
        for one in file["messages"]
    ]


@pytest.mark.node
def test_every_page_keeps_the_rules_of_good_markup(site: Path, tmp_path: Path) -> None:
    need("node")
    assert _invalid(site, tmp_path) == []


@pytest.mark.node
def test_the_validator_sees_faults(tmp_path: Path) -> None:
    need("node")
    body = "<h1>a</h1><h3>b</h3><a>c</a><button>d</button>"
    html = f'<!doctype html><html lang="vi"><head><title>a</title></head><body>{body}</body></html>'
    (tmp_path / "page.html").write_text(html, "utf-8")
    rules = {one.split(": ")[1] for one in _invalid(tmp_path, tmp_path)}
    assert {"heading-level", "no-implicit-button-type"} <= rules
