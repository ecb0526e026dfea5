"""What the live preview keeps between builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.engine.project import CONFIG_FILE, ProjectError
from subportal.engine.serve import Current
from tests.projects import write_project

ADDRESS = "http://127.0.0.1:8000/thongtindoingoai/"


def test_the_configuration_is_read_again_once_its_file_has_changed(tmp_path: Path) -> None:
    write_project(tmp_path)
    current = Current(tmp_path, ADDRESS)
    first = current.project()
    assert first.site_url == ADDRESS
    assert current.project() is first
    path = tmp_path / CONFIG_FILE
    path.write_text(path.read_text("utf-8") + "\ncopyright: thử\n", "utf-8")
    second = current.project()
    assert second is not first
    assert second.config.copyright == "thử"


def test_a_configuration_with_a_fault_or_none_is_told_and_may_come_back(tmp_path: Path) -> None:
    write_project(tmp_path)
    current = Current(tmp_path, ADDRESS)
    current.project()
    path = tmp_path / CONFIG_FILE
    text = path.read_text("utf-8")
    path.write_text("site_name: [\n", "utf-8")
    with pytest.raises(ProjectError, match="line 2"):
        current.project()
    path.unlink()
    with pytest.raises(ProjectError, match="does not exist"):
        current.project()
    path.write_text(text, "utf-8")
    assert current.project().site_url == ADDRESS
