"""The search index in the staged tree: what an edit leaves as it is, is not made again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from subportal.addresses import SEARCH
from subportal.engine.hand import Hand, Moved, Put
from subportal.engine.state import Staged, State
from subportal.engine.workers import spread
from subportal.search.entries import Entry
from subportal.search.index import Changed, Files, render_index, render_shown, render_terms, update_index
from subportal.stage import Product


def stage_indexes(
    hand: Hand, last: State | None, state: State, languages: Collection[str], made: Put
) -> None:
    """Stage the indexes of some languages; `made` has the pages that differ, and takes the files in."""
    if last is None:
        for language in languages:
            found = (entry.name for file in _pages(state, language) for entry in made.moved[file].new)
            state.search[language] = tuple(sorted(found))
        # The longest first, so that all processors end at about the same time.
        parts = [(render, language) for render in (render_terms, render_shown) for language in languages]
        make = partial(_stage_parts, hand, state, made.moved)
        for _, puts in spread(make, parts, least=2, chunk=1, apart=True):
            for put in puts:
                made.add(put)
        return
    before = _before(last, state)
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
    gone: set[str]
    """The staged files that are there no more."""
    files: Mapping[str, Mapping[str, Staged]]
    """By language, the files of its index."""


def _before(last: State, state: State) -> _Before:
    gone = last.staged.keys() - state.staged.keys()  # no file of an index is staged yet
    files: dict[str, dict[str, Staged]] = {}
    for language in last.search:
        start = f"{SEARCH}/{language}/"
        own = [file for file in gone if file.startswith(start) and file.endswith(".js")]
        files[language] = dict(zip(own, map(last.staged.__getitem__, own), strict=True))
        gone.difference_update(own)
    return _Before(last.search, gone, files)


def _stage_index(
    hand: Hand, before: _Before, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    """Stage the index of a language; `moved` has what can be found on the pages that differ.

    Return the names of all its entries too.
    """
    if language not in before.names:
        return _index_anew(hand, state, language, moved)
    changed, files = _changed(hand, before, language, moved), before.files.get(language, {})
    if not changed.gone and not changed.new:
        return changed.names, Put.empty()._replace(staged=dict(files))
    update = update_index(language, changed)
    if update is None:
        return _index_anew(hand, state, language, moved)
    names = {*changed.names} - changed.gone.keys() | changed.new.keys()
    same = names == {*changed.names}
    made = dict(update)
    put = hand.put(_products(made.items()))
    kept = {file: one for file, one in files.items() if file not in made}
    return changed.names if same else tuple(sorted(names)), put._replace(staged={**kept, **put.staged})


def _index_anew(
    hand: Hand, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    entries = _all(hand, _pages(state, language), moved)
    found = tuple(sorted(entry.name for entry in entries))
    return found, hand.put(_products(render_index(language, entries)))


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
