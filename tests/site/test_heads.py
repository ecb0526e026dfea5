"""Titles and descriptions of all pages: there, of a length that search results show, and all different."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from subportal.locale.fitting import TITLE, bounds, width

DESCRIBED = re.compile(r'<meta name="description" content="([^"]*)">')


class Head(NamedTuple):
    language: str
    title: str
    description: str


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, Head]:
    """Return what the pages that search engines may list say of themselves, by their files."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        name = path.relative_to(site).as_posix()
        if '<meta name="robots" content="noindex">' not in html:
            (title,) = re.findall(r"<title>([^<]*)</title>", html)
            (description,) = DESCRIBED.findall(html)
            language = name.partition("/")[0] if name.startswith(("en/", "zh/")) else "vi"
            found[name] = Head(language, unescape(title), unescape(description))
    assert len(found) > 1000
    return found


def test_titles_fit(heads: dict[str, Head]) -> None:
    assert {name: head.title for name, head in heads.items() if not 4 < width(head.title) <= TITLE} == {}


def test_descriptions_are_neither_short_nor_long(heads: dict[str, Head]) -> None:
    wrong = {}
    for name, head in heads.items():
        least, most = bounds(head.language)
        if not least <= len(head.description) <= most:
            wrong[name] = (len(head.description), head.description)
    assert wrong == {}


@pytest.mark.parametrize("part", ["title", "description"])
def test_no_two_pages_say_the_same(heads: dict[str, Head], part: str) -> None:
    pages = defaultdict(list)
    for name, head in heads.items():
        pages[head.language, getattr(head, part)].append(name)
    assert {text: names for text, names in pages.items() if len(names) > 1} == {}


def test_few_titles_are_cut(heads: dict[str, Head]) -> None:
    cut = [name for name, head in heads.items() if head.title.endswith("…")]
    assert len(cut) < len(heads) / 20, cut
