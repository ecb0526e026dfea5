"""Maps of Viet Nam: how one is known by its words, and whether these name both archipelagoes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from subportal.issues import Issue, Position, issue

_MAP = re.compile(
    r"bản đồ|lược đồ|sơ đồ vị trí|đường viền|\bban do\b|\bluoc do\b|\bmaps?\b|\boutline of\b"
    r"|地图|示意图|位置图|轮廓|版图"
)
_COUNTRY = re.compile(r"việt nam|\bviet ?nam\b|\bvn\b|越南|cả nước|toàn quốc|ca nuoc|toan quoc")
_NAMES = {
    "vi": ("hoàng sa", "trường sa"),
    "en": ("hoang sa", "truong sa"),
    "zh": ("黄沙", "长沙"),
}
_HIDDEN = re.compile(r"<(?:style|script|metadata)\b.*?</(?:style|script|metadata)>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LABEL = re.compile(r"<(?:\w+:)?text\b.*?</(?:\w+:)?text>", re.DOTALL)
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def is_map_of_country(words: str) -> bool:
    """Tell whether words (a title, a description, a file's name) speak of a map of Viet Nam."""
    told = _plain(words)
    return bool(_MAP.search(told) and _COUNTRY.search(told))


def words_of_file(name: str) -> str:
    """Return the words in a file's name."""
    return PurePosixPath(name).stem.replace("-", " ").replace("_", " ")


def check_drawing(path: str, name: str, text: str) -> Iterator[Issue]:
    """Check that an SVG which is a map of Viet Nam labels both archipelagoes, in each script that it uses."""
    shown = _HIDDEN.sub(" ", text)
    told = html.unescape(_TAG.sub(" ", shown))
    if not is_map_of_country(f"{words_of_file(name)} {told}"):
        return
    labels = _plain(html.unescape(" ".join(_TAG.sub("", label) for label in _LABEL.findall(shown))))
    for language in _languages(labels):
        missing = [name for name in _NAMES[language] if name not in labels]
        if missing:
            yield issue("E420", Position(path), value=name, missing=", ".join(missing))


def _languages(labels: str) -> Iterator[str]:
    """Yield the languages of a map's labels, told by their letters; English if nothing tells."""
    vietnamese = _fold(labels) != labels
    chinese = bool(_HANZI.search(labels))
    if chinese:
        yield "zh"
    if vietnamese:
        yield "vi"
    elif not chinese:
        yield "en"


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("đ", "d")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
