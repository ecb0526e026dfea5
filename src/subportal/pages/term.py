"""The glossary: names and terms in all languages, group by group."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.locale.strings import language_tag, strings
from subportal.pages.listing import stage_list
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record
from subportal.records.term import Term, TermGroup


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the glossary."""
    terms = list(site.portal.of(Term).values())
    languages = site.portal.languages
    head = "| " + " | ".join(strings(language)["language.name"] for language in languages) + " |"
    parts = [f"{site.string('term.intro')}\n"]
    for group in TermGroup:
        members = [term for term in terms if term.group is group]
        if not members:
            continue
        rows = [_row(site, term) for term in by_title(site, members) if isinstance(term, Term)]
        parts.append(
            f"## {site.string(f'term.group.{group}')} {{#{group}}}\n\n{head}\n"
            + "| --- " * len(languages)
            + "|\n"
            + "\n".join(rows)
            + "\n"
        )
    yield stage_list(site, kind, "\n".join(parts))


def _row(site: Site, term: Term) -> str:
    cells = []
    for language in site.portal.languages:
        words = escape(term.title.get(language, "–"))
        tag = language_tag(language)
        cells.append(words if language == site.language else f'<span lang="{tag}">{words}</span>')
    return "| " + " | ".join(cells) + " |"
