"""One build of a project at a time: a lock on a file, which the system frees when the process ends.

The library for this, filelock, loads asyncio and TLS with it: a sixth of the time of a build of one page.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _PAUSE = 0.05

    def _lock(file: IO[bytes]) -> None:
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(_PAUSE)
            else:
                return
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process holds the lock, and hold it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:  # nothing is written; Windows may refuse to empty what another has locked
        _lock(file)
        yield
