"""What a build tells while it works: a bar on a terminal, and on demand where the time went."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LABELS = {
    "read": "Đọc / Read",
    "check": "Kiểm tra / Check",
    "pages": "Dựng trang / Pages",
    "pictures": "Ảnh / Pictures",
    "cards": "Thẻ chia sẻ / Cards",
    "search": "Tìm kiếm / Search",
    "publish": "Đưa vào chỗ / Publish",
}
PATIENCE = 0.8
"""Seconds of work before a bar appears."""


class Progress:
    """Phases of a build with their rates; silent unless `shown`."""

    def __init__(self, *, shown: bool | None = None) -> None:
        self.shown = sys.stderr.isatty() if shown is None else shown
        self.seconds: dict[str, float] = {}
        self.counts: dict[str, int] = {}
        self._start = time.perf_counter()
        self._phase = ""
        self._bar: Any = None
        self._task: Any = None

    @contextmanager
    def phase(self, name: str, total: int | None = None) -> Iterator[None]:
        """Time a phase of `total` steps, if their number is known."""
        began, outer = time.perf_counter(), self._phase
        self._phase = name
        self._total = total
        try:
            yield
        finally:
            self._end_bar()
            self._phase = outer
            self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - began

    def expect(self, total: int) -> None:
        """Tell how many steps the phase has."""
        self._total = total

    def tick(self, count: int = 1) -> None:
        """Tell that steps are done."""
        self.counts[self._phase] = self.counts.get(self._phase, 0) + count
        if not self.shown or time.perf_counter() - self._start < PATIENCE:
            return
        if self._bar is None:
            self._begin_bar()
        self._bar.update(self._task, completed=self.counts[self._phase], total=self._total)
        self._bar.refresh()

    def _begin_bar(self) -> None:
        from rich import progress  # noqa: PLC0415  (only a terminal needs it)
        from rich.console import Console  # noqa: PLC0415

        self._bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TextColumn("{task.speed:.0f}/s"),
            console=Console(stderr=True),
            auto_refresh=False,  # no thread: the children are forked
            transient=True,
        )
        self._task = self._bar.add_task(LABELS[self._phase], total=self._total)
        self._bar.start()

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def format_timings(self) -> str:
        """Return a line a phase: seconds, steps, steps a second."""
        lines = []
        for name, seconds in self.seconds.items():
            count = self.counts.get(name, 0)
            rate = f"{count:8} {count / seconds:8.0f}/s" if count and seconds else ""
            lines.append(f"{LABELS[name]:24} {seconds:7.3f} s {rate}".rstrip())
        return "\n".join(lines)
