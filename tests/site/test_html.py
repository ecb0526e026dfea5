"""The Nu HTML checker's word on every page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import need
from tests.projects import ROOT

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
