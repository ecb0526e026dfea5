"""`facts`: a table of facts, a label and a value a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import model_validator

from subportal.markdown.blocks.base import Block, BlockModel, LanguageTag, Place


class Fact(BlockModel):
    """One line of the table."""

    label: str
    """What it is."""
    value: str
    """The fact, as inline Markdown."""
    note: str | None = None
    """Date, source or remark, as inline Markdown."""
    lang: LanguageTag | None = None
    """The language tag of label and value, if they are not in the page's language."""


class FactsData(BlockModel):
    """The lines of the table, in order."""

    items: tuple[Fact, ...]
    """The lines; `label: value` will do for a plain one."""

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, data: Any) -> Any:
        if isinstance(data, dict) and list(data) != ["items"]:
            return {"items": [{"label": label, "value": value} for label, value in data.items()]}
        return data


class Facts(Block[FactsData]):
    """A definition list that looks like a table."""

    name = "facts"
    model = FactsData

    def texts(self, data: FactsData) -> Iterable[str]:
        """Return labels, values and notes."""
        for fact in data.items:
            yield from (fact.label, fact.value, fact.note or "")

    def html(self, data: FactsData, place: Place) -> str:
        """Return the facts as a definition list."""
        rows = []
        for fact in data.items:
            language = f' lang="{fact.lang}"' if fact.lang else ""
            note = f' <span class="note-inline">{place.inline(fact.note)}</span>' if fact.note else ""
            rows.append(
                f"<div><dt>{place.inline(fact.label)}</dt>"
                f"<dd{language}>{place.inline(fact.value)}{note}</dd></div>"
            )
        return '<dl class="facts">\n' + "\n".join(rows) + "\n</dl>\n"
