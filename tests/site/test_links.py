"""Lychee's word on every link and fragment, with the site under the path at which it is published."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ADDRESS = "https://laichau.gov.vn/thongtindoingoai/"
LYCHEE = Path(sys.executable).with_name("lychee")


def _broken(root: Path) -> tuple[int, set[str]]:
    """Return how many links there are within the site, and those that lead nowhere."""
    command = [
        str(LYCHEE),
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--format=json",
        "--index-files=index.html",
        f"--root-dir={root}",
        f"--remap={ADDRESS} {(root / 'thongtindoingoai').as_uri()}/",
        "thongtindoingoai",
    ]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode in {0, 2}, run.stderr
    told = json.loads(run.stdout)
    found = {f"{page}: {one['url']}" for page, faults in told["error_map"].items() for one in faults}
    return told["successful"], found


def test_no_link_and_no_fragment_is_broken(site: Path, tmp_path: Path) -> None:
    (tmp_path / "thongtindoingoai").symlink_to(site, target_is_directory=True)
    checked, broken = _broken(tmp_path)
    assert broken == set()
    assert checked > 30_000


def test_broken_links_of_each_sort_are_seen(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "thongtindoingoai"
    folder.mkdir()
    shutil.copytree(site / "contact", folder / "contact")
    links = {
        "fine": "../contact/#main",
        "fine too": f"{ADDRESS}contact/",
        "no page": "../nothing/",
        "no fragment": "../contact/#nothing",
        "no picture": "nothing.webp",
        "no page at the public address": f"{ADDRESS}nothing/",
    }
    body = "".join(f'<a href="{href}">{text}</a>' for text, href in links.items())
    (folder / "page").mkdir()
    (folder / "page" / "index.html").write_text(f"<!doctype html><title>a</title>{body}", "utf-8")
    broken = {one for one in _broken(tmp_path)[1] if one.startswith("thongtindoingoai/page/")}
    assert len(broken) == sum(name.startswith("no ") for name in links), broken
