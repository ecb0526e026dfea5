"""Words: how a text is cut into terms, and what counts as the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from operator import add

from subportal.slug import fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[0-9a-z\u00df-\u024f\u1e00-\u1eff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ENDINGS = ("ation", "ating", "ated", "ate", "ment", "ing", "ed", "e")
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
"""Roman numbers of quarters and parts, outside English."""
_RECURRING = 24
_LEAST = 4
"""What stays of an English word without its ending has this many letters or more."""


def plain(text: str) -> str:
    """Return the text in small letters, each letter with its mark as one character (NFC)."""
    return unicodedata.normalize("NFC", text).lower()


def words_of(text: str) -> list[str]:
    """Return the words of a plain text that are not Chinese, in order."""
    return _WORD.findall(text)


def characters_of(text: str) -> Iterator[str]:
    """Return each pair of neighbouring Chinese characters: words are not set apart."""
    return chain.from_iterable(map(add, run, run[1:]) for run in _HAN.findall(text))


def lone_characters_of(text: str) -> Iterator[str]:
    """Return each Chinese character by itself."""
    return chain.from_iterable(_HAN.findall(text))


class Speller(dict[str, str]):
    """By word, its term in a language's index; made when first asked for, as words recur.

    A term has its tone at the end, so that hoà and hòa are one; English words lose their endings.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stems = language == "en"

    def __missing__(self, word: str) -> str:
        if word.isascii():
            term = stem(word) if self._stems else _NUMERALS.get(word, word)
        else:
            term = tone_last(word)
        self[word] = term
        return term


class Terms(dict[str, str | tuple[str, ...]]):
    """By what stands between two blanks, its term, or its terms if they are none or several.

    They are words, and pairs of Chinese characters; made when first asked for, as words recur. What is long
    does not, and is not kept.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.spell = Speller(language)

    def __missing__(self, written: str) -> str | tuple[str, ...]:
        text = plain(written)
        terms = (*map(self.spell.__getitem__, words_of(text)), *characters_of(text))
        found = terms[0] if len(terms) == 1 else terms
        if len(written) <= _RECURRING:
            self[written] = found
        return found


def tone_last(word: str) -> str:
    """Return a word with its tone marks, if any, behind its letters."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in decomposed if letter in _TONES)
    if not tones:
        return word
    bare = "".join(letter for letter in decomposed if letter not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


def stem(word: str) -> str:
    """Return an English word without the ending that its other forms lack or have changed."""
    if len(word) < _LEAST or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _LEAST:
        word = f"{word[:-3]}y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            return word[:-1] if _is_doubled(word) else word
    return word


def _is_doubled(word: str) -> bool:
    return len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "lsz"


class Folder(dict[str, str]):
    """By term, its letters without marks: what a reader may type."""

    def __missing__(self, term: str) -> str:
        folded = term if term.isascii() else fold(term)
        self[term] = folded
        return folded


STOP = {
    language: frozenset(map(tone_last, words.split()))
    for language, words in {
        "vi": "và của các là có được cho với trong này từ đến khi theo những một về ở tại bằng do để",
        "en": "a an and as at by for from in is it its of on or that the to was were with "
        "how what where when which who can do does get i you we",
    }.items()
}
"""Words that stand nearly everywhere: they are looked for in titles only."""
