"""What a computation has read: so that it is done again when that has changed, and only then.

Mappings of the portal note each access. `recording` collects the notes of what runs inside it; outside,
noting costs one comparison.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from itertools import accumulate
from typing import TypeVar

Read = tuple[str, ...]
"""What was read: a sort of thing and its name, such as `("page", "general/location")`."""
V = TypeVar("V")

_recorders: list[set[Read]] = []


def note(*read: str) -> None:
    """Note that something is read."""
    if _recorders:
        _recorders[-1].add(read)


@contextmanager
def recording() -> Iterator[set[Read]]:
    """Collect what is read inside; an outer recording does not see it."""
    reads: set[Read] = set()
    _recorders.append(reads)
    try:
        yield reads
    finally:
        _recorders.pop()


_BETWEEN, _WITHIN = "\x1e", "\x1f"
_FEW = 8


def pack(reads: Iterable[Read]) -> bytes:
    """Return notes as one string, which is quick to keep and to search."""
    return _BETWEEN.join(["", *sorted(map(_WITHIN.join, reads)), ""]).encode()


class Changes:
    """What has changed, to be looked for in packed notes."""

    def __init__(self, reads: Iterable[Read]) -> None:
        self._found = frozenset(_WITHIN.join(read).encode() for read in reads)

    def touched(self, packed: Sequence[bytes]) -> set[int]:
        """Return the places of those notes in which something is that has changed."""
        if len(self._found) > _FEW:
            disjoint = self._found.isdisjoint
            return {place for place, notes in enumerate(packed) if not disjoint(notes.split(b"\x1e"))}
        # One search through all: no read stands across two notes, for each begins and ends with a sign.
        whole = b"".join(packed)
        ends = list(accumulate(map(len, packed)))
        places: set[int] = set()
        for found in self._found:
            read = b"\x1e%b\x1e" % found
            at = whole.find(read)
            while at >= 0:
                place = bisect_right(ends, at)
                places.add(place)
                at = whole.find(read, ends[place])
        return places


class _Values(ValuesView[V]):
    _mapping: NotedMapping[V]

    def __iter__(self) -> Iterator[V]:
        return map(self._mapping.fetch, self._mapping)


class _Items(ItemsView[str, V]):
    _mapping: NotedMapping[V]

    def __iter__(self) -> Iterator[tuple[str, V]]:
        return ((key, self._mapping.fetch(key)) for key in self._mapping)


class NotedMapping(Mapping[str, V]):
    """A mapping that makes each value when it is first asked for, and notes what is asked.

    A key, there or not, is noted as `(*one, key)`; going through all of them as `many`, for what
    changes one changes `many` too. Where there may be very many, `most` values are kept at a time.
    """

    def __init__(
        self, keys: Iterable[str], make: Callable[[str], V], *, one: Read, many: Read, most: int = 0
    ) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._most = most
        self._made: OrderedDict[str, V] = OrderedDict()  # a dict skips deleted keys to find its first
        self._one = one
        self._many = many

    def __getitem__(self, key: str) -> V:
        note(*self._one, key)
        return self.fetch(key)

    def fetch(self, key: str) -> V:
        """Return a value without a note."""
        found = self._made.get(key)
        if found is None:
            if key not in self._keys:
                raise KeyError(key)
            if self._most and len(self._made) >= self._most:
                self._made.popitem(last=False)
            found = self._made[key] = self._make(key)
        return found

    def __contains__(self, key: object) -> bool:
        note(*self._one, str(key))
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        note(*self._many)
        return iter(self._keys)

    def __len__(self) -> int:
        note(*self._many)
        return len(self._keys)

    def values(self) -> ValuesView[V]:
        """Return all values, noted as a whole."""
        return _Values(self)

    def items(self) -> ItemsView[str, V]:
        """Return all keys and values, noted as a whole."""
        return _Items(self)

    def __repr__(self) -> str:
        return repr(dict(self))

    def names(self) -> Collection[str]:
        """Return the keys without a note: for whoever plans the work, not for who does it."""
        return self._keys.keys()


def names_of(mapping: Mapping[str, V]) -> Collection[str]:
    """Return the keys of a mapping without a note."""
    return mapping.names() if isinstance(mapping, NotedMapping) else mapping.keys()
