"""Writing systems: precomposed Vietnamese, no legacy encodings, simplified Chinese.

TCVN 6909:2001 asks for Unicode; NFC is its precomposed form (Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import opencc

from subportal.digest import translatable
from subportal.issues import Issue, issue
from subportal.load.source import Source
from subportal.portal import Portal
from subportal.records.base import Record
from subportal.rules.places import in_record, in_text

_WORD = re.compile(r"\S+")
_LEGACY = re.compile(
    r"""[¸¶¨ª¬¾¼½µ¹®Æ-ÖØ-Þ×ùøûïåäõôñöÖ](?:
      (?P<tcvn3>
        (?<=[a-z][¸¶¨ª¬¾¼½ÆÇÈÊ-Ö×ØÜÝÞ]) | (?<=[a-z][µ¹])(?=[a-z])
      | (?<![A-Za-z]®)(?<=®)(?=[a-z\xad¨-þ]))
    | (?P<vni>
        (?<=[aeuyâêôöÖ][ùø]) | (?<=[auyâêôöÖ]û) | (?<=[yâêôöÖ]ï) | (?<=[aö]õ) | (?<=[aeo]å)
      | (?<=[ao]ä) | (?<=[öÖ]ô) | (?<!\w[ñÑ])(?<=[ñÑ])(?=[aeiouyöô]))
    )""",
    re.VERBOSE,
)
"""What TCVN3 (ABC) and VNI leave behind when they are read as Latin-1.

Signs within words, capitals behind small letters, marks behind vowels; but not those of VNI's pairs that are
French or Finnish too (où, août, maïs, pimeä).
"""
_SIGNS = "ñöøûïåäÑÖ®¬¨ª¸µ¶¹"
"""Without any of these no longer text is in one of them: a quick first look."""
_ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
_LEAST_HITS = 3
_LEAST_SIGNS = 2
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


def check_text(source: Source) -> Iterator[Issue]:
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
    if not any(sign in source.text for sign in _SIGNS):
        return
    hits: dict[str, list[re.Match[str]]] = {}
    for hit in _LEGACY.finditer(source.text):
        hits.setdefault(hit.lastgroup or "", []).append(hit)
    for name, encoding in _ENCODINGS.items():
        found = hits.get(name, [])
        if len(found) < _LEAST_HITS or len({hit[0] for hit in found}) < _LEAST_SIGNS:
            continue
        first = found[0].start()
        end = source.text.find("\n", first)
        line = source.text[source.text.rfind("\n", 0, first) + 1 : end if end >= 0 else None]
        yield issue("E302", in_text(source.path, source.text, first), value=line.strip(), encoding=encoding)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def check_simplified(text: str, path: str, *, first_line: int = 1) -> Iterator[Issue]:
    """Report traditional characters of a text."""
    for start, found, use in find_traditional(text):
        yield issue("E303", in_text(path, text, start, first_line=first_line), value=found, use=use)


def find_traditional(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where traditional characters stand, some of them, and what to write.

    Compared by phrase, for some characters are both (乾隆 stays, 乾燥 becomes 干燥).
    """
    simplified = _converter().convert(text)
    if simplified == text:
        return
    for run in _HAN.finditer(text):
        simplified = _converter().convert(run[0])
        if simplified == run[0]:
            continue
        start = next(i for i, pair in enumerate(zip(run[0], simplified, strict=False)) if len(set(pair)) > 1)
        yield run.start() + start, run[0][start : start + 4], simplified[start : start + 4]


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Chinese texts of records are in simplified characters."""
    for path, text in translatable(record):
        words = text.get("zh")
        if words:
            key = (*(int(step) if step.isdigit() else step for step in path), "zh")
            for _, found, use in find_traditional(words):
                position = in_record(portal, record.kind, record.id, key)
                yield issue("E303", position, ".".join(map(str, key)), value=found, use=use)
