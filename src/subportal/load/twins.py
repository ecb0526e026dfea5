"""Two files must not say that they are the same thing: one of them would be read and the other lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from subportal.issues import Issue, Position, issue
from subportal.load.item import name_of


def find_twins(root: Path, relatives: Iterable[str], languages: Sequence[str]) -> Iterator[Issue]:
    """Yield an issue for each file whose name another has, but for its ending or its letters' case."""
    first: dict[str, str] = {}
    for relative in relatives:
        name = name_of(relative, languages)
        if not name:
            continue
        other = first.setdefault("/".join(name).casefold(), relative)
        if other != relative:
            position = Position(f"{root.name}/{relative}")
            yield issue("E009", position, name=relative, other=f"{root.name}/{other}")
