"""Rounds of cold builds and of builds after one edit, alternating between the generators."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from articles import LANGUAGES
from measure import Run, RunError, measure
from output import look
from peers import BASE, PEERS
from peers.peer import BENCH, Peer, put_aside
from results import Measured, Results, number


def run_rounds(results: Results, keys: list[str], sizes: list[int], rounds: int, limit: float) -> None:
    """Measure all peers at all sizes; one that fails or takes too long is dropped from there on."""
    running = list(keys)
    for size in sizes:
        for key in running:
            put_aside(folder_of(key, size))
            PEERS[key].lay_out(folder_of(key, size), size)
        for turn in range(rounds):
            start = turn % len(running) if running else 0
            for key in running[start:] + running[:start]:
                try:
                    _one_turn(results, PEERS[key], size, turn, limit)
                except RunError as error:
                    results.drop(key, size, str(error))
                    running.remove(key)
                    print(f"  {key} dropped: {error}", file=sys.stderr, flush=True)
        results.save(BENCH / "results.json")


def folder_of(key: str, size: int) -> Path:
    """Return where a peer's project of a size is laid out."""
    return BENCH / "sites" / f"{size}" / key


def _one_turn(results: Results, peer: Peer, size: int, turn: int, limit: float) -> None:
    folder = folder_of(peer.key, size)
    cold = build_cold(peer, folder, limit)
    results.runs.append(Measured(peer.key, size, "cold", turn, cold))
    if turn == 0:
        site = folder / peer.site
        results.output.setdefault(str(size), {})[peer.key] = look(site, site / _page(peer, 0))
    edit = build_edited(peer, folder, turn, limit)
    results.runs.append(Measured(peer.key, size, "edit", turn, edit))
    print(
        f"{size:>6} round {turn + 1} {peer.key:<10} cold {number(cold.wall)} s, {number(cold.cpu)} s CPU, "
        f"{number(cold.peak)} MB; edit {number(edit.wall)} s",
        file=sys.stderr,
        flush=True,
    )


def build_cold(peer: Peer, folder: Path, limit: float) -> Run:
    """Build with neither output nor caches."""
    peer.clear(folder)
    return _build(peer, folder, limit)


def build_edited(peer: Peer, folder: Path, turn: int, limit: float) -> Run:
    """Append a paragraph to an article, build in a new process, and see that the paragraph is there."""
    marker = f"edit{turn}{hashlib.blake2b(peer.key.encode(), digest_size=4).hexdigest()}"
    append(peer, folder, turn, marker)
    run = _build(peer, folder, limit)
    page = folder / peer.site / _page(peer, turn)
    if marker not in page.read_text("utf-8"):
        message = "the edit was not in the page"
        raise RunError(message)
    return run


def append(peer: Peer, folder: Path, turn: int, marker: str) -> None:
    """Append a paragraph with a word of its own to the article of this turn."""
    source = folder / peer.source.format(language=LANGUAGES[0], name=_name(turn))
    source.write_text(f"{source.read_text('utf-8')}\nMột đoạn mới được thêm: {marker}.\n", "utf-8")


def _build(peer: Peer, folder: Path, limit: float) -> Run:
    log = folder.with_name(f"{peer.key}.log")
    os.sync()  # what the last build has written need not be written while this one is measured
    run = measure(peer.command(folder), folder, log=log, limit=limit, environment=peer.environment)
    if not (folder / peer.site / _page(peer, 0)).is_file():
        message = f"it made no {_page(peer, 0)}"
        raise RunError(message)
    return run


def _page(peer: Peer, turn: int) -> str:
    return peer.page.format(language=LANGUAGES[0], name=_name(turn))


def _name(turn: int) -> str:
    return f"bulletin-{turn:05}"


def baseline(keys: list[str]) -> list[str]:
    """Return the peers with the one that all are compared with."""
    return keys if BASE in keys else [*keys, BASE]
