"""The search index in the staged tree: what an edit leaves as it is, is not made again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from subportal.engine.hand import Hand, Moved, Put
from subportal.engine.state import State
from subportal.engine.workers import spread
from subportal.search.entries import Entry, unpack_entries
from subportal.search.index import Changed, Files, file_of, render_index, update_index
from subportal.stage import Product


def stage_indexes(hand: Hand, last: State | None, state: State, languages: Iterable[str], made: Put) -> None:
    """Stage the indexes of some languages; `made` has the pages that differ, and takes the files in."""
    stage = partial(_stage_some, hand, last, state, made.moved)
    jobs = list(languages)
    for _, results in spread(stage, jobs, least=2 if last is None else len(jobs) + 1, chunk=1):
        for language, names, put in results:
            state.search[language] = names
            made.add(put)


def _stage_index(
    hand: Hand, last: State | None, state: State, language: str, moved: Mapping[str, Moved]
) -> tuple[tuple[str, ...], Put]:
    """Stage the index of a language; `moved` has what can be found on the pages that differ.

    Return the names of all its entries too.
    """
    changed = _changed(hand, last, state, language, moved) if last and language in last.search else None
    if changed and not changed.gone and not changed.new:
        return changed.names, _put(hand, language, ())
    update = update_index(language, changed) if changed else None
    if changed is None or update is None:
        entries = _all(hand, _pages(state, language), moved)
        found = tuple(sorted(entry.name for entry in entries))
        return found, hand.put(_products(render_index(language, entries)))
    names = {*changed.names} - changed.gone.keys() | changed.new.keys()
    same = names == {*changed.names}
    put = _put(hand, language, update)
    return changed.names if same else tuple(sorted(names)), put


def _pages(state: State, language: str) -> list[str]:
    start = f"{language}/"
    return [file for file, one in state.staged.items() if one.head is not None and file.startswith(start)]


def _stage_some(
    hand: Hand,
    last: State | None,
    state: State,
    moved: Mapping[str, Moved],
    languages: Sequence[str],
) -> list[tuple[str, tuple[str, ...], Put]]:
    return [(language, *_stage_index(hand, last, state, language, moved)) for language in languages]


def _changed(hand: Hand, last: State, state: State, language: str, moved: Mapping[str, Moved]) -> Changed:
    gone: dict[str, Entry] = {}
    new: dict[str, Entry] = {}
    for file, (old, now) in moved.items():
        if file.startswith(f"{language}/"):
            gone.update((entry.name, entry) for entry in unpack_entries(old))
            new.update((entry.name, entry) for entry in unpack_entries(now))
    pages = f"{language}/"
    for file in [file for file in last.staged if file.startswith(pages) and file not in state.staged]:
        gone.update((entry.name, entry) for entry in hand.entries(file))

    def find(name: str) -> Entry:
        file = f"{language}/{name.partition('#')[0]}.md"
        return next(entry for entry in hand.entries(file) if entry.name == name)

    def read(file: str) -> bytes | None:
        return hand.read(file) if file in last.staged else None

    return Changed(last.search[language], gone, new, find, read)


def _all(hand: Hand, files: Sequence[str], moved: Mapping[str, Moved]) -> list[Entry]:
    entries = [entry for file in files if file in moved for entry in unpack_entries(moved[file].new)]
    for _, found in spread(partial(_read, hand), [file for file in files if file not in moved]):
        entries.extend(found)
    return entries


def _read(hand: Hand, files: Iterable[str]) -> list[Entry]:
    return [entry for file in files for entry in hand.entries(file)]


def _products(files: Iterable[tuple[str, bytes]]) -> Iterable[Product]:
    return (Product(file, data) for file, data in files if data)


def _put(hand: Hand, language: str, update: Files | tuple[()]) -> Put:
    """Stage the files that differ, and keep the others."""
    made = dict(update)
    put = hand.put(_products(made.items()))
    start = file_of(language, "").removesuffix(".js")
    kept = {
        file: one
        for file, one in hand.last.items()
        if file.startswith(start) and file.endswith(".js") and file not in made
    }
    return put._replace(staged={**kept, **put.staged})
