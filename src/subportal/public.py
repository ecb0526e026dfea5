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
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from subportal.digest import record_digest
from subportal.news import Dated, News
from subportal.portal import Page, Portal, Prose
from subportal.reads import NotedMapping, names_of, note
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Public, Record, Text, Visibility
from subportal.records.page import PageFacts, PageTexts
from subportal.records.references import references
from subportal.records.settings import Settings
from subportal.states import State, page_state, record_state

R = TypeVar("R", bound=Record)
_SUMMARY_FIELDS = frozenset({"id", "title", "summary", "plan", "clause", "type", "sources"})
_PAGE_FIELDS = frozenset(
    {
        "title",
        "description",
        "menu",
        "order",
        "date",
        "topics",
        "related",
        "sources",
        "reviewed",
        "updated",
        "corrections",
        "withdrawn",
        "dated",
        "sample",
    }
)


@dataclass(frozen=True)
class PublicPortal:
    """What may be shown on its day. Each part is made when somebody reads it."""

    settings: Settings
    languages: tuple[str, ...]
    pages: Mapping[str, Page]
    records: Mapping[str, Mapping[str, Record]]
    media: frozenset[str]
    day: dt.date
    referrers: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    """By kind and id of a record, kind and id of the public records that name it."""
    news: News
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
            lambda path: _project_page(portal.pages[path]),
            one=("page",),
            many=("pages",),
        ),
        records=records,
        media=portal.media,
        day=day,
        referrers=_referrers(records, briefs),
        news=news_of(briefs, day),
        counts={
            kind: sum(briefs[kind][name].visibility is Visibility.PUBLIC for name in found.names())
            for kind, found in records.items()
        },
        stamps=stamps,
    )


@dataclass(frozen=True, slots=True)
class Brief:
    """What decides whether a page or record is shown, and which records it names in public."""

    visibility: Visibility
    publish_on: dt.date | None
    expires_on: dt.date | None
    names: tuple[tuple[str, str], ...] = ()
    dated: Dated | None = None
    """Of a page with a date: its place in the news."""

    def shown_on(self, day: dt.date) -> bool:
        """Tell whether the item is published on a day (Asia/Ho_Chi_Minh)."""
        if self.visibility is Visibility.INTERNAL:
            return False
        started = self.publish_on is None or self.publish_on <= day
        return started and (self.expires_on is None or day < self.expires_on)


def brief_of(item: Record | PageFacts, path: str = "") -> Brief:
    """Return the brief of a record or of a page's facts, the page at `path`."""
    named: dict[tuple[str, str], None] = {}
    if isinstance(item, Record) and item.visibility is not Visibility.INTERNAL:
        shown = _project_record(item)
        for _, kind, identifier, public in references(shown):
            if public:
                named[kind, identifier] = None
    visibility = item.visibility
    if isinstance(item, PageFacts) and visibility is not Visibility.PUBLIC:
        visibility = Visibility.INTERNAL
    dated = None
    if isinstance(item, PageFacts) and item.date:
        section = path.partition("/")[0] if "/" in path else ""
        amended = bool(item.corrections or item.withdrawn)
        dated = Dated(item.date, tuple(dict.fromkeys((section, *item.topics))), amended)
    return Brief(visibility, item.publish_on, item.expires_on, tuple(named), dated)


def news_of(briefs: Mapping[str, Mapping[str, Brief]], day: dt.date) -> News:
    """Return the news that are published on a day."""
    pages = briefs.get("page", {})
    return News({path: one.dated for path, one in pages.items() if one.dated and one.shown_on(day)})


def take_briefs(portal: Portal) -> dict[str, dict[str, Brief]]:
    """Return the briefs of a whole portal."""
    briefs = {
        kind: {name: brief_of(record) for name, record in found.items()}
        for kind, found in portal.records.items()
    }
    return {**briefs, "page": {path: brief_of(page.facts, path) for path, page in portal.pages.items()}}


def _project_named(found: Mapping[str, Record], name: str) -> Record:
    return _project_record(found[name])


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


def _project_page(page: Page) -> Page:
    facts = PageFacts.model_construct(
        visibility=Visibility.PUBLIC,
        **{name: getattr(page.facts, name) for name in _PAGE_FIELDS},
    )
    return Page(page.path, facts, {language: _project_prose(prose) for language, prose in page.prose.items()})


def _project_prose(prose: Prose) -> Prose:
    texts = prose.texts
    shown = PageTexts.model_construct(
        title=texts.title,
        description=texts.description,
        menu=texts.menu,
        source_hash=getattr(texts, "source_hash", None),
    )
    return Prose(
        language=prose.language,
        path=prose.path,
        source="",
        texts=shown,
        body_line=0,
        read_body=lambda _: prose.body,
        digest=prose.digest_unnoted,
    )


def _project_record(record: R) -> R:
    if record.visibility is Visibility.SUMMARY:
        return _project_summary(record)
    return public_only(record)


def _project_summary(record: R) -> R:
    """Keep the edited sentence and the title, in the languages in which the sentence was written."""
    summary: Text | None = getattr(record, "summary", None)
    languages = frozenset(summary or ())
    values: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in _SUMMARY_FIELDS and _is_public(info.metadata):
            values[name] = _cut(value, languages) if isinstance(value, Text) else _public_value(value)
        elif not info.is_required():
            values[name] = info.get_default(call_default_factory=True)
    values["visibility"] = record.visibility
    return cast("R", type(record).model_construct(None, **values))


def _cut(text: Text, languages: frozenset[str]) -> Text:
    kept = {language: words for language, words in text.items() if language in languages}
    return Text(kept or {SOURCE_LANGUAGE: ""})


def public_only(model: R) -> R:
    """Return the model with its public fields; the others have their defaults."""
    return cast("R", _public_model(model))


def _public_model(model: BaseModel) -> BaseModel:
    values: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        if _is_public(info.metadata):
            values[name] = _public_value(getattr(model, name))
        elif name == "visibility":
            values[name] = getattr(model, name)
        elif not info.is_required():
            values[name] = info.get_default(call_default_factory=True)
    return type(model).model_construct(**values)


def _is_public(metadata: list[Any]) -> bool:
    return any(isinstance(mark, Public) for mark in metadata)


def _public_value(value: Any) -> Any:
    if isinstance(value, Guarded) and value.visibility is Visibility.INTERNAL:
        return None
    if isinstance(value, BaseModel):
        return _public_model(value)
    if isinstance(value, tuple):
        shown = [item for item in value if not _is_internal(item)]
        return tuple(_public_value(item) for item in shown)
    return value


def _is_internal(value: Any) -> bool:
    return isinstance(value, Guarded) and value.visibility is Visibility.INTERNAL
