"""What the live preview keeps between builds."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from subportal.engine.project import CONFIG_FILE
from subportal.engine.serve import Current
from tests.projects import write_project

ADDRESS = "http://127.0.0.1:8000/thongtindoingoai/"
PAGE = "content/vi/general/page.md"


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


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Callable[[str], bool]]:
    """Serve a project; tell whether the page shows some words within a minute."""
    write_project(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "subportal", "serve", "-C", str(tmp_path), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)

    def shows(words: str) -> bool:
        end = time.monotonic() + 60
        while time.monotonic() < end and process.poll() is None:
            try:
                address = f"http://127.0.0.1:{port}/thongtindoingoai/general/page/"
                with urllib.request.urlopen(address, timeout=10) as answer:
                    if words in answer.read().decode():
                        return True
            except OSError:
                pass
            time.sleep(0.05)
        return False

    yield shows
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0, (tmp_path / "log").read_text("utf-8")


def test_an_edit_is_shown(tmp_path: Path, shown: Callable[[str], bool]) -> None:
    page = tmp_path / PAGE
    text = page.read_text("utf-8")
    assert shown("<h1")
    for word in ("Lần một", "Lần hai"):
        page.write_text(f"{text}\n\n{word}.\n", "utf-8")
        assert shown(word)
    broken = text.replace("---\n", "---\nkhong_co: 1\n", 1)
    page.write_text(f"{broken}\n\nLần ba.\n", "utf-8")
    time.sleep(1)
    assert shown("Lần hai")
    page.write_text(f"{text}\n\nLần tư.\n", "utf-8")
    assert shown("Lần tư")
