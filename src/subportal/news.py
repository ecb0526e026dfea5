"""The order of the news: what stands beside an item, and what shares its topics.

It is made of dates and topics alone, so that asking for it reads no page.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from subportal.reads import Read, note

RELATED = 3
RECENT = dt.timedelta(days=2)
"""How long search engines take an item for news (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""


class Dated(NamedTuple):
    """When an item is dated, and to what it belongs."""

    date: dt.date
    topics: tuple[str, ...]
    """Sections to whose news it belongs, its own first."""
    amended: bool = False
    """Whether it was corrected or withdrawn."""


class News:
    """The published news of a portal on a day, the newest first."""

    def __init__(self, items: Mapping[str, Dated], day: dt.date) -> None:
        self.items = dict(sorted(items.items(), key=lambda item: (item[1].date, item[0]), reverse=True))
        self._order = list(self.items)
        self._recent = set(takewhile(lambda path: self.items[path].date > day - RECENT, self._order))
        self._place = {path: place for place, path in enumerate(self._order)}
        self._by_topic: dict[str, list[int]] = {}
        for place, item in enumerate(self.items.values()):
            for topic in item.topics[1:]:
                self._by_topic.setdefault(topic, []).append(place)

    def dated(self, topic: str = "") -> dict[str, Dated]:
        """Return the items by path, all of them or those of a topic, the newest first."""
        note("news")
        if not topic:
            return self.items
        return {path: item for path, item in self.items.items() if topic in item.topics}

    def beside(self, path: str) -> tuple[str | None, str | None]:
        """Return the older and the newer item beside one."""
        note("beside", path)
        return self._beside(path)

    def is_recent(self, path: str) -> bool:
        """Tell whether an item is of today or yesterday; noted with what stands beside it."""
        note("beside", path)
        return path in self._recent

    def alike(self, path: str) -> tuple[str, ...]:
        """Return the items nearest in time that share a topic with one."""
        note("alike", path)
        return self._alike(path)

    def _beside(self, path: str) -> tuple[str | None, str | None]:
        place = self._place[path]
        older = self._order[place + 1] if place + 1 < len(self._order) else None
        return older, self._order[place - 1] if place else None

    def _alike(self, path: str) -> tuple[str, ...]:
        own = self._place[path]
        near: set[int] = set()
        for topic in self.items[path].topics[1:]:
            places = self._by_topic[topic]
            index = bisect_left(places, own)
            near.update(places[max(index - RELATED, 0) : index + RELATED + 1])
        near.discard(own)
        date = self.items[path].date

        def distance(place: int) -> tuple[int, str]:
            other = self._order[place]
            return abs((self.items[other].date - date).days), other

        return tuple(self._order[place] for place in sorted(near, key=distance)[:RELATED])

    def changes(self, old: News) -> Iterator[Read]:
        """Yield what a computation may have read that differs from the old news."""
        yield from (("beside", path) for path in self._recent ^ old._recent)
        if self.items == old.items:
            return
        yield ("news",)
        for path in self.items:
            known = path in old.items
            if not known or self._beside(path) != old._beside(path):
                yield "beside", path
            if not known or self._alike(path) != old._alike(path):
                yield "alike", path
