"""Look at a project's files while the program loads, which needs a third of a second on one processor.

Nothing is loaded for it but what every Python has loaded. Run by itself, it looks whenever it is asked.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress

from subportal.engine.listing import is_as_listed, read_listing
from subportal.stamps import Found, look_through

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, BinaryIO

_LENGTH = 8
CONTENT, SITE, LISTING = "content", "build/site", "build/cache/state.site"
"""Where a project has them, from its folder, unless it is told otherwise."""


class Ahead:
    """A forked process that looks at the files of the project in `root`, and what it will have seen."""

    def __init__(self, root: str, process: int, pipe: int) -> None:
        self.root = root
        self._process = process
        self._pipe = pipe
        self._mark = b""

    def take(self) -> list[Found] | None:
        """Return what stands in the content, once; of a look that failed there is nothing."""
        with os.fdopen(self._pipe, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        if status:
            return None
        found, self._mark = marshal.loads(data)  # noqa: S302  (from our own child)
        return found  # type: ignore[no-any-return]

    def mark(self) -> bytes:
        """Return the mark of the listing, if the site was as listed; to be asked for after `take`."""
        return self._mark


def look_ahead(root: str) -> Ahead | None:
    """Begin to look at a project's files in another process; None where the system does not fork."""
    if not hasattr(os, "fork"):
        return None
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return Ahead(root, process, reader)
    status = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(marshal.dumps((look_through(f"{root}/{CONTENT}"), _mark(root))))
        status = 0
    finally:
        os._exit(status)


def _mark(root: str) -> bytes:
    mark, files = read_listing(f"{root}/{LISTING}")
    return mark if mark and is_as_listed(f"{root}/{SITE}", files) else b""


def answer(root: str, asked: BinaryIO, told: BinaryIO) -> None:
    """For each line of `asked`, look at a project's files; tell what stands in its content, then the mark."""
    for _ in asked:
        try:
            found = look_through(f"{root}/{CONTENT}")
        except OSError:  # a file was taken away meanwhile
            found = None
        _tell(told, found)
        _tell(told, _mark(root))


def _tell(told: BinaryIO, one: list[Found] | bytes | None) -> None:
    data = marshal.dumps(one)
    told.write(len(data).to_bytes(_LENGTH, "big") + data)
    told.flush()


def hear(told: IO[bytes]) -> object:
    """Return the next half of an answer: what stands in the content, or the mark; None from who has ended."""
    size = int.from_bytes(told.read(_LENGTH), "big")
    data = told.read(size)
    return marshal.loads(data) if 0 < size == len(data) else None  # noqa: S302  (from our own child)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        answer(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
