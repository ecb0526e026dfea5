"""Terms: no text uses a form that the termbase forbids.

Quotations, block quotations, addresses and titles of sources keep their own words; dated documents
keep old names; `<!-- allow: FORM -->` on a page lets one form stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

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
_SMALL = re.compile("[a-z ]")
_REMEMBERED = 16
"""Sets of rules: a preview asks for the same again after each edit."""
_ALLOW = re.compile(r"<!-- allow: (.+?) -->")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A forbidden form, ready to be looked for."""

    rule: Forbidden
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """Plain words: a text with the form holds one of them; empty if unknown."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a language, by the words that lead to them."""

    by_word: Mapping[str, tuple[Form, ...]]
    """By a word, the forms that may stand where it stands; by the empty one, those without words."""
    capitals: re.Pattern[str] | None
    """Finds the words that begin with no small Latin letter: rare, so that one pattern is quickest."""
    others: tuple[str, ...]
    """The other words; to look for one after the other is quicker."""

    @classmethod
    def of(cls, forms: Sequence[Form]) -> Self:
        """Prepare forms."""
        words = sorted({word for form in forms for word in form.words})
        by_word = {
            word: tuple(form for form in forms if any(_meet(word, other) for other in form.words))
            for word in words
        }
        by_word[""] = tuple(form for form in forms if not form.words)
        capitals = [re.escape(word) for word in words if not _SMALL.match(word)]
        others = tuple(word for word in words if _SMALL.match(word))
        return cls(by_word, re.compile("|".join(capitals)) if capitals else None, others)

    def in_question(self, text: str) -> list[Form]:
        """Return the forms that a text may hold."""
        capitals = self.capitals.findall(text) if self.capitals else ()
        words = ["", *capitals, *(word for word in self.others if word in text)]
        return list(dict.fromkeys(form for word in words for form in self.by_word[word]))


def _meet(word: str, other: str) -> bool:
    """Tell whether `other` may begin within `word`: a search that has found the one skips the other."""
    return other in word or any(other.startswith(word[index:]) for index in range(len(word)))


@dataclass(frozen=True, slots=True)
class _Termbase:
    """The forms by language, with what was read to know them."""

    terms: Mapping[str, Term]
    forms: Mapping[str, Forms]
    reads: frozenset[Read]


_last: list[_Termbase] = []
"""The last termbase that was asked for: to read all terms for each page would take too long."""


def _forms(portal: Portal) -> Mapping[str, Forms]:
    terms = portal.of(Term)
    if not (_last and _last[0].terms is terms):
        with recording() as reads:
            rules = {language: tuple(_of_language(terms, language)) for language in portal.languages}
        forms = {language: _prepared(found) for language, found in rules.items()}
        _last[:] = [_Termbase(terms, forms, frozenset(reads))]
    for read in _last[0].reads:
        note(*read)
    return _last[0].forms


def _of_language(terms: Mapping[str, Term], language: str) -> Iterator[Forbidden]:
    return (rule for term in terms.values() for rule in term.forbidden if rule.language in {language, "*"})


@lru_cache(_REMEMBERED)
def _prepared(rules: tuple[Forbidden, ...]) -> Forms:
    return Forms.of([_form(rule) for rule in rules])


def _form(rule: Forbidden) -> Form:
    words = literals(rule.pattern) if rule.pattern else (rule.form or "",)
    return Form(rule, re.compile(rule.pattern or re.escape(rule.form or "")), words)


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Yield each forbidden form in a page, in all its languages."""
    for language, prose in page.prose.items():
        forms = _forms(portal)[language]
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
            for rule, _, value in find_forbidden(words, forms[language], dated=True):
                key = (*(int(step) if step.isdigit() else step for step in path), language)
                position = in_record(portal, record.kind, record.id, key)
                yield _report(rule, position, ".".join(map(str, key)), value)


def find_forbidden(
    text: str, forms: Forms, *, dated: bool, allowed: tuple[str, ...] = ()
) -> Iterator[tuple[Forbidden, int, str]]:
    """Yield each forbidden form with its offset and the words found."""
    exempt: list[tuple[int, int]] | None = None
    for form in forms.in_question(text):
        if dated and form.rule.dated:
            continue
        for found in _matches(form, text):
            if exempt is None:
                exempt = [quoted.span() for quoted in _EXEMPT.finditer(text)]
            if found[0] in allowed or any(a <= found.start() < b for a, b in exempt):
                continue
            if form.rule.unless and _stands_within(form.rule.unless, text, found):
                continue
            yield form.rule, found.start(), found[0]


def _matches(form: Form, text: str) -> Iterator[re.Match[str]]:
    """Search the paragraphs that hold a word of the form."""
    if not form.words:
        yield from form.pattern.finditer(text)
        return
    places = [place for word in form.words if (place := text.find(word)) >= 0]
    while places:
        place = min(places)
        start, end = max(text.rfind("\n\n", 0, place), 0), text.find("\n\n", place)
        yield from form.pattern.finditer(text, start, end if end >= 0 else len(text))
        if end < 0:
            return
        places = [place for word in form.words if (place := text.find(word, end)) >= 0]


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
