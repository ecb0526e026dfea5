"""`timeline`: what happened when, one entry below the other."""

from __future__ import annotations

from collections.abc import Iterable

from subportal.markdown.blocks.base import Block, BlockModel, MachineDate, Place


class TimelineEntry(BlockModel):
    """One event."""

    date: str
    """When, in the words of the page's language."""
    text: str
    """What happened, as inline Markdown."""
    datetime: MachineDate | None = None
    """The date for machines: 1909-06-28, 1909-06 or 1909."""


class TimelineData(BlockModel):
    """The events, in order."""

    items: tuple[TimelineEntry, ...]
    """The events."""


class Timeline(Block[TimelineData]):
    """An ordered list with dates."""

    name = "timeline"
    model = TimelineData

    def texts(self, data: TimelineData) -> Iterable[str]:
        """Return dates and texts."""
        for entry in data.items:
            yield from (entry.date, entry.text)

    def html(self, data: TimelineData, place: Place) -> str:
        """Return the events as an ordered list."""
        rows = []
        for entry in data.items:
            date = place.inline(entry.date)
            if entry.datetime:
                date = f'<time datetime="{entry.datetime}">{date}</time>'
            rows.append(f"<li><p><b>{date}</b></p><p>{place.inline(entry.text)}</p></li>")
        return '<ol class="timeline">\n' + "\n".join(rows) + "\n</ol>\n"
