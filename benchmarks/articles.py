"""Realistic articles in three languages, the same for all generators.

The text is the portal's own: paragraphs of its prose pages, shuffled by a fixed seed, with headings, a
list, a table, links and figures as news items of the portal have them: about 600 words each.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
LANGUAGES = ("vi", "en", "zh")
WORDS = 600
"""Of an article; in Chinese, where words are not set apart, 1.6 characters count for one."""
_PARAGRAPH = re.compile(r"^(?![#>|`\-\d:\[!{]).{80,}$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|\[\^[^\]]*\]|<[^>]*>|\{[^}]*\}")
_HEADINGS = {
    "vi": ("Bối cảnh", "Nội dung chính", "Số liệu", "Bước tiếp theo"),
    "en": ("Background", "Main points", "Figures", "Next steps"),
    "zh": ("背景", "主要内容", "数据", "下一步"),
}
_TABLE = {
    "vi": "| Năm | Giá trị | Đơn vị |",
    "en": "| Year | Value | Unit |",
    "zh": "| 年份 | 数值 | 单位 |",
}
_SAID = {"vi": 110, "en": 110, "zh": 50}
"""How many characters of a paragraph a description quotes."""
_TITLES = {"vi": "Bản tin số {n}", "en": "Bulletin no. {n}", "zh": "第{n}号简报"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language."""

    name: str
    """Its address below `news/`, the same in all languages."""
    language: str
    title: str
    description: str
    date: dt.date
    body: str
    """CommonMark with tables; a link to another article is `NAME.md`."""


@cache
def paragraphs(language: str) -> tuple[str, ...]:
    """Return the paragraphs of the portal's own pages in a language, without links."""
    found: list[str] = []
    for path in sorted((ROOT / "content" / language).rglob("*.md")):
        text = path.read_text("utf-8").partition("\n---\n")[2]
        found.extend(_LINK.sub(r"\1", paragraph) for paragraph in _PARAGRAPH.findall(text))
    return tuple(found)


def articles(count: int) -> Iterator[Article]:
    """Yield `count` articles, a third in each language, the same for the same count."""
    names = [f"bulletin-{number:05}" for number in range(count // len(LANGUAGES))]
    for number, name in enumerate(names):
        chance = random.Random(number)
        date = dt.date(2026, 11, 1) - dt.timedelta(days=number % 3000)
        linked = [chance.choice(names) for _ in range(3)]
        for language in LANGUAGES:
            title = _TITLES[language].format(n=number + 1)
            body = _body(language, random.Random(f"{number}{language}"), linked)
            text = chance.choice(paragraphs(language))
            yield Article(name, language, title, f"{title}: {text[: _SAID[language]]}", date, body)


def _body(language: str, chance: random.Random, linked: list[str]) -> str:
    pool, parts, words = paragraphs(language), [], 0
    links = iter(linked)
    headings = iter(_HEADINGS[language])
    while words < WORDS:
        if len(parts) % 3 == 1:
            heading = next(headings, None)
            if heading:
                parts.append(f"## {heading}")
        text = chance.choice(pool)
        words += int(len(text) / 1.6) if language == "zh" else len(text.split())
        target = next(links, None)
        parts.append(f"{text} [{target}]({target}.md)" if target else text)
    parts.insert(3, "\n".join(f"- **{chance.choice(pool)[:60]}**" for _ in range(4)))
    rows = "\n".join(f"| {year} | {chance.randint(10, 9999)} | km² |" for year in range(2019, 2026))
    parts.insert(6, f"{_TABLE[language]}\n| --- | ---: | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"
