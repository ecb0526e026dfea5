"""A shard of terms: for each the slots of the entries that have it, by the place where it stands.

A line a folded term, its forms with marks one behind the other:
`che  #a!b chè c!!d` – form and slots by place, in the order of `entries.PLACES`, without empty ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from subportal.search.entries import PLACES
from subportal.search.numbers import decode, encode

Slots = tuple[list[int], ...]
"""Ascending slots by place."""
Terms = dict[tuple[str, str], Slots]
"""Slots by a term's folded letters and by its form with marks, which is empty if there are none."""


def empty() -> Slots:
    """Return the slots of a term that nothing has."""
    return tuple([] for _ in range(PLACES))


def format_terms(terms: Mapping[tuple[str, str], Slots]) -> str:
    """Return a shard's text."""
    lines: dict[str, str] = {}
    for (folded, form), slots in sorted(terms.items()):
        written = f"{form} {'!'.join(map(encode, slots)).rstrip('!')}"
        lines[folded] = f"{lines[folded]} {written}" if folded in lines else f"{_key(folded)} {written}"
    return "\n".join(lines.values())


def _key(folded: str) -> str:
    return folded.replace(" ", "_")


def parse_terms(text: str) -> Terms:
    """Return the terms of a shard's text."""
    terms: Terms = {}
    for line in text.split("\n") if text else ():
        key, *fields = line.split(" ")
        folded = key.replace("_", " ")
        for form, written in zip(fields[::2], fields[1::2], strict=True):
            places = [decode(signs) for signs in written.split("!")]
            terms[folded, form] = (*places, *([] for _ in range(PLACES - len(places))))
    return terms


def change(terms: Terms, key: tuple[str, str], place: int, gone: Iterable[int], new: Iterable[int]) -> None:
    """Take slots from a term and give it others; a term that nothing has is dropped."""
    slots = terms.setdefault(key, empty())
    slots[place][:] = sorted({*slots[place]}.difference(gone).union(new))
    if not any(slots):
        del terms[key]
