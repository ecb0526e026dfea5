"""Writing systems: precomposed Vietnamese, no legacy encodings, simplified Chinese.

TCVN 6909:2001 asks for Unicode; NFC is its precomposed form (Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import opencc

from subportal.issues import Issue, issue
from subportal.load.source import Source
from subportal.rules.places import in_text

_WORD = re.compile(r"\S+")
_TCVN3 = re.compile(r"(?<=[A-Za-z])[¸µ¶¹¨ª¬\xad®¾¼½ÆÐØÞß÷þ]|[¸µ¶¹ª¬®¾¼½](?=[a-z\xad])")
_VNI = re.compile(r"[aeouyâêôöAEOUYÂÊÔÖ][øûïØÛÏ]|[aeouyâêôöAEOUYÂÊÔÖ]ù|ñ[aeiouyöô]|[öÖ][ôùøûïõ]|[aeoAEO][åä]")
_LEAST_HITS = 3
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


def check_script(source: Source) -> Iterator[Issue]:
    """Text is in NFC, in Unicode, and Chinese pages are in simplified characters."""
    text = source.text
    if not text.isascii():
        yield from _check_composition(source)
        yield from _check_legacy(source)
    if source.relative.startswith("zh/"):
        yield from check_simplified(text, source.path)


def _check_composition(source: Source) -> Iterator[Issue]:
    if unicodedata.is_normalized("NFC", source.text):
        return
    for word in _WORD.finditer(source.text):
        if not unicodedata.is_normalized("NFC", word[0]):
            yield issue("E301", in_text(source.path, source.text, word.start()), value=word[0])


def _check_legacy(source: Source) -> Iterator[Issue]:
    """Report a line that looks like TCVN3 or VNI read as Latin-1; a few stray signs are no proof."""
    for encoding, pattern in (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI)):
        hits = list(pattern.finditer(source.text))
        if len(hits) < _LEAST_HITS:
            continue
        first = hits[0].start()
        end = source.text.find("\n", first)
        line = source.text[source.text.rfind("\n", 0, first) + 1 : end if end >= 0 else None]
        position = in_text(source.path, source.text, first)
        yield issue("E302", position, value=line.strip(), encoding=encoding)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def check_simplified(text: str, path: str, *, first_line: int = 1) -> Iterator[Issue]:
    """Compare by phrase, for some characters are both (乾隆 stays, 乾燥 becomes 干燥)."""
    for run in _HAN.finditer(text):
        simplified = _converter().convert(run[0])
        if simplified == run[0]:
            continue
        start = next(i for i, pair in enumerate(zip(run[0], simplified, strict=False)) if len(set(pair)) > 1)
        position = in_text(path, text, run.start() + start, first_line=first_line)
        yield issue("E303", position, value=run[0][start : start + 4], use=simplified[start : start + 4])
