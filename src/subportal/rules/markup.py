"""Markdown: links lead somewhere, images exist and are described, blocks and HTML are right."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from subportal.issues import Both, Issue, Position, issue
from subportal.load.fields import hints, read_model
from subportal.load.yamltext import parse
from subportal.markdown.blocks import registry
from subportal.markdown.dialect import Inventory, RawHtml, Span, spans, take_inventory, to_html
from subportal.markdown.headings import heading_ids
from subportal.markdown.sanitise import refused
from subportal.portal import Page, Portal, Prose
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE, Visibility
from subportal.records.figure import Figure
from subportal.rules.places import in_body, in_front_matter

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_EXTERNAL = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True)
class _Text:
    """A page's text in one language, with what it contains."""

    page: Page
    prose: Prose
    inventory: Inventory
    anchors: frozenset[str]

    @cached_property
    def spans(self) -> list[Span | RawHtml]:
        """Return where everything stands; needed only to report a fault."""
        return list(spans(self.prose.body))

    def position(self, kind: str, value: str) -> Position:
        """Return where the first span of `kind` with `value` stands."""
        for span in self.spans:
            if isinstance(span, Span) and span.kind == kind and span.value == value:
                return in_body(self.prose, span.start)
        return in_body(self.prose, max(self.prose.body.find(value), 0))


def check_markup(portal: Portal) -> Iterator[Issue]:
    """Check the Markdown of every page in every language."""
    texts = _read(portal)
    for text in texts.values():
        yield from _check_headings(text, texts)
        yield from _check_html(text)
        for address in dict.fromkeys(text.inventory.links):
            yield from _check_link(portal, text, texts, address)
        for address, alt in dict.fromkeys(text.inventory.images):
            yield from _check_image(portal, text, address, alt)
        for fence in text.inventory.fences:
            yield from _check_block(portal, text, fence.name, fence.text)
    yield from _check_related(portal)


def _read(portal: Portal) -> dict[tuple[str, str], _Text]:
    texts: dict[tuple[str, str], _Text] = {}
    for page in portal.pages.values():
        given: tuple[str, ...] = ()
        ordered = sorted(page.prose, key=lambda language: language != SOURCE_LANGUAGE)
        for language in ordered:
            prose = page.prose[language]
            inventory = take_inventory(to_html(prose.body))
            found = [(heading.id, heading.text) for heading in inventory.headings]
            ids = heading_ids(found, given)
            if language == SOURCE_LANGUAGE:
                given = tuple(ids)
            texts[page.path, language] = _Text(page, prose, inventory, frozenset(ids))
    return texts


def _check_headings(text: _Text, texts: dict[tuple[str, str], _Text]) -> Iterator[Issue]:
    own = [heading.id for heading in text.inventory.headings if heading.id]
    for identifier in dict.fromkeys(own):
        if own.count(identifier) > 1:
            yield issue("E307", text.position("heading", identifier), value=identifier)
    for heading in text.inventory.headings:
        if heading.level == 1:
            yield issue("E309", text.position("h1", ""), value=heading.text)
            break
    original = texts[text.page.path, SOURCE_LANGUAGE]
    levels = [heading.level for heading in text.inventory.headings]
    expected = [heading.level for heading in original.inventory.headings]
    if levels != expected:
        position = Position(text.prose.source, text.prose.body_line)
        yield issue("W306", position, count=len(levels), expected=len(expected))


def _check_html(text: _Text) -> Iterator[Issue]:
    if "<" not in text.prose.body:
        return
    for span in text.spans:
        if isinstance(span, RawHtml):
            for what in refused(span.text):
                yield issue("E209", in_body(text.prose, span.offset), value=what)


def _check_link(
    portal: Portal, text: _Text, texts: dict[tuple[str, str], _Text], address: str
) -> Iterator[Issue]:
    scheme = _SCHEME.match(address)
    if scheme and scheme[1] in kinds():
        yield from _check_record_link(portal, text, address)
    elif scheme or address.startswith("//"):
        if not scheme or scheme[1].lower() not in _EXTERNAL:
            yield issue("E210", text.position("link", address), value=address)
    else:
        yield from _check_page_link(portal, text, texts, address)


