"""Terms: no text uses a form that the termbase forbids.

Quotations, block quotations, addresses and titles of sources keep their own words; dated documents
keep old names; `<!-- allow: FORM -->` on a page lets one form stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from subportal.digest import translatable
from subportal.issues import Issue, Position, issue
from subportal.portal import Page, Portal
from subportal.records.base import Record
from subportal.records.term import Forbidden, Severity, Term
from subportal.rules.places import in_body, in_front_matter, in_record

_EXEMPT = re.compile(
    r"“[^”]*”|«[^»]*»|《[^》]*》|「[^」]*」|https?://[^\s)>]+|\]\([^)]*\)|^>.*$|^\[[^\]]+\]: .*$",
    re.MULTILINE,
)
_ALLOW = re.compile(r"<!-- allow: (.+?) -->")


@dataclass(frozen=True, slots=True)
class _Form:
    """A forbidden form, ready to be looked for."""

    rule: Forbidden
    pattern: re.Pattern[str]
    hint: str
    """Plain words that any text with the form holds; empty if unknown."""


def _forms(portal: Portal, language: str) -> list[_Form]:
    forms = []
    for term in portal.of(Term).values():
        for rule in term.forbidden:
            if rule.language in {language, "*"}:
                pattern = re.compile(rule.pattern or re.escape(rule.form or ""))
                forms.append(_Form(rule, pattern, rule.form or ""))
    return forms


def check_terms(portal: Portal) -> Iterator[Issue]:
    """Yield each forbidden form in pages and records."""
    for language in portal.languages:
        forms = _forms(portal, language)
        for page in portal.pages.values():
            if language in page.prose:
                yield from _check_page(portal, page, language, forms)
        for record in portal.all_records():
            if not isinstance(record, Term):
                yield from _check_record(portal, record, language, forms)


def _check_page(portal: Portal, page: Page, language: str, forms: list[_Form]) -> Iterator[Issue]:
    prose = page.prose[language]
    allowed = tuple(_ALLOW.findall(prose.body))
    for key in ("title", "description", "menu"):
        text = getattr(prose.texts, key) or ""
        for rule, _, value in find_forbidden(text, forms, dated=page.facts.dated, allowed=allowed):
            yield _report(rule, in_front_matter(portal, prose, page.path, (key,)), key, value)
    found = find_forbidden(prose.body, forms, dated=page.facts.dated, allowed=allowed)
    for rule, offset, value in found:
        yield _report(rule, in_body(prose, offset), "", value)


def _check_record(portal: Portal, record: Record, language: str, forms: list[_Form]) -> Iterator[Issue]:
    for path, text in translatable(record):
        if language not in text:
            continue
        for rule, _, value in find_forbidden(text[language], forms, dated=True):
            key = (*(int(step) if step.isdigit() else step for step in path), language)
            position = in_record(portal, record.kind, record.id, key)
            yield _report(rule, position, ".".join(map(str, key)), value)


def find_forbidden(
    text: str, forms: list[_Form], *, dated: bool, allowed: tuple[str, ...] = ()
) -> Iterator[tuple[Forbidden, int, str]]:
    """Yield each forbidden form with its offset and the words found."""
    exempt: list[tuple[int, int]] | None = None
    for form in forms:
        if (dated and form.rule.dated) or (form.hint and form.hint not in text):
            continue
        for found in form.pattern.finditer(text):
            if exempt is None:
                exempt = [quoted.span() for quoted in _EXEMPT.finditer(text)]
            if found[0] in allowed or any(a <= found.start() < b for a, b in exempt):
                continue
            if form.rule.unless and _stands_within(form.rule.unless, text, found):
                continue
            yield form.rule, found.start(), found[0]


def _stands_within(pattern: str, text: str, found: re.Match[str]) -> bool:
    return any(
        longer.start() <= found.start() and found.end() <= longer.end()
        for longer in re.finditer(pattern, text)
    )


def _report(rule: Forbidden, position: Position, field: str, value: str) -> Issue:
    code = "E304" if rule.severity is Severity.ERROR else "W305"
    hint_vi = f" Hãy viết “{rule.use}”." if rule.use else ""
    hint_en = f" Write “{rule.use}”." if rule.use else ""
    return issue(code, position, field, value=value, hint_vi=hint_vi, hint_en=hint_en)
