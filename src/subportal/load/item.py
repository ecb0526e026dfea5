"""One file of `content/`, read by itself: what it holds, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from subportal.digest import prose_digest
from subportal.issues import Issue, Position, issue
from subportal.load.fields import read_model
from subportal.load.mapnames import check_drawing
from subportal.load.pictures import read_picture, read_picture_facts
from subportal.load.source import MEDIA_LIMIT, Source, check_slug, read_text
from subportal.load.yamltext import YamlText, parse
from subportal.media.picture import FACTS_SUFFIX, Picture, is_picture
from subportal.portal import Prose
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE, Record
from subportal.records.page import PageFacts, PageTexts
from subportal.records.picture import PictureFacts
from subportal.records.settings import Settings

SETTINGS_FILE = "portal.yml"
MEDIA_TYPES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".pdf", ".yml"})
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)")

Name = tuple[str, ...]
"""What a file is: `("page", path, language)`, `("record", kind, id)`, `("media", name)`, `("settings",)`;
empty for a file that is none of these."""


@dataclass(slots=True)
class Item:
    """What a file holds. `value` is None if it could not be read."""

    name: Name
    value: Settings | Record | Prose | Picture | PictureFacts | None = None
    source: Source | None = None
    """The raw text."""
    data: bytes | None = None
    """The file's bytes, if they were read before."""
    issues: list[Issue] = field(default_factory=list)


def name_of(relative: str, languages: Sequence[str]) -> Name:
    """Return what the file at a path below `content/` is, by where it stands."""
    top, _, rest = relative.partition("/")
    if top in languages and rest.endswith(".md"):
        return ("page", rest.removesuffix(".md"), top)
    if top == "media" and rest:
        return ("media", rest)
    if top == "records" and rest.endswith((".yml", ".yaml")) and rest.count("/") == 1:
        kind, _, file = rest.partition("/")
        return ("record", kind, file.rpartition(".")[0])
    return ("settings",) if relative == SETTINGS_FILE else ()


def read_item(root: Path, relative: str, languages: Sequence[str], data: bytes | None = None) -> Item:
    """Read one file of the content folder `root`, whose bytes may be known."""
    item = Item(name_of(relative, languages), data=data)
    match item.name:
        case ("media", rest):
            _read_media(item, root, relative, rest, languages)
        case ("page", path, language):
            item.value = _read_page(item, root, relative, path, language, languages)
        case ("record", kind, identifier):
            item.value = _read_record(item, root, relative, kind, identifier, languages)
        case ("settings",):
            parsed = _read_yaml(item, root, relative)
            if parsed:
                item.value = read_model(Settings, parsed, item.issues, languages=languages)
        case _:
            expected = f"{{{','.join(languages)}}}/**/*.md, records/<kind>/<id>.yml, media/, {SETTINGS_FILE}"
            _refuse(item, root, relative, relative, expected)
    return item


def read_front_matter(source: Source, issues: list[Issue]) -> tuple[YamlText, int] | None:
    """Return a page's front matter, and where in the text its Markdown begins."""
    found = _FRONT_MATTER.match(source.text)
    if not found:
        issues.append(issue("E116", Position(source.path)))
        return None
    parsed = parse(found[1], source.path, issues, first_line=2)
    return (parsed, found.end()) if parsed else None


def read_body(root: Path, prose: Prose) -> str:
    """Return the Markdown of a page that was loaded before."""
    source = read_text(root, prose.source.partition("/")[2], [])
    found = _FRONT_MATTER.match(source.text) if source else None
    return source.text[found.end() :] if source and found else ""


def _refuse(item: Item, root: Path, relative: str, name: str, expected: str) -> None:
    position = Position(f"{root.name}/{relative}")
    item.issues.append(issue("E005", position, name=name, expected=expected))


def _text(item: Item, root: Path, relative: str) -> Source | None:
    slug_issue = check_slug(relative, root.name)
    if slug_issue:
        item.issues.append(slug_issue)
        return None
    item.source = read_text(root, relative, item.issues, item.data)
    return item.source


def _read_yaml(item: Item, root: Path, relative: str) -> YamlText | None:
    source = _text(item, root, relative)
    return parse(source.text, source.path, item.issues) if source else None


def _read_media(item: Item, root: Path, relative: str, rest: str, languages: Sequence[str]) -> None:
    size = (root / relative).stat().st_size
    slug_issue = check_slug(relative, root.name)
    if PurePosixPath(rest).suffix.lower() not in MEDIA_TYPES:
        _refuse(item, root, relative, rest, ", ".join(sorted(MEDIA_TYPES)))
    elif size > MEDIA_LIMIT:
        item.issues.append(issue("E002", Position(f"{root.name}/{relative}"), size=size, limit=MEDIA_LIMIT))
    elif slug_issue:
        item.issues.append(slug_issue)
    elif is_picture(rest):
        item.value = read_picture(root, relative, item.issues, item.data)
        source = read_text(root, relative, item.issues, item.data) if rest.endswith(".svg") else None
        if source:
            item.issues.extend(check_drawing(source.path, rest, source.text))
    elif rest.endswith(FACTS_SUFFIX) and is_picture(rest.removesuffix(FACTS_SUFFIX)):
        parsed = _read_yaml(item, root, relative)
        if parsed:
            item.value = read_picture_facts(parsed, item.issues, languages)


def _read_record(
    item: Item, root: Path, relative: str, kind_name: str, identifier: str, languages: Sequence[str]
) -> Record | None:
    kind = kinds().get(kind_name)
    if kind is None:
        _refuse(item, root, relative, f"records/{kind_name}", f"records/ {', '.join(kinds())}")
        return None
    parsed = _read_yaml(item, root, relative)
    if not parsed:
        return None
    return read_model(kind, parsed, item.issues, languages=languages, given={"id": identifier})


def _read_page(
    item: Item, root: Path, relative: str, path: str, language: str, languages: Sequence[str]
) -> Prose | None:
    source = _text(item, root, relative)
    parts = source and read_front_matter(source, item.issues)
    if not source or not parts:
        return None
    parsed, start = parts
    model: type[PageFacts | PageTexts] = PageFacts if language == SOURCE_LANGUAGE else PageTexts
    texts = read_model(model, parsed, item.issues, languages=languages)
    if texts is None:
        return None
    body = source.text[start:]
    return Prose(
        language=language,
        path=path,
        source=source.path,
        texts=texts,
        body=body,
        body_line=source.text.count("\n", 0, start) + 1,
        digest=prose_digest(texts, body) if language == SOURCE_LANGUAGE else None,
    )
