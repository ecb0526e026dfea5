"""Spread independent work over the processors by forked processes; without fork, do it here."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

LEAST = 64
"""Fewer jobs are done sooner here than by others."""
CHUNK = 48

_work: Callable[[Any], Any] | None = None


@contextmanager
def without_collector() -> Iterator[None]:
    """Switch the garbage collector off: a build makes millions of objects that stay until its end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether the system forks (Windows does not; macOS does not do it safely)."""
    return "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname != "Darwin"


def ask_beside(question: Callable[[], bool]) -> Callable[[], bool]:
    """Begin to answer a question in another process; return what waits for the answer.

    It may be asked again; no answer is False. Without fork, or with one processor, it is there at once.
    """
    if processors() < 2 or not can_fork():  # noqa: PLR2004
        found = question()
        return lambda: found
    process = os.fork()
    if not process:
        status = 1
        try:
            status = 0 if question() else 1
        finally:
            os._exit(status)

    @cache
    def answer() -> bool:
        return os.waitpid(process, 0)[1] == 0

    return answer


def spread(
    work: Callable[[Sequence[J]], R],
    jobs: Sequence[J],
    *,
    processes: int | None = None,
    least: int = LEAST,
    chunk: int = CHUNK,
    apart: bool = False,
) -> Iterator[tuple[int, R]]:
    """Yield the results of `work` on parts of `jobs`, in any order, with the number of jobs in each part.

    The children see everything as it was at the call; only results come back. `least` and `chunk` are
    for jobs that take longer than most; `apart` gives each part a child of its own, and its memory back.
    """
    parts = [jobs[start : start + chunk] for start in range(0, len(jobs), chunk)]
    count = min(processes or processors(), len(parts))
    if len(jobs) < least or count < 2 or not can_fork():  # noqa: PLR2004
        for part in parts:
            yield len(part), work(part)
        return
    global _work  # noqa: PLW0603  (children inherit it; a closure cannot be sent to them)
    _work = work
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(count, gc.disable, (), 1 if apart else None) as pool:
            for index, result in pool.imap_unordered(_run, enumerate(parts)):
                yield len(parts[index]), result
    finally:
        gc.unfreeze()
        _work = None


def _run(numbered: tuple[int, Sequence[Any]]) -> tuple[int, Any]:
    if _work is None:
        message = "no work was set before the fork"
        raise RuntimeError(message)
    index, part = numbered
    return index, _work(part)
