"""The index of a language: its files made at once, or made again where entries have changed."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from pydantic_core import to_json

from subportal.addresses import SEARCH
from subportal.locale.strings import strings
from subportal.search.entries import PLACES, Entry, show
from subportal.search.numbers import bits_of, shard_of, shards_of, slots_of
from subportal.search.postings import Slots, Terms, change, format_terms, parse_terms
from subportal.search.words import STOP, Folder, plain

ENTRIES_A_SHARD = 2
"""Slots of entries in a shard; a quarter to a half of all slots are taken, so a file mostly has one entry."""
_TITLED = 3
"""Terms in one of the first places are offered for a misspelt word."""
_CALL = b"subportalIndex"

Files = Iterator[tuple[str, bytes]]


class Changed(NamedTuple):
    """What has changed since an index was made."""

    names: tuple[str, ...]
    """Of all entries, as they were."""
    gone: Mapping[str, Entry]
    """Entries that are gone or have changed, as they were."""
    new: Mapping[str, Entry]
    """Entries that are new or have changed, as they are."""
    find: Callable[[str], Entry]
    """Return an entry that is as it was."""
    read: Callable[[str], bytes | None]
    """Return a file of the index as it was made, if it was."""


def file_of(language: str, part: str) -> str:
    """Return where a part of a language's index stands."""
    return f"{SEARCH}/{language}/{part}.js"


def render_index(language: str, entries: Collection[Entry]) -> Files:
    """Yield all files of an index."""
    yield from render_shown(language, entries)
    yield from render_terms(language, entries)


def render_shown(language: str, entries: Collection[Entry]) -> Files:
    """Yield the file of an index that is loaded first, and those that tell what is shown of the entries."""
    placed = _placed(entries)
    yield _main(language, {entry.name: slot for slot, entry in placed})
    for number, part in groupby(placed, key=lambda one: one[0] // ENTRIES_A_SHARD):
        yield _shown_file(language, number, [(slot, entry.shown) for slot, entry in part])


def render_terms(language: str, entries: Collection[Entry]) -> Files:
    """Yield the files of an index that tell where terms stand."""
    places: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(PLACES)]
    for slot, entry in _placed(entries):
        for place, terms in zip(places, entry.terms(), strict=True):
            for term in terms:
                place[term].append(slot)
    yield from _all_terms(language, places, shards_of(len({entry.name for entry in entries})))


def _placed(entries: Collection[Entry]) -> list[tuple[int, Entry]]:
    """Return entries with their slots, in order."""
    names = {entry.name for entry in entries}
    slots = slots_of(names, len(names))
    return sorted((slots[entry.name], entry) for entry in entries)


def _all_terms(language: str, places: list[dict[str, list[int]]], count: int) -> Files:
    """Yield the files of terms, and empty `places`: the terms of all entries at once fill much memory."""
    keys = _Keys(count)
    shards: dict[int, Terms] = defaultdict(dict)
    for term in set().union(*places):
        number, key = keys[term]
        shards[number][key] = tuple(place.pop(term, []) for place in places)
    titled = set()
    for number in range(count):
        shard = shards.pop(number, {})
        titled |= _titled(shard)
        yield _file(language, f"t{number}", format_terms(shard))
    yield _file(language, "words", "\n".join(sorted(titled)))


def update_index(language: str, changed: Changed) -> Files | None:
    """Return the files that may differ, empty if they are gone; None if all must be made again."""
    names = {*changed.names} - changed.gone.keys() | changed.new.keys()
    old, new = slots_of(changed.names, len(changed.names)), slots_of(names, len(names))
    if bits_of(len(old)) != bits_of(len(new)) or shards_of(len(old)) != shards_of(len(new)):
        return None
    moved = {name for name in old.keys() & new.keys() if old[name] != new[name]}
    found = {name: changed.find(name) for name in moved - changed.gone.keys()}
    gone = [(old[name], entry) for name, entry in {**found, **changed.gone}.items()]
    come = [(new[name], entry) for name, entry in {**found, **changed.new}.items()]
    return _update(language, changed, new, gone, come)


