"""Fold text to what addresses and search keys hold."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_LETTERS = str.maketrans({"đ": "d", "Đ": "D"})
_WORDS = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Return the text in lower case without marks; đ becomes d."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(filterfalse(unicodedata.combining, decomposed)).lower()


@lru_cache(2048)  # all translations of a page ask for the ids of its headings
def slugify(text: str) -> str:
    """Return the text as lower-case ASCII words with hyphens; empty if it has no Latin letters."""
    return "-".join(_WORDS.findall(fold(text)))
