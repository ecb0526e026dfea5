"""No internal text of the real content may stand anywhere in the built site.

The content is read here as plain YAML, not by the portal's own loader and projection: what they
overlook is not overlooked twice.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import ROOT

LEAST_LENGTH = 24
"""Shorter texts recur by chance."""
CONTENT = ROOT / "content"
INTERNAL_KEYS = frozenset({"note", "reason"})
SUMMARY_KEYS = frozenset({"title", "summary", "plan", "clause", "type", "sources"})


def _read(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506  (makes nothing but texts, lists and mappings)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield _plain(value)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _sort(value: Any) -> Iterator[tuple[bool, str]]:
    """Yield each text of a public record or part, and whether it is internal."""
    if isinstance(value, list):
        for inner in value:
            yield from _sort(inner)
    elif isinstance(value, dict):
        seen = value.get("visibility", "public")
        for key, inner in value.items():
            hidden = seen == "internal" or key in INTERNAL_KEYS
            if hidden or (seen == "summary" and "plan" in value and key not in SUMMARY_KEYS):
                yield from ((True, text) for text in _strings(inner))
            else:
                yield from _sort(inner)
    elif isinstance(value, str):
        yield False, _plain(value)


def _documents() -> Iterator[dict[str, Any]]:
    """Yield records and pages; what says nothing of its visibility is internal."""
    for path in sorted((CONTENT / "records").rglob("*.yml")):
        if path.parent.name != "term":  # the recommended forms of terms are meant to be used everywhere
            record = _read(path.read_text("utf-8"))
            yield {"visibility": "internal", **record}
    for path in sorted((CONTENT / "vi").rglob("*.md")):
        name = path.relative_to(CONTENT / "vi")
        texts = [CONTENT / language / name for language in ("vi", "en", "zh")]
        parts = [one.read_text("utf-8").split("---\n", 2)[1:] for one in texts if one.is_file()]
        facts = _read(parts[0][0])
        others = [_read(head) for head, _ in parts[1:]]
        bodies = [body.splitlines() for _, body in parts]
        yield {"visibility": "internal", **facts, "translations": others, "bodies": bodies}


@pytest.fixture(scope="module")
def internal() -> list[str]:
    """Return the internal texts that no public field has too."""
    sorted_texts = [one for document in _documents() for one in _sort(document)]
    public = "\n".join({text for hidden, text in sorted_texts if not hidden})
    hidden = {text for hidden, text in sorted_texts if hidden and len(text) >= LEAST_LENGTH}
    return sorted(text for text in hidden if text not in public)


def _readings(data: bytes) -> Iterator[str]:
    """Yield a file's text as it stands, without marks of HTML, of JSON and of iCalendar."""
    text = data.decode("utf-8", errors="replace")
    yield _plain(text)
    yield _plain(html.unescape(re.sub(r"<[^>]*>", "", text)))
    if "\\" in text:
        unescaped = re.sub(r"\\u[0-9a-fA-F]{4}", lambda found: json.loads(f'"{found[0]}"'), text)
        yield _plain(re.sub(r"\\n", " ", re.sub(r"\\([\"/,;\\])", r"\1", unescaped.replace("\r\n ", ""))))
    if "\r\n " in text:
        yield _plain(text.replace("\r\n ", ""))


def _leaks(folder: Path, words: list[str]) -> list[tuple[str, str]]:
    found = set()
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        for text in _readings(path.read_bytes()):
            found |= {(path.relative_to(folder).as_posix(), word) for word in words if word in text}
    return sorted(found)


def test_the_content_has_internal_texts_of_each_sort(internal: list[str]) -> None:
    assert len(internal) > 40
    plan = _read((CONTENT / "records/plan/lc-2015.yml").read_text("utf-8"))
    hidden = [duty for duty in plan["duties"] if duty["visibility"] == "internal"]
    assert hidden
    assert any(_plain(duty["text"]["vi"]) in internal for duty in hidden)
    assert any(_plain(duty["reason"]) in internal for duty in hidden)


def test_no_internal_text_is_in_any_file_of_the_site(site: Path, internal: list[str]) -> None:
    assert _leaks(site, internal) == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("page.html", "<p>{}</p>"),
        ("attribute.html", '<meta content="{}">'),
        ("picture.png", "\x00\x01tEXtComment\x00{}\x00"),
    ],
)
def test_a_planted_internal_text_is_found(tmp_path: Path, internal: list[str], name: str, form: str) -> None:
    words = internal[len(internal) // 2]
    (tmp_path / name).write_bytes(form.format(html.escape(words)).encode())
    (tmp_path / "clean.html").write_text("<p>Xin chào</p>", "utf-8")
    assert _leaks(tmp_path, internal) == [(name, words)]


def test_a_planted_text_is_found_in_data_in_calendars_and_between_tags(
    tmp_path: Path, internal: list[str]
) -> None:
    words = max(internal, key=len)
    middle = len(words) // 2
    (tmp_path / "a.json").write_text(json.dumps({"x": words}), "ascii")
    (tmp_path / "b.ics").write_bytes(
        f"DESCRIPTION:{words[:middle]}\r\n {words[middle:]}".replace(",", "\\,").encode()
    )
    (tmp_path / "c.html").write_text(f"<p>{words[:middle]}<b>{words[middle:]}</b></p>", "utf-8")
    assert {name for name, _ in _leaks(tmp_path, internal)} == {"a.json", "b.ics", "c.html"}
