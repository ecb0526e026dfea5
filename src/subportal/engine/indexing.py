"""The search index in the staged tree: what an edit leaves as it is, is not made again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from subportal.engine.hand import Hand, Moved, Put
from subportal.engine.state import State
from subportal.engine.workers import spread
from subportal.search.entries import Entry
from subportal.search.index import (
    Changed,
    Files,
    file_of,
    render_index,
    render_shown,
    render_terms,
    update_index,
)
from subportal.stage import Product


def stage_indexes(
    hand: Hand,
    last: State | None,
    state: State,
    languages: Collection[str],
    made: Put,
    replaced: Iterable[str],
) -> None:
    """Stage the indexes of some languages; `made` has the pages that differ, and takes the files in.

    `replaced` are files that the last build staged and this one may have not.
    """
    if last is None:
        sizes = {}
        for language in languages:
            found = [entry for file in _pages(state, language) for entry in made.moved[file].new]
            state.search[language] = tuple(sorted(entry.name for entry in found))
            sizes[language] = sum(len(entry.packed) for entry in found)
        # The longest first, so that all processors end at about the same time.
        ordered = sorted(languages, key=lambda language: -sizes[language])
        parts = [(render, language) for render in (render_terms, render_shown) for language in ordered]
        make = partial(_stage_parts, hand, state, made.moved)
        for _, puts in spread(make, parts, least=2, chunk=1, apart=True):
            for put in puts:
                made.add(put)
        return
    before = _Before(last.search, [file for file in replaced if file not in state.staged])
    for language in languages:
        state.search[language], put = _stage_index(hand, before, state, language, made.moved)
        made.add(put)


Part = tuple[Callable[[str, Collection[Entry]], Files], str]
"""What makes files of an index, and the language."""


def _stage_parts(hand: Hand, state: State, moved: Mapping[str, Moved], parts: Iterable[Part]) -> list[Put]:
    """Stage parts of indexes that are made for the first time, in whatever process."""
    return [
        hand.put(_products(render(language, _all(hand, _pages(state, language), moved))))
        for render, language in parts
    ]


class _Before(NamedTuple):
    """What the last build left."""

    names: Mapping[str, tuple[str, ...]]
    """By language, of all that could be found."""
    gone: Sequence[str]
    """The staged files that are there no more."""


def _stage_index(
    hand: Hand, before: _Before, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    """Stage the index of a language; `moved` has what can be found on the pages that differ.

    Return the names of all its entries too.
    """
    if language not in before.names:
        return _index_anew(hand, state, language, moved)
    changed = _changed(hand, before, language, moved)
    if not changed.gone and not changed.new:
        return changed.names, Put.empty()
    update = update_index(language, changed)
    if update is None:
        return _index_anew(hand, state, language, moved)
    names = {*changed.names} - changed.gone.keys() | changed.new.keys()
    same = names == {*changed.names}
    made = dict(update)
    _take_away(state, (file for file, data in made.items() if not data))
    return changed.names if same else tuple(sorted(names)), hand.put(_products(made.items()))


def _index_anew(
    hand: Hand, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    start = file_of(language, "").removesuffix(".js")
    _take_away(state, [file for file in state.staged if file.startswith(start) and file.endswith(".js")])
    entries = _all(hand, _pages(state, language), moved)
    found = tuple(sorted(entry.name for entry in entries))
    return found, hand.put(_products(render_index(language, entries)))


def _take_away(state: State, files: Iterable[str]) -> None:
    for file in files:
        state.staged.pop(file, None)


def _pages(state: State, language: str) -> list[str]:
    start = f"{language}/"
    return [file for file, one in state.staged.items() if one.head is not None and file.startswith(start)]


def _changed(hand: Hand, before: _Before, language: str, moved: Mapping[str, Moved]) -> Changed:
    gone: dict[str, Entry] = {}
    new: dict[str, Entry] = {}
    pages = f"{language}/"
    for file, (old, now) in moved.items():
        if file.startswith(pages):
            gone.update((entry.name, entry) for entry in old)
            new.update((entry.name, entry) for entry in now)
    for file in before.gone:
        if file.startswith(pages):
            gone.update((entry.name, entry) for entry in hand.entries(file))

    def find(name: str) -> Entry:
        file = f"{language}/{name.partition('#')[0]}.md"
        return next(entry for entry in hand.entries(file) if entry.name == name)

    def read(file: str) -> bytes | None:
        return hand.read(file) if file in hand.last else None

    return Changed(before.names[language], gone, new, find, read)


def _all(hand: Hand, files: Sequence[str], moved: Mapping[str, Moved]) -> list[Entry]:
    entries = [entry for file in files if file in moved for entry in moved[file].new]
    for _, found in spread(partial(_read, hand), [file for file in files if file not in moved]):
        entries.extend(found)
    return entries


def _read(hand: Hand, files: Iterable[str]) -> list[Entry]:
    return [entry for file in files for entry in hand.entries(file)]


def _products(files: Iterable[tuple[str, bytes]]) -> Iterable[Product]:
    return (Product(file, data) for file, data in files if data)
