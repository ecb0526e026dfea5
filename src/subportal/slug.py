"""Fold text to what addresses and search keys hold."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"đ": "d", "Đ": "D"})
_WORDS = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Return the text in lower case without marks; đ becomes d."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def slugify(text: str) -> str:
    """Return the text as lower-case ASCII words with hyphens; empty if it has no Latin letters."""
    return "-".join(_WORDS.findall(fold(text)))