def _update(
    language: str,
    changed: Changed,
    slots: Mapping[str, int],
    gone: list[tuple[int, Entry]],
    come: list[tuple[int, Entry]],
) -> Files:
    yield _main(language, slots)
    shown: dict[int, dict[int, bytes]] = {}
    for slot, _ in (*gone, *come):
        number = slot // ENTRIES_A_SHARD
        if number not in shown:
            kept = _data(changed.read(file_of(language, f"e{number}"))) or ()
            shown[number] = {one: show(texts) for one, *texts in kept}
    for slot, _ in gone:
        shown[slot // ENTRIES_A_SHARD].pop(slot, None)
    for slot, entry in come:
        shown[slot // ENTRIES_A_SHARD][slot] = entry.shown
    for number, entries in shown.items():
        made = _shown_file(language, number, sorted(entries.items()))
        yield made if entries else (made[0], b"")
    yield from _changed_terms(language, changed, shards_of(len(slots)), _differing(gone, come))


Moves = dict[str, tuple[list[set[int]], list[set[int]]]]


def _differing(gone: list[tuple[int, Entry]], come: list[tuple[int, Entry]]) -> Moves:
    """Return by term the slots that it loses and gains, by place; terms that keep theirs are left out."""
    moves: Moves = {}
    for side, entries in enumerate((gone, come)):
        for slot, entry in entries:
            for place, terms in enumerate(entry.terms()):
                for term in terms:
                    if term not in moves:
                        moves[term] = ([set() for _ in range(PLACES)], [set() for _ in range(PLACES)])
                    moves[term][side][place].add(slot)
    return {term: move for term, move in moves.items() if move[0] != move[1]}


def _changed_terms(language: str, changed: Changed, count: int, moves: Moves) -> Files:
    keys = _Keys(count)
    shards: dict[int, Terms] = {}
    for term, (lost, gained) in moves.items():
        number, key = keys[term]
        if number not in shards:
            shards[number] = parse_terms(_data(changed.read(file_of(language, f"t{number}"))) or "")
        for place in range(PLACES):
            if lost[place] or gained[place]:
                change(shards[number], key, place, lost[place] - gained[place], gained[place])
    words = str(_data(changed.read(file_of(language, "words"))) or "").split("\n")
    titled = {word for word in words if word and shard_of(word, count) not in shards}
    for number, terms in sorted(shards.items()):
        titled |= _titled(terms)
        yield _file(language, f"t{number}", format_terms(terms))
    yield _file(language, "words", "\n".join(sorted(titled)))


class _Keys(dict[str, tuple[int, tuple[str, str]]]):
    """By term, its shard and its key there."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._folder = Folder()

    def __missing__(self, term: str) -> tuple[int, tuple[str, str]]:
        folded = self._folder[term]
        found = self[term] = shard_of(folded, self._count), (folded, "" if folded == term else term)
        return found


def _titled(terms: Mapping[tuple[str, str], Slots]) -> set[str]:
    """Return the words, not the pairs of words, that stand in titles, headings or descriptions."""
    return {
        folded
        for (folded, _), slots in terms.items()
        if folded.isalpha() and folded < "\u3400" and any(slots[:_TITLED])
    }


def _main(language: str, slots: Mapping[str, int]) -> tuple[str, bytes]:
    """Return the file that is loaded first: how many entries and shards, and a key of the slots."""
    told = "\n".join(f"{slot} {name}" for name, slot in sorted(slots.items()))
    data = {
        "entries": len(slots),
        "shards": shards_of(len(slots)),
        "strings": {name: strings(language)[f"search.{name}"] for name in ("one", "many", "none", "all")},
        "synonyms": plain(strings(language)["search.synonyms"]),
        "stop": " ".join(sorted(STOP.get(language, ()))),
        "version": f"{zlib.crc32(told.encode()):08x}",
    }
    return _file(language, "index", data)


def _shown_file(language: str, number: int, shown: Iterable[tuple[int, bytes]]) -> tuple[str, bytes]:
    """Return a shard of entries: of each its slot, then what is shown of it."""
    items = b",".join(b"[%d,%b]" % one for one in shown)
    return file_of(language, f"e{number}"), b'%b("e%d",[%b])\n' % (_CALL, number, items)


def _file(language: str, part: str, data: Any) -> tuple[str, bytes]:
    return file_of(language, part), b'%b("%b",%b)\n' % (_CALL, part.encode(), to_json(data))


def _data(file: bytes | None) -> Any:
    return json.loads(file.partition(b",")[2].rstrip()[:-1]) if file else None
