"""`gate-notices`: what holds at border gates these days; staging puts the notices in its place."""

from __future__ import annotations

from collections.abc import Iterable

from subportal.markdown.blocks.base import Block, BlockModel, Place


class GateNoticesData(BlockModel):
    """What an author says where nothing has been announced."""

    none: str
    """The sentence for days without a notice."""


class GateNotices(Block[GateNoticesData]):
    """What an author writes."""

    name = "gate-notices"
    model = GateNoticesData

    def texts(self, data: GateNoticesData) -> Iterable[str]:
        """Return the sentence."""
        return (data.none,)

    def html(self, data: GateNoticesData, place: Place) -> str:
        """Return the sentence: only a text that was not staged comes here."""
        return f"<p>{place.inline(data.none)}</p>\n"
