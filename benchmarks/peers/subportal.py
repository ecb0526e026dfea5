"""This generator: the whole portal and the articles, the articles alone, and those without search."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from articles import ROOT
from ours import lay_out, lay_out_alone

from peers.peer import Peer


def command(_folder: Path) -> list[str]:
    """Return the command as an editor types it."""
    return [str(Path(sys.executable).with_name("subportal")), "build"]


WHOLE = Peer(
    key="subportal",
    name="Subportal",
    package="subportal",
    lay_out=lay_out,
    command=command,
    made=("build",),
    site="build/site",
    source="content/{language}/news/{name}.md",
    page="news/{name}/index.html",
    remarks="the whole portal of this repository, with its records, beside the articles; "
    "all rules checked; own cache",
)
ALONE = replace(
    WHOLE,
    key="articles",
    name="Subportal, articles only",
    lay_out=lay_out_alone,
    remarks="the same program, theme and rules, with nothing but the articles, as the others have; "
    "no records, hence little open data; own cache",
)
LEAN = replace(
    ALONE,
    key="lean",
    name="Subportal, lean",
    command=lambda _folder: [sys.executable, str(ROOT / "benchmarks" / "lean.py")],
    remarks="articles only; the benchmark switches off what the others leave out, as the program has no such "
    "option; as many pages, all rules are checked; own cache",
)
PEERS = (WHOLE, ALONE, LEAN)