def _check_record_link(portal: Portal, text: _Text, address: str) -> Iterator[Issue]:
    kind, _, rest = address.partition(":")
    identifier = rest.partition("#")[0]
    if not identifier or portal.failed(kind, identifier):
        return
    known = portal.records.get(kind, {})
    if identifier not in known:
        position = text.position("link", address)
        yield issue("E201", position, kind=kind, value=identifier, **hints(identifier, known))
    elif not known[identifier].shown_on(portal.today):
        yield issue("E207", text.position("link", address), value=address)


def _check_page_link(
    portal: Portal, text: _Text, texts: dict[tuple[str, str], _Text], address: str
) -> Iterator[Issue]:
    path, _, anchor = address.partition("#")
    target = text.page.path
    if path:
        if path.startswith("/") or not path.endswith(".md"):
            yield issue("E210", text.position("link", address), value=address)
            return
        folder = posixpath.dirname(text.page.path)
        target = posixpath.normpath(posixpath.join(folder, path)).removesuffix(".md")
    page = portal.pages.get(target)
    if page is None and portal.failed(f"page:{SOURCE_LANGUAGE}", target):
        return
    if page is None:
        position = text.position("link", address)
        yield issue("E202", position, value=address, **hints(target, portal.pages))
        return
    if page.facts.visibility is not Visibility.PUBLIC:
        yield issue("E207", text.position("link", address), value=address)
    language = text.prose.language if text.prose.language in page.prose else SOURCE_LANGUAGE
    anchors = texts[target, language].anchors
    if anchor and anchor not in anchors:
        position = text.position("link", address)
        yield issue("E203", position, page=target, anchor=anchor, **hints(anchor, anchors))


def _check_image(portal: Portal, text: _Text, address: str, alt: str) -> Iterator[Issue]:
    if not alt.strip():
        yield issue("E205", text.position("image", address), value=address)
    yield from _check_file(portal, text, address)


def _check_file(portal: Portal, text: _Text, address: str) -> Iterator[Issue]:
    prefix = "../" * (text.page.path.count("/") + 1) + "media/"
    if not address.startswith(prefix) or address.removeprefix(prefix) not in portal.media:
        known = [f"{prefix}{name}" for name in portal.media]
        position = text.position("image", address)
        yield issue("E204", position, value=address, **hints(address, known))


def _check_block(portal: Portal, text: _Text, name: str, content: str) -> Iterator[Issue]:
    block = registry().get(name)
    if block is None or not block.for_authors:
        return
    position = text.position("fence", name)
    issues: list[Issue] = []
    parsed = parse(content, position.path, issues, first_line=position.line + 1)
    if parsed is None:
        yield from (_in_block(name, found) for found in issues)
        return
    if isinstance(parsed.value, list):
        parsed = replace(parsed, value={"items": parsed.value}, bare_list=True)
    data = read_model(block.model, parsed, issues, languages=portal.languages)
    yield from issues
    if data is not None and name == "figures":
        yield from _check_figures(portal, position, data.items)
    if data is not None and name == "gallery":
        for picture in data.items:
            yield from _check_image(portal, text, picture.image, picture.alt)


def _in_block(name: str, found: Issue) -> Issue:
    """Say of broken YAML that it stands in a block."""
    return issue("E208", found.position, block=name, problem=Both(found.vi, found.en))


def _check_figures(portal: Portal, position: Position, identifiers: Iterable[str]) -> Iterator[Issue]:
    known = portal.of(Figure)
    for identifier in identifiers:
        if portal.failed(Figure.kind, identifier):
            continue
        if identifier not in known:
            near = hints(identifier, known)
            yield issue("E201", position, kind="figure", value=identifier, **near)
        elif not known[identifier].shown_on(portal.today):
            yield issue("E207", position, value=f"figure:{identifier}")


def _check_related(portal: Portal) -> Iterator[Issue]:
    for page in portal.pages.values():
        prose = page.prose[SOURCE_LANGUAGE]
        for index, address in enumerate(page.facts.related):
            position = in_front_matter(portal, prose, page.path, ("related", index))
            kind, mark, identifier = address.partition(":")
            if mark:
                known = portal.records.get(kind, {})
                if identifier not in known:
                    near = hints(identifier, known)
                    yield issue("E201", position, "related", kind=kind, value=identifier, **near)
            elif address.removesuffix(".md") not in portal.pages:
                yield issue("E202", position, "related", value=address, **hints(address, portal.pages))
