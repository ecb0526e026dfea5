"""Look at a project's files while the program loads, which needs a third of a second on one processor.

Nothing is loaded for it but what every Python has loaded.
"""

from __future__ import annotations

import marshal
import os

from subportal.engine.listing import is_as_listed, read_listing
from subportal.stamps import Found, look_through

CONTENT, SITE, LISTING = "content", "build/site", "build/cache/state.site"
"""Where a project has them, from its folder, unless it is told otherwise."""


class Ahead:
    """A forked process that looks at the files of the project in `root`, and what it will have seen."""

    def __init__(self, root: str, process: int, pipe: int) -> None:
        self.root = root
        self._process = process
        self._pipe = pipe

    def take(self) -> tuple[bytes, list[Found] | None]:
        """Return the mark of the listing, if the site is as listed, and what stands in the content.

        This can be asked for once. Of a look that failed there is nothing.
        """
        with os.fdopen(self._pipe, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        if status:
            return b"", None
        mark, found = marshal.loads(data)  # noqa: S302  (from our own child)
        return mark, found


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
            pipe.write(marshal.dumps(_look(root)))
        status = 0
    finally:
        os._exit(status)


def _look(root: str) -> tuple[bytes, list[Found]]:
    mark, files = read_listing(f"{root}/{LISTING}")
    if mark and not is_as_listed(f"{root}/{SITE}", files):
        mark = b""
    return mark, look_through(f"{root}/{CONTENT}")
