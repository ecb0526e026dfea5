"""The service worker knows its site, and changes when what it brings along does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.projects import PORTAL, TODAY, write_project


def told(root: Path, **files: str) -> dict[str, Any]:
    for name, text in files.items():
        (root / "content" / f"{name}.yml").write_text(text, "utf-8")
    project = load_project(root)
    assert build(project, today=TODAY).pages
    found = re.match(r"const SITE = (.*);\n", (project.site / "sw.js").read_text("utf-8"))
    assert found
    facts: dict[str, Any] = json.loads(found[1])
    return facts


def test_the_worker_brings_along_files_that_exist(folder: Path) -> None:
    root = write_project(folder)
    facts = told(root)
    assert facts["offline"] is True
    assert facts["languages"] == ["en/", "zh/"]
    assert len(facts["core"]) == 21
    for name in facts["core"]:
        assert (root / "build" / "site" / name).is_file(), name
    for name in ("offline.html", "en/offline.html", "zh/offline.html"):
        page = (root / "build" / "site" / name).read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert not re.search(r'(?:href|src)="\.', page), "served for any address, so nothing is relative"


def test_the_version_follows_what_the_worker_brings_along(folder: Path) -> None:
    root = write_project(folder)
    first = told(root)["version"]
    assert told(root)["version"] == first
    changed = told(root, portal=PORTAL.replace("en: Test,", "en: Tests,"))["version"]
    assert changed != first
    style = root / "overrides" / "assets" / "site.css"
    style.write_text(style.read_text("utf-8") + "\n.x { color: red }\n", "utf-8")
    assert told(root)["version"] not in {first, changed}


def test_switched_off_by_the_settings_no_page_asks_for_the_worker(folder: Path) -> None:
    root = write_project(folder)
    facts = told(root, portal=PORTAL + "offline: false\n")
    assert facts["offline"] is False
    page = (root / "build" / "site" / "index.html").read_text("utf-8")
    assert "data-offline" not in page
    assert 'name="offline"' not in page
