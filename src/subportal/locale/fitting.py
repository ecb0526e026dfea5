"""Titles and descriptions as long as lists of search results show them, and no longer."""

from __future__ import annotations

import re
from collections.abc import Sequence

TITLE = 65
"""What is shown of a title; a Chinese character takes the room of two letters."""
DESCRIPTION = (50, 160)
_DESCRIPTIONS = {"zh": (25, 80)}
_STOPS = (".", "!", "?", "。", "！", "？", "…")
_WIDE = "\u2e80"
_ENDS = re.compile(r"[.](?= )|。")


def width(text: str) -> int:
    """Return how much room a text takes, in letters."""
    return sum(2 if letter > _WIDE else 1 for letter in text)


def bounds(language: str) -> tuple[int, int]:
    """Return how long the description of a page should be, in characters of its language."""
    return _DESCRIPTIONS.get(language, DESCRIPTION)


def fit_title(title: str, *endings: Sequence[str]) -> str:
    """Return the title with the first of the endings with which it fits, or by itself, cut if need be."""
    for ending in endings:
        whole = " – ".join((title, *(part for part in ending if part)))
        if width(whole) <= TITLE:
            return whole
    return title if width(title) <= TITLE else _cut(title, TITLE)


def fit_description(language: str, *parts: str) -> str:
    """Return the first part, with as many of the others as it takes to be long enough, and cut if need be."""
    least, most = bounds(language)
    text = parts[0]
    for part in parts[1:]:
        if len(text) < least and part:
            stop, blank = ("。", "") if language == "zh" else (".", " ")
            text = f"{text}{'' if text.endswith(_STOPS) else stop}{blank}{part}"
    if len(text) <= most:
        return text
    ends = [found.end() for found in _ENDS.finditer(text, 0, most)]
    return text[: ends[-1]] if ends and ends[-1] >= least else _cut(text, most, wide=1)


def _cut(text: str, room: int, wide: int = 2) -> str:
    """Cut a text at the end of a word, with an ellipsis."""
    room -= 1
    place = 0
    while place < len(text) and (room := room - (wide if text[place] > _WIDE else 1)) >= 0:
        place += 1
    kept = text[:place]
    if text[place] <= _WIDE and " " in kept:
        while kept[-1] <= _WIDE and kept[-1] != " ":
            kept = kept[:-1]
    return kept.rstrip(" ,;:–-，；：、—") + "…"
