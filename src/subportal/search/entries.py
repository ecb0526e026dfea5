"""What can be found: of a staged page its title, words and text; of a list of figures each figure."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from pydantic_core import to_json

from subportal.addresses import SEARCH, SITEMAP, STANDALONE, page_url
from subportal.search.words import (
    STOP,
    Folder,
    Terms,
    characters_of,
    lone_characters_of,
    plain,
    words_of,
)

OFTEN = 3
"""A word that recurs so often in a text of usual length is what the text is about."""
LONG = 500
"""In longer texts, in words, a word must recur more often."""
TEXT = 1500
"""Of its text an entry keeps so many letters to show."""
PLACES = 5
"""How much a term says of an entry: as the title of a page that leads into its subject, as the title of
another page, in a heading or description, often in the text, in the text."""
_GUIDES = {"home.html", "section.html", "article.html", "list.html"}
_MINOR = {"activity.html"}
_LIST_DEPTH = 2
"""A list stands below home and section; what stands deeper is a part of it, with a minor title."""

_FENCE = re.compile(r"^(`{3,})([a-z-]+)\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
_LINKS_ONLY = re.compile(r"\n *- \[[^\]\n]*\]\([^)\n]*\)\s*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]*)\]\((?:<[^>\n]*>|[^)\n]*)\)(?:\{[^}\n]*\})?")
_NOISE = (
    ("<", re.compile(r"<[^>\n]*>")),
    ("{#", re.compile(r"\{#[^}\n]*\}")),
    ("[^", re.compile(r"\[\^[^\]\n]*\]:?")),
    (">", re.compile(r"^>(?: \[!\w+\])?", re.MULTILINE)),
    (":---", re.compile(r":(?=---)")),
    ("---", re.compile(r"---(?<![^\s|]---)[-:| ]*")),
)
"""What is not for readers, each with a sign without which it need not be looked for."""
_SIGNS = "*`\\"
_AFTER = {"cards", "listing", "chart"}
"""Blocks that show other pages, which are found by themselves."""


class Entry(NamedTuple):
    """What the index keeps of a page, or of one figure."""

    name: str
    """Its page's path, with `#` and an anchor where it is a part of the page."""
    shown: bytes
    """Address, title, section, date, description, text, and the language of the title if it is another: items
    of JSON, without those at the end that are empty."""
    packed: bytes
    """Its terms as `pack_terms` has put them together."""

    def terms(self) -> list[list[str]]:
        """Return its terms by `PLACES`, each in the best one only."""
        return [place.split("\n") if place else [] for place in self.packed.decode().split("\n\n")]


def pack_terms(places: Iterable[Iterable[str]]) -> bytes:
    """Return terms as one string, which many entries can afford: a line each, an empty one between places."""
    return "\n\n".join(map("\n".join, places)).encode()


def show(told: list[str]) -> bytes:
    """Return the items of a list as they stand in JSON, between its brackets."""
    return to_json(told)[1:-1]


def is_searched(language: str, path: str, meta: Mapping[str, Any]) -> bool:
    """Tell whether a page is found: not a stand-in for a translation, not a part of a list."""
    if language not in meta["alternates"] or meta.get("noindex") or path in {SITEMAP, SEARCH, *STANDALONE}:
        return False
    return not (meta["template"] == "list.html" and path.count("/") > 1)


def entries_of(file: str, meta: Mapping[str, Any], body: str) -> list[Entry]:
    """Return what can be found on a staged page."""
    language, _, path = file.removesuffix(".md").partition("/")
    if not is_searched(language, path, meta):
        return []
    names: list[str] = []
    parts: list[Entry] = []

    def read_block(match: re.Match[str]) -> str:
        name, text = match[2], match[3]
        if name in _AFTER:
            return ""
        if text[0] not in "[{":
            return text
        data = json.loads(text)
        figures = list(_figures(language, path, meta, data)) if name == "figure-table" else []
        parts.extend(figures)
        return "" if figures else _values(data, names)

    if "```" in body:
        body = _FENCE.sub(read_block, body)
    if "](" in body:
        if "- [" in body:
            body = _LINKS_ONLY.sub("", f"\n{body}")
        body = _LINK.sub(itemgetter(1), body.replace("![", "["))
    headings, body = _without_headings(body)
    body = _without_noise(body)
    about = " . ".join((meta["description"], *headings, *names))
    called = (meta["title"], meta["description"])
    return [_entry(language, path, meta, called, about, body, _title_place(meta)), *parts]


def _title_place(meta: Mapping[str, Any]) -> int:
    template = meta["template"]
    if template in _MINOR or (template == "list.html" and len(meta.get("crumbs", ())) > _LIST_DEPTH):
        return 2
    return 0 if template in _GUIDES else 1


