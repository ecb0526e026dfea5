"""What several tests share: the whole portal built once, a real nginx, a real Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.projects import ROOT, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

PROGRAMS = {
    "chromium": "chromium",
    "nginx": "nginx-light",
    "java": "default-jre-headless",
    "node": "nodejs npm",
}
PACKAGES = json.loads((ROOT / "package.json").read_bytes())["devDependencies"]
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def need(*programs: str) -> None:
    """Skip the test where a program is missing; in CI, fail."""
    lacking = [name for name in programs if shutil.which(name) is None]
    if "node" in programs and not all((ROOT / "node_modules" / name).is_dir() for name in PACKAGES):
        lacking.append("node")
    if not lacking:
        return
    message = f"missing: {', '.join(lacking)}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    named = {
        name
        for one in skipped
        for found in re.findall(r"missing: ([a-z, ]+)", one)
        for name in found.split(", ")
    }
    lacking = sorted(named & PROGRAMS.keys())
    if lacking:
        packages = " ".join(PROGRAMS[name] for name in lacking)
        terminalreporter.write_line(
            f"SKIPPED for want of {', '.join(lacking)}: as root, `apt-get install {packages}`, "
            "then `npm ci` and `make test` again",
            red=True,
            bold=True,
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole portal, once for all workers."""
    from filelock import FileLock  # noqa: PLC0415  (pytest-xdist brings it)

    from subportal.engine.build import build  # noqa: PLC0415
    from subportal.engine.project import load_project  # noqa: PLC0415
    from subportal.issues import format_text  # noqa: PLC0415

    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "portal"
    with FileLock(f"{shared}.lock"):
        if not (shared / "build" / "site").is_dir():
            shared.mkdir(exist_ok=True)
            for name in ("content", "overrides", "hooks"):
                shutil.copytree(ROOT / name, shared / name, dirs_exist_ok=True)
            shutil.copy(ROOT / "mkdocs.yml", shared)
            built = build(load_project(shared), today=TODAY)
            assert built.pages, format_text(built.checked.issues)
    return shared / "build" / "site"


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Server(NamedTuple):
    """A running server."""

    url: str
    log: Path


@pytest.fixture(scope="session")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the portal by a real nginx under /thongtindoingoai/, with a strict policy."""
    need("nginx")
    yield from serve_by_nginx(site, "/thongtindoingoai/", tmp_path_factory.mktemp("nginx"))


def serve_by_nginx(site: Path, path: str, folder: Path) -> Iterator[Server]:
    """Serve a folder under a path until the generator is closed."""
    port = free_port()
    template = (ROOT / "tests" / "site" / "nginx.conf").read_text("utf-8")
    values = {"FOLDER": folder, "PORT": port, "SITE": site, "PATH": path}
    for name, value in values.items():
        template = template.replace(f"@{name}@", str(value))
    config = folder / "nginx.conf"
    config.write_text(template, "utf-8")
    command = ["nginx", "-p", str(folder), "-c", str(config)]
    if os.geteuid() == 0:  # nginx would work as nobody, who may not read pytest's folders
        command += ["-g", "user root;"]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr, tested.stderr
    process = subprocess.Popen(command)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Server(f"http://127.0.0.1:{port}{path}", folder / "access.log")
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """Start what drives the system's Chromium, once for all tests of a worker."""
    need("chromium", "nginx")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    """Run the system's Chromium, one for all tests of a worker."""
    with chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM) as started:
        yield started


@pytest.fixture(scope="session")
def shell(chromium: BrowserType) -> Iterator[Browser]:
    """Run Chromium without its windows where that is installed: it needs half the time for a page."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with chromium.launch(executable_path=program, args=CHROMIUM) as started:
        yield started
