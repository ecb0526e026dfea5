"""Plain MkDocs and our own loop: the same bytes, and a live preview that builds once for an edit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from subportal.engine.project import CONFIG_FILE
from tests.conftest import free_port
from tests.media.samples import FACTS, exif, photograph
from tests.projects import PAGE, with_limit, write_project
from tests.records.samples import SAMPLES

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
MKDOCS = [sys.executable, "-m", "mkdocs"]
SUBPORTAL = [sys.executable, "-m", "subportal"]
PAGE_FILE = "vi/general/page.md"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _run(command: list[str], folder: Path) -> None:
    run = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_mkdocs_build_gives_the_same_bytes(tmp_path: Path) -> None:
    files = {
        **SAMPLES,
        PAGE_FILE: f"{PAGE}\n![](../../media/canh-dong.jpg)\n",
        "media/canh-dong.jpg": photograph(400, 300, exif=exif()),
        "media/canh-dong.jpg.yml": FACTS,
    }
    root = write_project(tmp_path / "project", files)
    _run([*SUBPORTAL, "build", "--output", str(tmp_path / "ours")], root)
    shutil.rmtree(root / "build" / "cache")
    _run([*MKDOCS, "build", "--strict", "--site-dir", str(tmp_path / "theirs")], root)
    ours, theirs = _files(tmp_path / "ours"), _files(tmp_path / "theirs")
    assert sorted(ours) == sorted(theirs)
    assert len(ours) > 60
    assert len([name for name in ours if name.startswith("media/canh-dong-")]) == 6
    assert len([name for name in ours if name.startswith("cards/")]) > 20
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.parametrize("sheets", [[], ["own/style.css"]])
def test_a_template_may_show_what_mkdocs_tells_of_a_page(tmp_path: Path, sheets: list[str]) -> None:
    root = write_project(tmp_path / "project", {PAGE_FILE: PAGE})
    told = "{{ page.url }} {{ base_url }} {{ extra_css | join }} {{ page.abs_url }} {{ build_date_utc.year }}"
    base = root / "overrides" / "base.html"
    whole = base.read_text("utf-8")
    base.write_text(whole.replace("</head>", f'<meta name="told" content="{told}"></head>'), "utf-8")
    with (root / CONFIG_FILE).open("a", encoding="utf-8") as config:
        config.write(f"extra_css: {sheets}\n")
    _run([*SUBPORTAL, "build", "--output", str(tmp_path / "ours")], root)
    _run([*MKDOCS, "build", "--site-dir", str(tmp_path / "theirs")], root)
    ours, theirs = _files(tmp_path / "ours"), _files(tmp_path / "theirs")
    assert [name for name in ours if name.endswith(".html") and ours[name] != theirs[name]] == []
    links = "".join(f"../../{sheet}" for sheet in sheets)
    assert f'content="general/page/ ../.. {links} /'.encode() in ours["general/page/index.html"]
    assert f'content="general/ .. {links.replace("../../", "../")} /'.encode() in ours["general/index.html"]


def _wait(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Wait until something holds; return whether it came to hold."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def _read(url: str) -> str:
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310  (our own server)
            text: str = answer.read().decode()
            return text
    except (URLError, OSError):
        return ""


@contextmanager
def _running(command: list[str], root: Path, log: Path) -> Iterator[None]:
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=out, stderr=out)
        try:
            yield
            assert process.poll() is None, log.read_text("utf-8")
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.mark.parametrize(
    ("command", "sign", "at_first"),
    [
        pytest.param([*SUBPORTAL, "serve", "--port", "{port}"], "trang / pages", 1, id="subportal"),
        pytest.param(
            [*MKDOCS, "serve", "--dev-addr", "127.0.0.1:{port}"], "Detected file changes", 0, id="mkdocs"
        ),
    ],
)
def test_one_edit_leads_to_one_build_and_is_shown(
    tmp_path: Path, command: list[str], sign: str, at_first: int
) -> None:
    root = write_project(tmp_path / "project", SAMPLES)
    port, log = free_port(), tmp_path / "log"
    url = f"http://127.0.0.1:{port}/thongtindoingoai/general/page/"

    def builds() -> int:
        return log.read_text("utf-8").count(sign) - at_first

    with _running([part.format(port=port) for part in command], root, log):
        assert _wait(lambda: "Đề mục một" in _read(url)), log.read_text("utf-8")
        time.sleep(1)
        assert builds() == 0, log.read_text("utf-8")
        (root / "content" / PAGE_FILE).write_text(PAGE.replace("Chữ.", "Chữ vừa sửa."), "utf-8")
        assert _wait(lambda: "Chữ vừa sửa." in _read(url)), log.read_text("utf-8")
        time.sleep(2.5)  # long enough for a second build to show itself
        assert builds() == 1, log.read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "file", "fault", "told"),
    [
        (SUBPORTAL, f"content/{PAGE_FILE}", "---\nkhong_co: 1\n", "E1"),
        (SUBPORTAL, CONFIG_FILE, "site_name: [\n", f"{CONFIG_FILE}: "),
        pytest.param(
            with_limit(1_000_000),
            f"content/{PAGE_FILE}",
            PAGE + "\n- a" * 150_000,
            "general/page/index.html: File too large\n  vi: ",
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit"),
        ),
    ],
)
def test_after_a_fault_the_preview_keeps_the_last_site_until_it_is_mended(
    tmp_path: Path, command: list[str], file: str, fault: str, told: str
) -> None:
    root = write_project(tmp_path / "project", SAMPLES)
    port, log = free_port(), tmp_path / "log"
    url = f"http://127.0.0.1:{port}/thongtindoingoai/general/page/"
    text = (root / file).read_text("utf-8")
    with _running([*command, "serve", "--port", str(port)], root, log):
        assert _wait(lambda: "Đề mục một" in _read(url)), log.read_text("utf-8")
        (root / file).write_text(fault, "utf-8")
        assert _wait(lambda: told in log.read_text("utf-8")), log.read_text("utf-8")
        assert "Đề mục một" in _read(url)
        (root / file).write_text(text, "utf-8")
        (root / "content" / PAGE_FILE).write_text(PAGE.replace("Chữ.", "Chữ vừa sửa."), "utf-8")
        assert _wait(lambda: "Chữ vừa sửa." in _read(url)), log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
