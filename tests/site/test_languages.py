"""Words in Vietnamese letters or in Chinese characters stand in elements that say so (WCAG 3.1.2)."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

VIETNAMESE = re.compile("[ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
CHINESE = re.compile("[\u4e00-\u9fff]")
VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
UNMARKABLE = frozenset({"title", "desc", "text", "option", "script", "style", "code"})
"""Elements that hold no other elements, so that no part of their text can be marked."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1]
        wrong = not language.startswith("vi") and VIETNAMESE.search(data)
        wrong = wrong or (not language.startswith("zh") and CHINESE.search(data))
        if wrong and tag not in UNMARKABLE:
            self.foreign.append(f"{language} {tag}: {data.strip()[:100]}")


def foreign(html: str) -> list[str]:
    """Return the texts of a page that are marked as one language and have letters of another."""
    reader = _Words()
    reader.feed(html)
    return reader.foreign


def test_every_foreign_word_is_marked_on_every_page(site: Path) -> None:
    found = {
        path.relative_to(site).as_posix(): words
        for path in sorted(site.rglob("*.html"))
        if (words := foreign(path.read_text("utf-8")))
    }
    assert found == {}


def test_unmarked_words_would_be_seen() -> None:
    html = (
        '<html lang="en"><p>Mường <b lang="vi">Tè</b> and <i lang="zh">茶（Chế biến）</i> 茶</p><img alt="">'
    )
    assert foreign(html) == ["en p: Mường", "zh i: 茶（Chế biến）", "en p: 茶"]
    assert foreign('<html lang="vi"><p>Mường <span lang="zh-Hans">茶</span></p>') == []
