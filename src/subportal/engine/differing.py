"""What differs between two builds, found without a step of Python for each of tens of thousands of things."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import compress
from operator import attrgetter, is_not, not_
from typing import TypeVar

from subportal.engine.state import Staged, State

V = TypeVar("V")

_head = attrgetter("head")


def differing(old: Mapping[str, V], new: Mapping[str, V]) -> list[str]:
    """Return the keys of `new` whose value is not the very one that `old` has: what stays is handed on."""
    return list(compress(new, map(is_not, new.values(), map(old.get, new))))


def gone(old: Mapping[str, V], new: Mapping[str, V], changed: Collection[str]) -> list[str]:
    """Return the keys of `old` that `new` has not; `changed` are those in which they differ."""
    if len(old) + sum(name not in old for name in changed) == len(new):
        return []
    return [*(old.keys() - new.keys())]


def without_head(staged: Mapping[str, Staged]) -> Iterator[str]:
    """Return the staged files that are no pages."""
    return compress(staged, map(not_, map(_head, staged.values())))


def count_pages(staged: Mapping[str, Staged]) -> int:
    """Return how many of the staged files are pages."""
    return sum(map(bool, map(_head, staged.values())))


def heads_changed(last: State, state: State, files: Iterable[str]) -> set[str]:
    """Return the languages of those of some staged files of which site maps know something else now."""
    old, new = last.staged, state.staged
    return {
        file.partition("/")[0]
        for file in files
        if getattr(old.get(file), "head", None) != getattr(new.get(file), "head", None)
    }
