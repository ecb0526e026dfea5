"""The dialect is CommonMark: the examples of its specification, first by the engine, then on a page."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

from subportal.locale.strings import strings
from subportal.markdown import Origin, Surroundings, render
from subportal.markdown.dialect import to_html
from tests.conftest import need
from tests.projects import ROOT

SPECIFICATION = ROOT / "node_modules" / "commonmark-spec" / "spec.txt"
NUMBER = 652
"""Of examples in version 0.31.2."""
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_OPAQUE = re.compile(r"<(script|style)[ >].*?(</\1>|$)", re.DOTALL | re.IGNORECASE)

OTHER_ON_A_PAGE = {
    **dict.fromkeys((156, 157, 158), "a tag that never ends is raw HTML, which is cut out"),
    172: "a style sheet is raw HTML, which is cut out",
    **dict.fromkeys((626, 629), "broken comments and CDATA are raw HTML, which is cut out"),
    **dict.fromkeys(
        (572, 573, 576, 577, 584, 585, 586, 588, 589, 591),
        "the title of a picture that stands by itself becomes its caption",
    ),
}
"""Examples whose text a page shows in another way, with the reason."""


class Example(NamedTuple):
    number: int
    markdown: str
    expected: str


@cache
def examples() -> tuple[Example, ...]:
    text = SPECIFICATION.read_text("utf-8").replace("→", "\t")
    return tuple(Example(number, *found) for number, found in enumerate(_EXAMPLE.findall(text), 1))


class _Events(HTMLParser):
    """What an HTML text says, however it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("start", tag, tuple(sorted(attrs, key=str))))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "text":
            data = f"{self.found.pop()[1]}{data}"
        self.found.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


def events(text: str) -> list[tuple[object, ...]]:
    parser = _Events()
    parser.feed(text)
    parser.close()
    cut = [(one[0], one[1].strip("\n")) if one[0] == "text" else one for one in parser.found]  # type: ignore[attr-defined]
    return [one for one in cut if one != ("text", "")]


def visible(text: str) -> str:
    shown = [str(one[1]) for one in events(_OPAQUE.sub("", text)) if one[0] == "text"]
    return " ".join("".join(shown).split())


@pytest.fixture(autouse=True)
def _specification() -> None:
    need("node")


def test_all_examples_were_read() -> None:
    assert len(examples()) == NUMBER


def test_the_engine_makes_of_every_example_what_the_specification_says() -> None:
    failed = [one for one in examples() if events(to_html(one.markdown)) != events(one.expected)]
    assert failed == []


def test_a_page_shows_the_text_of_every_example_but_those_listed() -> None:
    around = Surroundings("en", strings("en"), Origin(is_index=True))
    other = {
        one.number
        for one in examples()
        if visible(render(one.markdown, around).html) != visible(one.expected)
    }
    assert other == OTHER_ON_A_PAGE.keys()
