"""What must never be in the repository: classification marks, personal telephone numbers.

Law on the Protection of State Secrets; Law 91/2025/QH15 on personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from subportal.issues import Issue, issue
from subportal.load.source import Source
from subportal.rules.places import in_text

_MARK = re.compile(r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)")
_WORD_BEFORE = re.compile(r"(\w+) +$")
_WORD_AFTER = re.compile(r" +(\w+)")
_LEADS_TO_MARK = frozenset({"LIỆU", "BẢN", "SƠ", "ĐỘ", "MỨC", "DẤU", "VĂN"})
"""Words in capitals before a mark: TÀI LIỆU MẬT, VĂN BẢN MẬT, HỒ SƠ MẬT, ĐỘ MẬT …"""

_MOBILE = r"[ .]?[35789]\d(?:[ .]?\d){7}(?![\w/-])"
_DOMESTIC, _ABROAD = re.compile(f"0{_MOBILE}"), re.compile(f"84{_MOBILE}")
"""Two patterns, for what begins with one character is looked for quickest."""
_BEFORE_NUMBER = re.compile(r"[\w/.-]")
_UNIT = re.compile(r"\s*(?:đồng|đ\b|VNĐ|VND|₫|越南盾|盾|USD|CNY|người|lượt|people|visitors|dong)")
_AMOUNT = re.compile(r"(?:value|upper): ?[\"']?$")
_ADDRESS = re.compile(r"https?://\S+")


def check_text(source: Source) -> Iterator[Issue]:
    """Refuse a classification mark (in capitals) and a Vietnamese mobile number in any file."""
    text = source.text
    if "MẬT" in text:
        for found in _MARK.finditer(text):
            if _is_stamp(text, found):
                yield issue("E401", in_text(source.path, text, found.start()), value=found[0])
    for found in chain(_DOMESTIC.finditer(text), _ABROAD.finditer(text)):
        start = found.start() - (text[found.start() - 1 : found.start()] == "+")
        if _is_telephone(text, found, start):
            yield issue("E402", in_text(source.path, text, start), value=text[start : found.end()])


def _is_stamp(text: str, found: re.Match[str]) -> bool:
    """Tell a mark from a word of a heading in capitals: BÍ MẬT NHÀ NƯỚC, MẬT ONG."""
    line = text.rfind("\n", 0, found.start()) + 1
    before = _WORD_BEFORE.search(text, line, found.start())
    after = _WORD_AFTER.match(text, found.end())
    if after and _in_capitals(after[1]):
        return False
    return not before or not _in_capitals(before[1]) or before[1] in _LEADS_TO_MARK


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_telephone(text: str, found: re.Match[str], start: int) -> bool:
    """Tell a number from part of a code, from part of an address and from an amount."""
    if start and _BEFORE_NUMBER.match(text, start - 1):
        return False
    if found[0].startswith("84") and text[start] != "+" and _is_amount(text, found):
        return False
    line, end = text.rfind("\n", 0, start) + 1, found.end()
    return not any(part.start() <= start < part.end() for part in _ADDRESS.finditer(text, line, end))


def _is_amount(text: str, found: re.Match[str]) -> bool:
    if found[0].endswith("000") or _UNIT.match(text, found.end()):
        return True
    line = text.rfind("\n", 0, found.start()) + 1
    return bool(_AMOUNT.search(text, line, found.start()))
