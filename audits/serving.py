"""The built site behind a real nginx, as the tests serve it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import Server, serve_by_nginx

ROOT = Path(__file__).parent.parent
PATH = "/thongtindoingoai/"


@contextmanager
def served() -> Iterator[Server]:
    """Serve `build/site` while the block runs."""
    with TemporaryDirectory() as folder:
        yield from serve_by_nginx(ROOT / "build" / "site", PATH, Path(folder))
