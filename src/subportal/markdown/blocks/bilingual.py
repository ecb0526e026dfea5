"""`bilingual`: paragraphs of two languages side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from subportal.markdown.blocks.base import Block, BlockModel, LanguageTag, Place

_TAGS = {"zh": "zh-Hans"}


class BilingualData(BlockModel):
    """Pairs of paragraphs; each pair names the same two languages in the same order."""

    items: tuple[dict[LanguageTag, str], ...]
    """The pairs: `vi: …` and, below it, `en: …`."""

    @model_validator(mode="after")
    def _has_pairs(self) -> Any:
        languages = {tuple(pair) for pair in self.items}
        if len(languages) > 1 or any(len(pair) != 2 for pair in languages):  # noqa: PLR2004
            raise PydanticCustomError("wrong_type", "wrong type", {"expected": "pairs"})
        return self


class Bilingual(Block[BilingualData]):
    """Two columns, aligned by paragraph; one below the other where room is scarce."""

    name = "bilingual"
    model = BilingualData

    def texts(self, data: BilingualData) -> Iterable[str]:
        """Return the paragraphs of both languages."""
        for pair in data.items:
            yield from pair.values()

    def html(self, data: BilingualData, place: Place) -> str:
        """Return the pairs as rows of two cells, each with its language."""
        rows = []
        for pair in data.items:
            cells = "".join(
                f'<div lang="{_TAGS.get(language, language)}">{place.paragraphs(text)}</div>'
                for language, text in pair.items()
            )
            rows.append(f'<div class="pair">{cells}</div>')
        return '<div class="bilingual">\n' + "\n".join(rows) + "\n</div>\n"
