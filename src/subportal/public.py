"""The projection: of a portal, only what may be public.

Everything to the right of this module (pages, feeds, engine) works on a `PublicPortal`. A field
reaches it only if its declaration carries `Public`: an allow-list, so that a new field is internal
until somebody decides otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

from subportal.briefs import Brief, news_of, take_briefs, withdrawn_of
from subportal.digest import record_digest
from subportal.media.picture import Picture
from subportal.news import News
from subportal.portal import PAGES, Page, Portal
from subportal.projection import project_page, project_picture, project_record
from subportal.reads import NotedMapping, names_of, note
from subportal.records.base import SOURCE_LANGUAGE, Record, Visibility
from subportal.records.settings import Settings
from subportal.states import State, page_state, record_state

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class PublicPortal:
    """What may be shown on its day. Each part is made when somebody reads it."""

    settings: Settings
    languages: tuple[str, ...]
    pages: Mapping[str, Page]
    records: Mapping[str, Mapping[str, Record]]
    media: frozenset[str]
    pictures: Mapping[str, Picture]
    day: dt.date
    referrers: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    """By kind and id of a record, kind and id of the public records that name it."""
    news: News
    gone: Mapping[tuple[str, str], dt.date]
    """By kind and id, the records that were withdrawn, with the days."""
    counts: Mapping[str, int]
    """By kind, the number of public records, without those of which only a summary is shown."""
    stamps: Callable[[str, str], Mapping[str, str]]
    """Gives, by kind and id, the digest of a record's original (under `vi`) and of what each translation
    was made from."""

    @property
    def today(self) -> dt.date:
        """Return the day for which the portal is built."""
        note("today")
        return self.day

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the public records of a kind by their ids."""
        return cast("Mapping[str, R]", self.records.get(kind.kind, {}))

    def find(self, kind: type[R], identifier: str | None) -> R | None:
        """Return a public record, or None."""
        return self.of(kind).get(identifier) if identifier else None

    def count(self, kind: str) -> int:
        """Return how many public records of a kind have a page, or a line in its list."""
        note("kind", kind)
        return self.counts.get(kind, 0)

    def withdrawn(self) -> Mapping[tuple[str, str], dt.date]:
        """Return by kind and id the records that were withdrawn, with the days."""
        note("withdrawn")
        return self.gone

    def naming(self, record: Record) -> list[Record]:
        """Return the public records that name `record` in one of their fields."""
        note("naming", record.kind, record.id)
        named = self.referrers.get((record.kind, record.id), ())
        return [self.records[kind][identifier] for kind, identifier in named]

    def has(self, kind: str, identifier: str, language: str) -> bool:
        """Tell whether a page (`page`) or record has a text of its own in a language."""
        if language == SOURCE_LANGUAGE:
            return True
        if kind == "page":
            return language in self.pages[identifier].prose
        return language in self.records[kind][identifier].title

    def state(self, kind: str, identifier: str, language: str) -> State:
        """Return the state of a page or record in a language."""
        if language == SOURCE_LANGUAGE or (kind != "page" and identifier not in self.records.get(kind, {})):
            return State.CURRENT
        if not self.has(kind, identifier, language):
            return State.MISSING
        if kind == "page":
            return page_state(self.pages[identifier], language)
        return record_state(self.records[kind][identifier], self.stamps(kind, identifier), language)


def project(portal: Portal, briefs: Mapping[str, Mapping[str, Brief]] | None = None) -> PublicPortal:
    """Return what of a portal may be public on its day.

    `briefs` tells, by kind (`page` for pages) and name, what decides about an item without reading it.
    """
    briefs = briefs or take_briefs(portal)
    day = portal.day

    def shown(kind: str, names: Iterable[str]) -> list[str]:
        return [name for name in names if briefs[kind][name].shown_on(day)]

    records = {
        kind: NotedMapping(
            shown(kind, names_of(found)),
            partial(_project_named, found),
            one=("record", kind),
            many=("kind", kind),
        )
        for kind, found in portal.records.items()
    }

    def stamps(kind: str, identifier: str) -> Mapping[str, str]:
        record = portal.records[kind][identifier]
        return {**record.source_hash, SOURCE_LANGUAGE: record_digest(record)}

    return PublicPortal(
        settings=portal.settings,
        languages=portal.languages,
        pages=NotedMapping(
            shown("page", names_of(portal.pages)),
            lambda path: project_page(portal.pages[path]),
            one=("page",),
            many=("pages",),
            most=PAGES,
        ),
        records=records,
        media=portal.media,
        pictures=NotedMapping(
            names_of(portal.pictures),
            lambda name: project_picture(portal.pictures[name]),
            one=("media",),
            many=("media",),
        ),
        day=day,
        referrers=_referrers(records, briefs),
        news=news_of(briefs, day),
        gone=withdrawn_of(briefs, day),
        counts={
            kind: sum(briefs[kind][name].visibility is Visibility.PUBLIC for name in found.names())
            for kind, found in records.items()
        },
        stamps=stamps,
    )


def _project_named(found: Mapping[str, Record], name: str) -> Record:
    return project_record(found[name])


def _referrers(
    records: Mapping[str, NotedMapping[Record]], briefs: Mapping[str, Mapping[str, Brief]]
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Turn the references of all public records round."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for kind, members in records.items():
        for identifier in members.names():
            for target in briefs[kind][identifier].names:
                found.setdefault(target, []).append((kind, identifier))
    return {target: tuple(origins) for target, origins in found.items()}
