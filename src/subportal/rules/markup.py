"""Markdown: headings, HTML, links and images of a page's text are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from subportal.issues import Issue, Position, issue
from subportal.load.fields import hints
from subportal.markdown.dialect import RAW, Inventory, inventory
from subportal.markdown.links import resolve_records
from subportal.markdown.sanitise import refused
from subportal.markdown.spans import RawHtml, Span, spans
from subportal.media.picture import FACTS_SUFFIX
from subportal.portal import Page, Portal, Prose
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE
from subportal.rules.links import SCHEME, Origin, check_link, first_day
from subportal.rules.maps import check_picture
from subportal.rules.places import in_body


@dataclass(frozen=True)
class Written:
    """A page's text in one language, or a piece of it in a block, with what it contains."""

    page: Page
    prose: Prose
    text: str
    start: int = 0
    """Where the block begins in the page's text."""

    @cached_property
    def inventory(self) -> Inventory:
        """Return what the text contains."""
        return inventory(self.text)

    @cached_property
    def spans(self) -> list[Span | RawHtml]:
        """Return where everything stands; needed only to report a fault."""
        return list(spans(self.text))

    def position(self, kind: str, value: str) -> Position:
        """Return where the first span of `kind` with `value` stands."""
        for span in self.spans if self.start == 0 else ():
            if isinstance(span, Span) and span.kind == kind and span.value == value:
                return in_body(self.prose, span.start)
        return self.find(value)

    def find(self, value: str) -> Position:
        """Return where the page's text holds `value`, or where the block begins."""
        found = self.prose.body.find(value, self.start)
        return in_body(self.prose, found if found >= 0 else self.start)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check the Markdown of a page in each language."""
    expected = [heading.level for heading in inventory(page.prose[SOURCE_LANGUAGE].body).headings]
    for prose in page.prose.values():
        text = Written(page, prose, prose.body)
        yield from _check_headings(text)
        yield from check_text(portal, text)
        levels = [heading.level for heading in text.inventory.headings]
        if levels != expected:
            position = Position(prose.source, prose.body_line)
            yield issue("W306", position, count=len(levels), expected=len(expected))


def _check_headings(text: Written) -> Iterator[Issue]:
    own = [heading.id for heading in text.inventory.headings if heading.id]
    if len(own) > len(set(own)):
        for identifier in dict.fromkeys(own):
            if own.count(identifier) > 1:
                yield issue("E307", text.position("heading", identifier), value=identifier)
    first = next((heading for heading in text.inventory.headings if heading.level == 1), None)
    if first:
        yield issue("E309", text.position("h1", ""), value=first.text)


def check_text(portal: Portal, text: Written) -> Iterator[Issue]:
    """Check HTML, links and images: of a page, or of a piece of Markdown in a block."""
    yield from _check_html(text)
    yield from _check_links(portal, text)
    for address, alt in dict.fromkeys(text.inventory.images):
        yield from check_image(portal, text, address, alt)


def _check_html(text: Written) -> Iterator[Issue]:
    for heading in text.inventory.headings:
        for name in heading.attributes:
            yield issue("E209", text.find(name), value=f"{{{name}}}")
    if not RAW.search(text.text):
        return
    for span in text.spans:
        if isinstance(span, RawHtml):
            for what in refused(span.text):
                place = text.find(span.text) if text.start else in_body(text.prose, span.offset)
                yield issue("E209", place, value=what)


def _check_links(portal: Portal, text: Written) -> Iterator[Issue]:
    if not text.inventory.links:
        return
    links = dict.fromkeys(text.inventory.links)
    day = first_day(portal, text.page.facts)
    for address in links:
        place = partial(text.position, "link", address)
        origin = Origin(text.page.path, text.prose.language, day, place)
        yield from check_link(portal, origin, address)
    if any(_names_record(address) for address in links):
        yield from _check_resolved(text)


def _names_record(address: str) -> bool:
    scheme = SCHEME.match(address)
    return bool(scheme and scheme[1] in kinds())


def _check_resolved(text: Written) -> Iterator[Issue]:
    """Staging finds `kind:id` in parentheses and behind `[label]:`; elsewhere it would get lost."""
    resolved = resolve_records(text.text, lambda kind, _: "x.md" if kind in kinds() else None)
    for address in dict.fromkeys(inventory(resolved).links):
        if _names_record(address):
            yield issue("E210", text.position("link", address), value=address)


def check_image(portal: Portal, text: Written, address: str, alt: str) -> Iterator[Issue]:
    """Check that an image is described, and that its file is there."""
    prefix = "../" * (text.page.path.count("/") + 1) + "media/"
    if not alt.strip() and f"{address.removeprefix(prefix)}{FACTS_SUFFIX}" not in portal.media:
        yield issue("E205", text.position("image", address), value=address)
    if not address.startswith(prefix) or address.removeprefix(prefix) not in portal.media:
        known = [f"{prefix}{name}" for name in portal.media]
        position = text.position("image", address)
        yield issue("E204", position, value=address, **hints(address, known))
    else:
        yield from check_picture(portal, address.removeprefix(prefix), alt, text.position("image", address))
