"""Which characters the font of the cards has.

It is Noto Sans SC, cut down to the letters of Vietnamese and English and the 6,763 characters of GB 2312.
"""

from __future__ import annotations

import re
from functools import cache

_RANGES = (
    "20-7e a0-103 110-113 11a-11b 128-12b 143-144 147-148 14c-14f 152-153 168-16d 192 1a0-1a1 1af-1b0 "
    "1cd-1dc 1f8-1f9 1ea0-1ef9 2010-2016 2018-201a 201c-201e 2020-2022 2025-2027 2030 2032-2033 2035 "
    "2039-203c 20a9 20ab-20ac 2100 2103 2105 2109-210a 210f 2113 2116 2121-2122 2126-2127 212b 212e "
    "2160-216b 2170-217b 2190-2199 2200 2202-2203 2205-220b 220f 2211-2213 2215 221a 221d-2220 "
    "2234-2237 223d 2243 2245 2248 224c 2260-2262 2264-2267 226a-226b 226e-226f 2460-2473 25a0-25a1 "
    "25cb 25cf 2605-2606 3000-301f ff01-ff5e"
)
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"

_HAN = re.compile(f"[{_FIRST_HAN}-{_LAST_HAN}]")
_NARROW = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})


@cache
def _others() -> frozenset[str]:
    """Return the characters that are no Chinese ones."""
    found: set[str] = set()
    for part in _RANGES.split():
        first, _, last = part.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def has_glyph(character: str) -> bool:
    """Tell whether the font has a glyph for a character."""
    if _FIRST_HAN <= character <= _LAST_HAN:
        try:
            return len(character.encode("gb2312")) == 2  # noqa: PLR2004  (two bytes each)
        except UnicodeEncodeError:
            return False
    return character in _others()


def lacking(text: str) -> str:
    """Return the characters of a text that the font does not have, each once; white space is none."""
    return "".join(dict.fromkeys(one for one in text if not one.isspace() and not has_glyph(one)))


def drawable(text: str) -> str:
    """Return a text without the characters that the font does not have, on one line.

    The font's quotation marks and dots are as wide as a Chinese character: other texts have plain ones.
    """
    kept = " ".join("".join(one for one in text if one.isspace() or has_glyph(one)).split())
    return kept if _HAN.search(kept) else kept.translate(_NARROW)
