"""The search index in the staged tree: what an edit leaves as it is, is not made again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from subportal.addresses import SEARCH
from subportal.engine.hand import Hand, Moved, Put
from subportal.engine.state import Staged, State
from subportal.engine.workers import spread
from subportal.search.entries import Entry, Packed, pack_entry
from subportal.search.index import Changed, render_index, update_index
from subportal.stage import Product


def stage_indexes(hand: Hand, last: State | None, state: State, languages: Iterable[str], made: Put) -> None:
    """Stage the indexes of some languages; `made` has the pages that differ, and takes the files in."""
    before = _before(last, state) if last else None
    stage = partial(_stage_some, hand, before, state, made.moved)
    jobs = list(languages)
    for _, results in spread(stage, jobs, least=2 if last is None else len(jobs) + 1, chunk=1):
        for language, names, put in results:
            state.search[language] = names
            made.add(put)


class _Before(NamedTuple):
    """What the last build left."""

    names: Mapping[str, tuple[str, ...]]
    """By language, of all that could be found."""
    gone: list[str]
    """The staged files that are there no more."""
    files: Mapping[str, Mapping[str, Staged]]
    """By language, the files of its index."""


def _before(last: State, state: State) -> _Before:
    files: dict[str, dict[str, Staged]] = {language: {} for language in last.search}
    gone = []
    for file in last.staged.keys() - state.staged.keys():  # no file of an index is staged yet
        folder, _, rest = file.partition("/")
        language, _, name = rest.partition("/")
        if folder == SEARCH and name.endswith(".js"):
            files[language][file] = last.staged[file]
        else:
            gone.append(file)
    return _Before(last.search, gone, files)


def _stage_index(
    hand: Hand, before: _Before | None, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    """Stage the index of a language; `moved` has what can be found on the pages that differ.

    Return the names of all its entries too.
    """
    if before is None or language not in before.names:
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
    files = render_index(language, entries)
    del entries  # the index takes them apart
    return found, hand.put(_products(files))


def _pages(state: State, language: str) -> list[str]:
    start = f"{language}/"
    return [file for file, one in state.staged.items() if one.head is not None and file.startswith(start)]


def _stage_some(
    hand: Hand,
    before: _Before | None,
    state: State,
    moved: Mapping[str, Moved],
    languages: Sequence[str],
) -> list[tuple[str, tuple[str, ...], Put]]:
    return [(language, *_stage_index(hand, before, state, language, moved)) for language in languages]


def _changed(hand: Hand, before: _Before, language: str, moved: Mapping[str, Moved]) -> Changed:
    gone: dict[str, Entry] = {}
    new: dict[str, Entry] = {}
    pages = f"{language}/"
    for file, (old, now) in moved.items():
        if file.startswith(pages):
            gone.update((entry.name, entry.unpack()) for entry in old)
            new.update((entry.name, entry.unpack()) for entry in now)
    for file in before.gone:
        if file.startswith(pages):
            gone.update((entry.name, entry) for entry in hand.entries(file))

    def find(name: str) -> Entry:
        file = f"{language}/{name.partition('#')[0]}.md"
        return next(entry for entry in hand.entries(file) if entry.name == name)

    def read(file: str) -> bytes | None:
        return hand.read(file) if file in hand.last else None

    return Changed(before.names[language], gone, new, find, read)


def _all(hand: Hand, files: Sequence[str], moved: Mapping[str, Moved]) -> list[Packed]:
    entries = [entry for file in files if file in moved for entry in moved[file].new]
    for _, found in spread(partial(_read, hand), [file for file in files if file not in moved]):
        entries.extend(found)
    return entries


def _read(hand: Hand, files: Iterable[str]) -> list[Packed]:
    return [pack_entry(entry) for file in files for entry in hand.entries(file)]


def _products(files: Iterable[tuple[str, bytes]]) -> Iterable[Product]:
    return (Product(file, data) for file, data in files if data)
