"""Where in a text things stand: links, images, headings, fenced blocks, raw HTML.

This walk is slower than the inventory of `dialect`; it serves to tell where a fault stands, and to put
something else in the place of a block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from subportal.markdown.dialect import ENGINE

_MARKER = re.compile(r"[^>\s]")


@dataclass(frozen=True, slots=True)
class RawHtml:
    """A piece of raw HTML in a text, with its offset in characters."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Span:
    """A link, an image, a heading, a quotation or a fenced block, with its offsets in characters."""

    kind: str
    value: str
    start: int
    end: int
    text: str = ""
    """What a fenced block holds."""


def spans(text: str) -> Iterator[Span | RawHtml]:
    """Yield the places of links, images, headings, fenced blocks, quotations and raw HTML."""
    data = text.encode()
    ascii_only = len(data) == len(text)
    events = list(ENGINE.events_with_range(text))
    for index, (event, place) in enumerate(events):
        if not isinstance(event, dict):
            continue
        (name, content), *_ = event.items()
        if name not in {"Html", "InlineHtml", "Start"}:
            continue
        start, end = place["start"], place["end"]
        if not ascii_only:
            start = len(data[:start].decode(errors="ignore"))
            end = start + len(data[place["start"] : end].decode(errors="ignore"))
        if name != "Start":
            yield RawHtml(str(content), start)
        elif isinstance(content, dict) and "CodeBlock" in content:
            if isinstance(content["CodeBlock"], dict):
                info = str(content["CodeBlock"].get("Fenced", ""))
                yield Span("fence", info, start, end, _words(events, index + 1))
        else:
            yield from _span(content, start, end)


def _words(events: Sequence[tuple[Any, Any]], index: int) -> str:
    words = []
    while isinstance(event := events[index][0], dict) and "Text" in event:
        words.append(str(event["Text"]))
        index += 1
    return "".join(words)


def _span(content: object, start: int, end: int) -> Iterator[Span]:
    if content == "BlockQuote" or (isinstance(content, dict) and "BlockQuote" in content):
        yield Span("quote", "", start, end)
    elif isinstance(content, dict):
        (name, details), *_ = content.items()
        if name in {"Link", "Image"}:
            yield Span(name.lower(), str(details["dest_url"]), start, end)
        elif name == "Heading":
            yield Span("heading", str(details.get("id") or ""), start, end)
            yield Span(str(details["level"]).lower(), "", start, end)


def replace_fences(text: str, name: str, make: Callable[[str], str]) -> str:
    """Put what `make` returns for its content in the place of each fenced block `name`.

    In a list or a quotation, what is put there stays in it.
    """
    if name not in text or not re.search(rf"(?:```|~~~)[ \t]*{name}", text):
        return text
    out: list[str] = []
    last = 0
    for span in spans(text):
        if not isinstance(span, Span) or span.kind != "fence" or span.value.split()[:1] != [name]:
            continue
        before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        lines = make(span.text).rstrip("\n").split("\n")
        out += [text[last : span.start], f"\n{_MARKER.sub(' ', before)}".join(lines)]
        last = span.end
    return "".join([*out, text[last:]])
