"""A search in a large portal loads little: 3,000 pages of the portal's own words in each language."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from subportal.search.entries import Entry, entries_of
from subportal.search.index import render_index
from tests.conftest import need
from tests.projects import ROOT
from tests.search.asked import ask

pytestmark = pytest.mark.node

PAGES = 3000
WORDS = 400
AT_MOST = 60 * 1024
QUESTIONS = {
    "vi": [
        "biên giới",
        "lễ hội",
        "đầu tư",
        "Mường Tè",
        "cửa khẩu Ma Lù Thàng",
        "ủy ban nhân dân tỉnh Lai Châu",
        "biên goới",
    ],
    "en": [
        "border gate",
        "festivals",
        "investment policy",
        "Muong Te",
        "People's Committee of Lai Chau Province",
        "festivl",
    ],
    "zh": ["口岸", "茶叶", "投资政策", "马鹿塘口岸经济区", "莱州省人民委员会"],
}
_PARAGRAPH = re.compile(r"^(?![#>|`\-\d:\[!{]).{60,}$", re.MULTILINE)
_HEADING = re.compile(r"^## ([^{\n]+)", re.MULTILINE)


def _entries(language: str) -> Iterator[Entry]:
    """Yield entries of pages whose titles and texts are the portal's own, shuffled."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content" / language).rglob("*.md"))]
    pool = [one for text in texts for one in _PARAGRAPH.findall(text)]
    titles = [one.strip() for text in texts for one in _HEADING.findall(text)]
    for number in range(PAGES):
        chance = random.Random(number)
        body, words = [], 0
        while words < WORDS:
            body.append(chance.choice(pool))
            words += len(body[-1]) // 2 if language == "zh" else len(body[-1].split())
        meta: dict[str, Any] = {
            "title": f"{chance.choice(titles)} {chance.choice(titles)}",
            "description": chance.choice(pool)[:150],
            "template": "news.html",
            "alternates": [language],
            "crumbs": [["", ""], ["Tin tức", "index.md"]],
        }
        yield from entries_of(
            f"{language}/news/{number % 9 + 2018}/item-{number}.md", meta, "\n\n".join(body)
        )


@pytest.mark.parametrize("language", QUESTIONS)
def test_a_question_loads_little(tmp_path: Path, language: str) -> None:
    need("node")
    for name, data in render_index(language, list(_entries(language))):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "search.js").write_bytes(
        (ROOT / "overrides" / "assets" / "search.js").read_bytes()
    )
    answers = ask(tmp_path, {language: QUESTIONS[language]})[language]
    for question, answer in answers.items():
        print(f"{question}: {answer['weight']:,} bytes in {answer['files']} files, {answer['count']} hits")  # noqa: T201
        assert answer["weight"] <= AT_MOST, question
        assert answer["count"]
