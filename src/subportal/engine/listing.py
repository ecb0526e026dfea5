"""The files of a finished site with their stamps, kept in a file of its own: they are looked at ahead."""

from __future__ import annotations

import marshal
import os
from hashlib import blake2b

from subportal.stamps import Stamp, stamp_of

Listing = dict[str, Stamp]
_DIGEST = 16


def write_listing(path: str, mark: bytes, files: Listing) -> None:
    """Keep a listing; `mark` tells to which state it belongs."""
    body = marshal.dumps((mark, files))
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "wb") as file:  # noqa: PTH123  (pathlib is not loaded where listings are read)
        file.write(blake2b(body, digest_size=_DIGEST).digest() + body)
    os.replace(temporary, path)  # noqa: PTH105


def read_listing(path: str) -> tuple[bytes, Listing]:
    """Return a listing and its mark; an empty mark if there is none, or if it is damaged."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read()
    except OSError:
        return b"", {}
    body = data[_DIGEST:]
    if data[:_DIGEST] != blake2b(body, digest_size=_DIGEST).digest():
        return b"", {}
    mark, files = marshal.loads(body)  # noqa: S302  (our own file, whole by its digest)
    return mark, files


def is_as_listed(folder: str, files: Listing) -> bool:
    """Tell whether all files of a listing stand in a folder as they were."""
    start = f"{folder}/"
    try:
        return all(stamp_of(os.stat(start + name)) == stamp for name, stamp in files.items())  # noqa: PTH116
    except OSError:
        return False
