"""Where a title may be broken into lines, and in which size it fits: Vietnamese, English, Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

ELLIPSIS = "..."
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING = "“‘（《〈「『【〔([{«"
_CLOSING = "”’）》〉」』】〕)]}»、，。；：！？…·,.;:!?%％~～"
_COUNTED = "年月日号届次个项"
"""What stands right behind a number."""
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:[^\s{_HAN}{re.escape(_OPENING)}]+(?:(?<=[0-9])[{_COUNTED}])?|[{_HAN}])?"
    rf"[{re.escape(_CLOSING)}]*"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text within which no line ends."""

    text: str
    spaced: bool
    """True if a space stands before it, unless it begins a line."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines, and the size in which they fit."""

    size: int
    lines: tuple[str, ...]


def units(text: str) -> list[Unit]:
    """Split a text at its spaces and between Chinese characters; signs stay with what they belong to."""
    found = []
    for word in text.split():
        pieces = [piece for piece in _UNIT.findall(word) if piece]
        found += [Unit(piece, spaced=not index) for index, piece in enumerate(pieces)]
    return found


def fit(
    text: str, width: float, choices: Sequence[tuple[int, int]], measure: Callable[[str], float]
) -> Fitted:
    """Return a text in the first of `choices` (size, most lines) in which it fits, else shortened.

    `measure` gives the width of a text in size 1.
    """
    pieces = units(text)
    widths = {piece.text: measure(piece.text) for piece in pieces}
    space = measure(" ")
    for size, most in choices:
        lines = _broken(pieces, widths, space, width / size)
        if len(lines) <= most and all(_width(line, widths, space) <= width / size for line in lines):
            return Fitted(size, tuple(map(_joined, _balanced(lines, pieces, widths, space, width / size))))
    size, most = choices[-1]
    return Fitted(size, _shortened(pieces, most, width / size, measure))


def _broken(pieces: Iterable[Unit], widths: dict[str, float], space: float, width: float) -> list[list[Unit]]:
    """Fill line after line."""
    lines: list[list[Unit]] = []
    used = 0.0
    for piece in pieces:
        needed = widths[piece.text] + (space if piece.spaced else 0)
        if lines and used + needed <= width:
            lines[-1].append(piece)
            used += needed
        else:
            lines.append([piece])
            used = widths[piece.text]
    return lines


def _balanced(
    lines: list[list[Unit]], pieces: list[Unit], widths: dict[str, float], space: float, width: float
) -> list[list[Unit]]:
    """Return as many lines as narrow as they can be, so that none is left nearly empty."""
    low, high = width * 0.7, width
    for _ in range(6):
        middle = (low + high) / 2
        tried = _broken(pieces, widths, space, middle)
        if len(tried) <= len(lines) and all(_width(line, widths, space) <= middle for line in tried):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _width(line: Sequence[Unit], widths: dict[str, float], space: float) -> float:
    return sum(widths[one.text] + (space if one.spaced and index else 0) for index, one in enumerate(line))


def _joined(line: Iterable[Unit]) -> str:
    return "".join(f" {one.text}" if one.spaced else one.text for one in line).strip()


def _shortened(
    pieces: Sequence[Unit], most: int, width: float, measure: Callable[[str], float]
) -> tuple[str, ...]:
    """Fill the lines there are, a unit wider than a line cut where it must be; end with an ellipsis."""
    lines = [""]
    for piece in pieces:
        joined = f"{lines[-1]} {piece.text}" if piece.spaced and lines[-1] else lines[-1] + piece.text
        if measure(joined) <= width:
            lines[-1] = joined
            continue
        if len(lines) == most or measure(piece.text) > width:
            lines[-1] = _cut(joined, width, measure)
            break
        lines.append(piece.text)
    return tuple(lines)


def _cut(text: str, width: float, measure: Callable[[str], float]) -> str:
    while text and measure(text + ELLIPSIS) > width:
        text = text[:-1].rstrip()
    return text + ELLIPSIS
