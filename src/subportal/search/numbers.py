"""Numbers as signs, in a script: ascending lists of them, and the shards into which things are dealt."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from operator import sub

_FIRST = 35
_HOLE = 92
_LOW = 64
_HIGH = 26
"""A number is written as digits of base 26, if it is 64 or more, and a last one of base 64, each a
printable sign from `#` on but the backslash, so that neither JSON nor a script escapes any."""
_SPREAD = 31
_MASK = 0xFFFFFFFF


def _sign(digit: int) -> str:
    code = _FIRST + digit
    return chr(code if code < _HOLE else code + 1)


def code(number: int) -> str:
    """Return a number as signs."""
    rest, low = divmod(number, _LOW)
    signs = _sign(low)
    while rest:
        rest, high = divmod(rest, _HIGH)
        signs = _sign(_LOW + high) + signs
    return signs


class _Codes(dict[int, str]):
    """By number, its signs; made when first asked for, as distances recur."""

    def __missing__(self, number: int) -> str:
        found = self[number] = code(number)
        return found


_codes = _Codes()


def encode(numbers: Sequence[int]) -> str:
    """Return ascending numbers as the signs of their distances."""
    if not numbers:
        return ""
    first = _codes[numbers[0]]
    return first + "".join(map(_codes.__getitem__, map(sub, numbers[1:], numbers)))


def decode(signs: str) -> list[int]:
    """Return the numbers that were encoded."""
    numbers = []
    last = rest = 0
    for letter in signs.encode():
        digit = letter - _FIRST - (letter > _HOLE)
        if digit >= _LOW:
            rest = rest * _HIGH + digit - _LOW
        else:
            last += rest * _LOW + digit
            numbers.append(last)
            rest = 0
    return numbers


def shard_of(folded: str, shards: int) -> int:
    """Return the shard of a term, by its first four letters.

    So words that begin alike, and pairs of words that begin with the same word, stand together.
    """
    return _spread(folded.partition(" ")[0][:4]) & (shards - 1)


@cache
def _spread(text: str) -> int:
    value = 0
    for letter in text:
        value = (value * _SPREAD + ord(letter)) & _MASK
    return value ^ value >> 9


def slots_of(names: Iterable[str], count: int) -> dict[str, int]:
    """Give each of `count` names a number that depends on few other names.

    A name stands at the place that its checksum tells, among twice as many places as names or more, or
    next to it if that is taken. So a new name moves a few others at most.
    """
    places = bits_of(count)
    slots = {}
    last = -1
    for value, name in sorted((zlib.crc32(name.encode()), name) for name in names):
        last = slots[name] = max(value >> (32 - places), last + 1)
    return slots


def bits_of(count: int) -> int:
    """Return how many binary digits the places of so many names have."""
    return max(count, 8).bit_length() + 1


def shards_of(count: int) -> int:
    """Return into how many shards the terms of so many entries are dealt: a power of two."""
    return 1 << max(count // 4, 8).bit_length()
