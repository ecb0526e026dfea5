"""Plain words that any match of a regular expression holds: a quick first look before the search."""

from __future__ import annotations

import re
from functools import cache

_FLAGS = re.compile(r"\(\?[a-zA-Z]*[ix]")
_REPEATS = "?*{"


@cache
def literals(pattern: str) -> tuple[str, ...]:
    """Return words of which every match holds at least one; empty if that cannot be told."""
    if _FLAGS.search(pattern):
        return ()
    found: list[str] = []
    for branch in _branches(pattern):
        best = max(_parts(branch), key=_worth, default=())
        if not best:
            return ()
        found += best
    return tuple(dict.fromkeys(found))


def _worth(words: tuple[str, ...]) -> int:
    """Return how much it helps to look for words: long ones, and few."""
    return min(map(len, words), default=0) - 4 * len(words)


def _branches(pattern: str) -> list[str]:
    """Split a pattern at the `|` that stand in no group."""
    out, start, index = [], 0, 0
    while index < len(pattern):
        if pattern[index] == "|":
            out.append(pattern[start:index])
            start = index + 1
        index = _after(pattern, index)
    return [*out, pattern[start:]]


def _after(pattern: str, index: int) -> int:
    """Return where the character, the escape, the class or the group at `index` ends."""
    if pattern[index] == "\\":
        return index + 2
    if pattern[index] == "[":
        return _after_class(pattern, index)
    if pattern[index] != "(":
        return index + 1
    index += 1
    while pattern[index] != ")":
        index = _after(pattern, index)
    return index + 1


def _after_class(pattern: str, index: int) -> int:
    index += 2 if pattern[index + 1] == "^" else 1
    index += pattern[index] == "]"
    while pattern[index] != "]":
        index += 2 if pattern[index] == "\\" else 1
    return index + 1


def _parts(branch: str) -> list[tuple[str, ...]]:
    """Return, for each part of a branch that must be there, the words of which it holds one."""
    parts: list[tuple[str, ...]] = []
    run, index = "", 0
    while index < len(branch):
        end = _after(branch, index)
        item = branch[index:end]
        optional = branch[end : end + 1] in _REPEATS and end < len(branch)
        plain = item[-1] if len(item) == 1 and item not in ".^$+" else _escaped(item)
        if plain and not optional:
            run += plain
        else:
            parts.append((run,))
            run = ""
            if item.startswith("(") and not optional:
                parts.append(_group(item))
        index = _after_repeat(branch, end) if optional or branch[end : end + 1] == "+" else end
        if index != end:
            parts.append((run,))
            run = ""
    return [part for part in [*parts, (run,)] if part and all(part)]


def _escaped(sign: str) -> str:
    r"""Return the character that `\\.` and the like stand for; empty for `\\b`, classes and groups."""
    return sign[1] if len(sign) == 2 and sign[0] == "\\" and not sign[1].isalnum() else ""  # noqa: PLR2004


def _group(group: str) -> tuple[str, ...]:
    """Return the words of a group; what looks ahead or behind is no part of the match."""
    if group.startswith("(?:"):
        return literals(group[3:-1])
    return () if group.startswith("(?") else literals(group[1:-1])


def _after_repeat(branch: str, index: int) -> int:
    index = branch.index("}", index) + 1 if branch[index] == "{" else index + 1
    return index + 1 if branch[index : index + 1] in {"?", "+"} else index
