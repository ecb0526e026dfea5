"""The glossary: names and terms in all languages, a page for each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subportal.locale.strings import language_tag, strings
from subportal.pages.groups import stage_groups
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the pages of the glossary."""
    languages = site.portal.languages
    head = "| " + " | ".join(strings(language)["language.name"] for language in languages) + " |\n"
    head += "| --- " * len(languages) + "|\n"

    def body(records: Sequence[Record]) -> str:
        return head + "\n".join(_row(site, record) for record in records) + "\n"

    yield from stage_groups(site, kind, body, f"{site.string('term.intro')}\n\n")


def _row(site: Site, term: Record) -> str:
    cells = []
    for language in site.portal.languages:
        words = escape(term.title.get(language, "–"))
        tag = language_tag(language)
        cells.append(words if language == site.language else f'<span lang="{tag}">{words}</span>')
    return "| " + " | ".join(cells) + " |"
