"""Install the peers below `build/bench`, pinned by hash; what cannot be had is told with the reason.

The npm packages `pagefind` and `rollup` are held at versions that can be had for all systems, without which
`npm ci` refuses the lock file.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from peers.peer import BENCH, Peer

HERE = Path(__file__).parent
TIMEOUT = 1200
NPM_FILES = ("package.json", "package-lock.json")


def install(peers: list[Peer]) -> dict[str, str]:
    """Install what these peers need; return by key why a peer cannot be run."""
    BENCH.mkdir(parents=True, exist_ok=True)
    faults = {}
    for files, run in (
        ((HERE / "requirements.txt",), _pip),
        (tuple(HERE / name for name in NPM_FILES), _npm),
    ):
        wanted = [peer for peer in peers if _told_in(files[0], peer.package)]
        stamp = BENCH / f"{run.__name__}.stamp"
        told = "".join(path.read_text("utf-8") for path in files) + platform.python_version()
        if not wanted or (stamp.is_file() and stamp.read_text("utf-8") == told):
            continue
        print(f"installing {', '.join(peer.name for peer in wanted)}", file=sys.stderr)
        try:
            run()
        except (OSError, subprocess.SubprocessError) as error:
            output = getattr(error, "stderr", None) or str(error)
            reason = f"could not be installed: {' '.join(output.split())[-300:]}"
            faults.update({peer.key: reason for peer in wanted})
        else:
            stamp.write_text(told, "utf-8")
    return faults


def _pip() -> None:
    venv = BENCH / "venv"
    _run([sys.executable, "-m", "venv", "--clear", str(venv)])
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "-r", str(HERE / "requirements.txt")])


def _npm() -> None:
    for name in NPM_FILES:
        shutil.copy(HERE / name, BENCH)
    _run(["npm", "ci", "--no-audit", "--no-fund"])


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=BENCH, check=True, capture_output=True, text=True, timeout=TIMEOUT)


def _told_in(file: Path, package: str) -> bool:
    return version_in(file.read_text("utf-8"), package) is not None


def version_in(text: str, package: str) -> str | None:
    """Return a package's version as a requirements file or a `package.json` pins it."""
    if text.startswith("{"):
        found = json.loads(text)["dependencies"].get(package)
        return None if found is None else str(found)
    match = re.search(rf"^{re.escape(package)}==([^\s;]+)", text, re.MULTILINE)
    return match[1] if match else None


def version_of(peer: Peer) -> str:
    """Return the version that is measured."""
    for name in ("requirements.txt", "package.json"):
        pinned = version_in((HERE / name).read_text("utf-8"), peer.package)
        if pinned:
            return pinned
    return version(peer.package)