def _without_headings(body: str) -> tuple[list[str], str]:
    lines = body.split("\n")
    headings = [line for line in lines if line[:1] == "#" and line.lstrip("#")[:1] == " "]
    if headings:
        told = set(headings)
        body = "\n".join([line for line in lines if line not in told])
    return [heading.lstrip("#")[1:] for heading in headings], body


def _without_noise(body: str) -> str:
    for sign, pattern in _NOISE:
        if sign in body:
            body = pattern.sub("", body)
    for sign in _SIGNS:
        body = body.replace(sign, "")
    return body.replace("|", " ")


def _values(data: Any, names: list[str]) -> str:
    """Return the words of a block; those in another language are names of what the page is about."""
    found: list[str] = []
    for item in data if isinstance(data, list) else data.values():
        if isinstance(item, dict):
            texts = [value for key, value in item.items() if key not in _MACHINES and isinstance(value, str)]
            (names if "lang" in item else found).append(": ".join(texts))
        elif isinstance(item, str):
            found.append(item)
    return "; ".join(found)


_MACHINES = {"lang", "id", "as_of", "datetime", "href", "image", "date"}


def _figures(
    language: str, path: str, meta: Mapping[str, Any], rows: list[dict[str, Any]]
) -> Iterator[Entry]:
    for row in rows:
        if "id" in row:
            told = f"{row['value']} ({row['as_of']})"
            remark = row.get("remark", "")
            yield _entry(
                language, f"{path}#{row['id']}", meta, (row["label"], told), "", f"{told} {remark}", 2
            )


def _entry(
    language: str,
    name: str,
    meta: Mapping[str, Any],
    called: tuple[str, str],
    about: str,
    body: str,
    title_place: int,
) -> Entry:
    title, description = called
    words = unescape(body).replace("#", " ").split()
    date = meta.get("date") or {}
    section = " › ".join(crumb for crumb, _ in meta.get("crumbs", ())[1:])
    path, mark, anchor = name.partition("#")
    address = page_url("", ("",), "", f"{path}.md{mark}{anchor}")
    told = [
        address,
        title,
        section,
        date.get("text", ""),
        description,
        _cut(words),
        meta.get("title_lang", ""),
    ]
    while not told[-1]:
        told.pop()
    return Entry(name, show(told), _terms(language, title, about, words, title_place))


def _cut(words: list[str]) -> str:
    """Return the beginning of a text."""
    text = " ".join(words[: TEXT // 4])
    if len(text) <= TEXT:
        text = " ".join(words[: TEXT // 2])
    if len(text) <= TEXT:
        return text
    return text[:TEXT].rpartition(" ")[0] or text[:TEXT]


@cache
def _known(language: str) -> Terms:
    return Terms(language)


_folder = Folder()


def _terms(language: str, title: str, about: str, written: list[str], title_place: int) -> bytes:
    """Return the terms of an entry by the best place in which each stands."""
    stop = STOP.get(language, frozenset())
    counts = _counts(language, written)
    often = max(OFTEN, sum(counts.values()) * OFTEN // LONG)
    places: list[set[str]] = [
        set(),
        set(),
        _all_terms(language, plain(about)) - stop,
        {term for term, count in counts.items() if count >= often} - stop,
    ]
    places[title_place] |= _all_terms(language, plain(title))
    met: set[str] = set()
    kept: list[Collection[str]] = []
    for place in places:
        kept.append(place - met)
        met |= place
    met |= stop
    kept.append([term for term in counts if term not in met])
    return pack_terms(kept)


def _counts(language: str, written: list[str]) -> dict[str, int]:
    """Return how often each term stands in a text."""
    known = _known(language)
    if language == "zh":  # blanks tell little
        text = plain(" ".join(written))
        return Counter(chain(map(known.spell.__getitem__, words_of(text)), characters_of(text)))
    counts: Counter[Any] = Counter(map(known.__getitem__, written))
    for terms in [terms for terms in counts if type(terms) is tuple]:
        count = counts.pop(terms)
        for term in terms:
            counts[term] = counts.get(term, 0) + count
    return counts


def _all_terms(language: str, text: str) -> set[str]:
    """Return the terms of a plain text that tells what a page is about, pairs of words among them."""
    spell, stop = _known(language).spell, STOP.get(language, frozenset())
    terms = [spell[word] for word in words_of(text)]
    pairs = (
        f"{_folder[one]} {_folder[other]}"
        for one, other in pairwise(terms)
        if one not in stop and other not in stop
    )
    return {*terms, *pairs, *characters_of(text), *lone_characters_of(text)}
