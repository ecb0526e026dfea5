"""Which raw HTML a text may hold: an allow-list, enforced by Ammonia (nh3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nh3

AUTHOR_TAGS = {
    "abbr": {"title"},
    "bdi": set(),
    "br": set(),
    "cite": set(),
    "details": {"open"},
    "kbd": set(),
    "mark": set(),
    "q": {"cite"},
    "rp": set(),
    "rt": set(),
    "ruby": set(),
    "small": set(),
    "span": set(),
    "sub": set(),
    "summary": set(),
    "sup": set(),
    "time": {"datetime"},
    "u": set(),
}
"""Tags that an author may write, with their attributes; `lang` and `dir` are fine on all."""

_ENGINE_TAGS: dict[str, set[str]] = {
    "a": {"href", "title"},
    "blockquote": {"class"},
    "code": {"class"},
    "dd": set(),
    "del": set(),
    "div": {"class", "id"},
    "dl": set(),
    "dt": set(),
    "em": set(),
    "hr": set(),
    "img": {"src", "alt", "title"},
    "input": {"type", "checked", "disabled"},
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "pre": set(),
    "strong": set(),
    "sup": {"class"},
    "table": set(),
    "tbody": set(),
    "td": {"style"},
    "th": {"style"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
    **{f"h{level}": {"id", "class"} for level in range(1, 7)},
}
"""Tags that the engine makes out of Markdown."""

_ATTRIBUTES = {
    tag: _ENGINE_TAGS.get(tag, set()) | AUTHOR_TAGS.get(tag, set()) for tag in {*_ENGINE_TAGS, *AUTHOR_TAGS}
}
_CLEANER = nh3.Cleaner(
    tags=set(_ATTRIBUTES),
    attributes={**_ATTRIBUTES, "*": {"lang", "dir"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    filter_style_properties={"text-align"},
)
_OPEN_TAG = re.compile(r"<\s*([a-zA-Z][\w-]*)((?:\s+[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?")


def sanitise(fragment: str) -> str:
    """Return the fragment with nothing but allowed tags, attributes and address schemes."""
    return _CLEANER.clean(fragment)


def refused(raw: str) -> Iterator[str]:
    """Yield each tag or attribute of a piece of raw HTML that an author may not write."""
    for tag, attributes in _OPEN_TAG.findall(raw):
        allowed = AUTHOR_TAGS.get(tag.lower())
        if allowed is None:
            yield f"<{tag}>"
            continue
        for name in _ATTRIBUTE.findall(attributes):
            if name.lower() not in {*allowed, "lang", "dir"}:
                yield f"<{tag} {name}>"
    if re.search(r"<\s*[!?](?!--)", raw):
        yield raw.strip()[:20]
