"""Own blocks in pages: their shape, and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from subportal.issues import Both, Issue, Position, issue
from subportal.load.fields import hints, read_model
from subportal.load.yamltext import parse
from subportal.markdown.blocks import registry
from subportal.markdown.blocks.figurechart import LEAST, FigureChart
from subportal.markdown.dialect import inventory
from subportal.markdown.spans import Span, spans
from subportal.portal import Page, Portal, Prose
from subportal.records.figure import Figure
from subportal.rules.links import first_day
from subportal.rules.markup import Written, check_image, check_text
from subportal.rules.places import in_body

_GENERATED = Both(
    "khối này do chương trình tự viết, bài viết không dùng", "the generator writes it; an author may not"
)

_TOO_FEW = Both(
    f"biểu đồ cần ít nhất {LEAST} giá trị (nhiều số liệu, hoặc một số liệu có series)",
    f"a chart needs {LEAST} values or more (several figures, or one with a series)",
)
_UNITS = Both(
    "các số liệu trong một biểu đồ phải cùng đơn vị", "the figures of a chart must have the same unit"
)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Check every own block of a page, in each language."""
    for prose in page.prose.values():
        if any(fence.name in registry() for fence in inventory(prose.body).fences):
            for span in spans(prose.body):
                if isinstance(span, Span) and span.kind == "fence":
                    yield from _check_block(portal, page, prose, span)


def _check_block(portal: Portal, page: Page, prose: Prose, span: Span) -> Iterator[Issue]:
    name = (span.value.split() or [""])[0]
    block = registry().get(name)
    if block is None:
        return
    position = in_body(prose, span.start)
    if not block.for_authors:
        yield issue("E208", position, block=name, problem=_GENERATED)
        return
    issues: list[Issue] = []
    parsed = parse(span.text, position.path, issues, first_line=position.line + 1)
    if parsed is None:
        yield from (_in_block(name, found) for found in issues)
        return
    if isinstance(parsed.value, list):
        parsed = replace(parsed, value={"items": parsed.value}, bare_list=True)
    data = read_model(block.model, parsed, issues, languages=portal.languages)
    yield from issues
    if data is None:
        return
    if name == "figures":
        yield from _check_figures(portal, page, position, data.items)
    if isinstance(block, FigureChart):
        identifiers = list(block.figures(data))
        yield from _check_figures(portal, page, position, identifiers)
        yield from _check_chart(portal, position, identifiers)
    for text in block.texts(data):
        yield from check_text(portal, Written(page, prose, text, span.start))
    for address, alt in block.images(data):
        yield from check_image(portal, Written(page, prose, "", span.start), address, alt)


def _in_block(name: str, found: Issue) -> Issue:
    """Say of broken YAML that it stands in a block."""
    return issue("E208", found.position, block=name, problem=Both(found.vi, found.en))


def _check_figures(
    portal: Portal, page: Page, position: Position, identifiers: Iterable[str]
) -> Iterator[Issue]:
    known = portal.of(Figure)
    day = first_day(portal, page.facts)
    for identifier in identifiers:
        if identifier in known:
            if day and not known[identifier].shown_on(day):
                yield issue("E207", position, value=f"figure:{identifier}")
        elif not portal.failed(Figure.kind, identifier):
            near = hints(identifier, known)
            yield issue("E201", position, kind="figure", value=identifier, **near)


def _check_chart(portal: Portal, position: Position, identifiers: list[str]) -> Iterator[Issue]:
    """Check that a chart compares three values or more, all of the same unit."""
    known = portal.of(Figure)
    figures = [known[identifier] for identifier in identifiers if identifier in known]
    if len(figures) < len(identifiers):
        return
    values = len(figures[0].series) if len(figures) == 1 else len(figures)
    if values < LEAST:
        yield issue("E208", position, block=FigureChart.name, problem=_TOO_FEW)
    if len({figure.unit for figure in figures}) > 1:
        yield issue("E208", position, block=FigureChart.name, problem=_UNITS)
