"""Run a command and measure it with all its children: wall time, processor time, peak memory."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
CAN_SAMPLE = Path("/proc/self/smaps_rollup").exists()
PAUSE = 0.05
"""Seconds between two looks at the memory, at least."""
SHARE = 20
"""A look takes no more than one part in so many of the time."""
WITHOUT = frozenset({"PYTHONDONTWRITEBYTECODE"})
"""Settings of the environment that an editor's machine has not: programs would be compiled at each start."""
_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    wall: float
    cpu: float
    peak: float
    """MB: the most that all processes held together, shared memory counted once."""


class RunError(Exception):
    """The command failed or took too long."""


def measure(
    command: list[str],
    folder: Path,
    *,
    log: Path,
    limit: float,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a command in a session of its own; raise `RunError` if it fails or takes longer than `limit`."""
    late = threading.Event()
    plain = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**plain, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

        def stop() -> None:
            late.set()
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, stop)
        sampler = _Sampler(process.pid)
        timer.start()
        sampler.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        finally:
            timer.cancel()
            sampler.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
    if late.is_set():
        message = f"took longer than {limit:g} s"
        raise RunError(message)
    if process.returncode:
        lines = log.read_text("utf-8", "replace").strip().splitlines()
        message = f"exit code {process.returncode}: {' '.join(lines[-3:])[-300:]}"
        raise RunError(message)
    peak = max(sampler.peak, usage.ru_maxrss / 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, peak)


class _Sampler(threading.Thread):
    """Looks at the memory of all processes of a session, until it is stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._session = session
        self._done = threading.Event()

    def run(self) -> None:
        pause = PAUSE
        while CAN_SAMPLE and not self._done.wait(pause):
            start = time.perf_counter()
            self.peak = max(self.peak, sum(map(_memory, _processes(self._session))))
            pause = max(PAUSE, SHARE * (time.perf_counter() - start))

    def stop(self) -> None:
        """Stop, and wait for the last look."""
        self._done.set()
        self.join()


def _processes(session: int) -> Iterator[Path]:
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                told = (folder / "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if int(told[3]) == session:
                yield folder


def _memory(process: Path) -> float:
    try:
        found = _PSS.search((process / "smaps_rollup").read_bytes())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
