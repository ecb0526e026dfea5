"""Terms: no text uses a form that the termbase forbids.

Quotations, block quotations, addresses and titles of sources keep their own words; dated documents
keep old names; `<!-- allow: FORM -->` on a page lets one form stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from subportal.digest import translatable
from subportal.issues import Issue, Position, issue
from subportal.portal import Page, Portal
from subportal.reads import Read, note, recording
from subportal.records.base import Record
from subportal.records.term import Forbidden, Severity, Term
from subportal.rules.literals import literals
from subportal.rules.places import in_body, in_front_matter, in_record

_EXEMPT = re.compile(
    r"“[^”]*”|«[^»]*»|《[^》]*》|「[^」]*」|https?://[^\s)>]+|\]\([^)]*\)|^>.*$|^\[[^\]]+\]: .*$",
    re.MULTILINE,
)
_ALLOW = re.compile(r"<!-- allow: (.+?) -->")


@dataclass(frozen=True, slots=True)
class Form:
    """A forbidden form, ready to be looked for."""

    rule: Forbidden
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """Plain words: a text with the form holds one of them; empty if unknown."""


@dataclass(frozen=True, slots=True)
class _Termbase:
    """The forms by language, with what was read to know them."""

    terms: Mapping[str, Term]
    forms: Mapping[str, tuple[Form, ...]]
    reads: frozenset[Read]


_last: list[_Termbase] = []
"""The last termbase that was asked for: to read all terms for each page would take too long."""


def _forms(portal: Portal) -> Mapping[str, tuple[Form, ...]]:
    terms = portal.of(Term)
    if not (_last and _last[0].terms is terms):
        with recording() as reads:
            forms = {language: tuple(_of_language(terms, language)) for language in portal.languages}
        _last[:] = [_Termbase(terms, forms, frozenset(reads))]
    for read in _last[0].reads:
        note(*read)
    return _last[0].forms


def _of_language(terms: Mapping[str, Term], language: str) -> Iterator[Form]:
    for term in terms.values():
        for rule in term.forbidden:
            if rule.language in {language, "*"}:
                expression = rule.pattern or re.escape(rule.form or "")
                words = literals(rule.pattern) if rule.pattern else (rule.form or "",)
                yield Form(rule, re.compile(expression), words)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Yield each forbidden form in a page, in all its languages."""
    for language, prose in page.prose.items():
        forms = _forms(portal).get(language, ())
        allowed = tuple(_ALLOW.findall(prose.body))
        for key in ("title", "description", "menu"):
            text = getattr(prose.texts, key) or ""
            for rule, _, value in find_forbidden(text, forms, dated=page.facts.dated, allowed=allowed):
                yield _report(rule, in_front_matter(portal, prose, page.path, (key,)), key, value)
        found = find_forbidden(prose.body, forms, dated=page.facts.dated, allowed=allowed)
        for rule, offset, value in found:
            yield _report(rule, in_body(prose, offset), "", value)


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Yield each forbidden form in a record; records keep old names."""
    if isinstance(record, Term):
        return
    forms = _forms(portal)
    for path, text in translatable(record):
        for language, words in text.items():
            for rule, _, value in find_forbidden(words, forms.get(language, ()), dated=True):
                key = (*(int(step) if step.isdigit() else step for step in path), language)
                position = in_record(portal, record.kind, record.id, key)
                yield _report(rule, position, ".".join(map(str, key)), value)


def find_forbidden(
    text: str, forms: Sequence[Form], *, dated: bool, allowed: tuple[str, ...] = ()
) -> Iterator[tuple[Forbidden, int, str]]:
    """Yield each forbidden form with its offset and the words found."""
    exempt: list[tuple[int, int]] | None = None
    for form in forms:
        for word in form.words:
            if word in text:
                break
        else:
            if form.words:
                continue
        if dated and form.rule.dated:
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
