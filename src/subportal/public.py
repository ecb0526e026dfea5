"""The projection: of a portal, only what may be public.

Everything to the right of this module (pages, feeds, engine) works on a `PublicPortal`. A field
reaches it only if its declaration carries `Public`: an allow-list, so that a new field is internal
until somebody decides otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from subportal.digest import page_digest, record_digest, translatable
from subportal.portal import Page, Portal, Prose
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Public, Record, Text, Visibility
from subportal.records.page import PageFacts, PageTexts
from subportal.records.references import references
from subportal.records.settings import Settings

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
        "dated",
        "sample",
    }
)


class State(StrEnum):
    """How a translation stands to its original."""

    CURRENT = "current"
    PARTIAL = "partial"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PublicPortal:
    """What may be shown on the day `today`."""

    settings: Settings
    languages: tuple[str, ...]
    pages: Mapping[str, Page]
    records: Mapping[str, Mapping[str, Record]]
    states: Mapping[tuple[str, str], Mapping[str, State]]
    """By kind (`page` for pages) and id, the state of each language."""
    media: frozenset[str]
    today: dt.date
    referrers: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    """By kind and id of a record, kind and id of the public records that name it."""

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the public records of a kind by their ids."""
        return cast("Mapping[str, R]", self.records.get(kind.kind, {}))

    def find(self, kind: type[R], identifier: str | None) -> R | None:
        """Return a public record, or None."""
        return self.of(kind).get(identifier) if identifier else None

    def naming(self, record: Record) -> list[Record]:
        """Return the public records that name `record` in one of their fields."""
        named = self.referrers.get((record.kind, record.id), ())
        return [self.records[kind][identifier] for kind, identifier in named]

    def state(self, kind: str, identifier: str, language: str) -> State:
        """Return the state of a page or record in a language."""
        if language == SOURCE_LANGUAGE:
            return State.CURRENT
        return self.states.get((kind, identifier), {}).get(language, State.CURRENT)


def project(portal: Portal) -> PublicPortal:
    """Return what of a portal may be public on its day."""
    records: dict[str, dict[str, Record]] = {}
    states: dict[tuple[str, str], dict[str, State]] = {}
    for record in portal.all_records():
        if record.shown_on(portal.today):
            shown = _project_record(record)
            records.setdefault(record.kind, {})[record.id] = shown
            states[record.kind, record.id] = dict(_record_states(record, shown, portal.languages))
    pages = {}
    for path, page in portal.pages.items():
        if _page_shown(page.facts, portal.today):
            pages[path] = _project_page(page)
            states["page", path] = dict(_page_states(page, portal.languages))
    return PublicPortal(
        settings=portal.settings,
        languages=portal.languages,
        pages=pages,
        records=records,
        states=states,
        media=portal.media,
        today=portal.today,
        referrers=_referrers(records),
    )


def _referrers(
    records: Mapping[str, Mapping[str, Record]],
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Turn the references of all records round."""
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for kind, members in records.items():
        for identifier, record in members.items():
            for _, target_kind, target, public in references(record):
                if public:
                    found.setdefault((target_kind, target), {})[kind, identifier] = None
    return {target: tuple(origins) for target, origins in found.items()}


def _page_shown(facts: PageFacts, today: dt.date) -> bool:
    if facts.visibility is not Visibility.PUBLIC:
        return False
    started = facts.publish_on is None or facts.publish_on <= today
    return started and (facts.expires_on is None or today < facts.expires_on)


def _project_page(page: Page) -> Page:
    facts = PageFacts.model_construct(
        visibility=Visibility.PUBLIC,
        **{name: getattr(page.facts, name) for name in _PAGE_FIELDS},
    )
    prose = {
        language: Prose(
            language=language,
            source="",
            texts=PageTexts.model_construct(
                title=text.texts.title, description=text.texts.description, menu=text.texts.menu
            ),
            body=text.body,
            body_line=0,
        )
        for language, text in page.prose.items()
    }
    return Page(page.path, facts, prose)


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


def _page_states(page: Page, languages: tuple[str, ...]) -> Iterator[tuple[str, State]]:
    digest = page_digest(page)
    for language in languages:
        prose = page.prose.get(language)
        if language == SOURCE_LANGUAGE:
            yield language, State.CURRENT
        elif prose is None or not isinstance(prose.texts, PageTexts):
            yield language, State.MISSING
        else:
            stamped = prose.texts.source_hash
            yield language, State.OUTDATED if stamped not in {None, digest} else State.CURRENT


def _record_states(record: Record, shown: Record, languages: tuple[str, ...]) -> Iterator[tuple[str, State]]:
    digest = record_digest(record)
    texts = [text for path, text in translatable(shown) if path != ("title",)]
    for language in languages:
        stamped = record.source_hash.get(language)
        if language not in shown.title:
            yield language, State.MISSING
        elif stamped not in {None, digest}:
            yield language, State.OUTDATED
        elif any(language not in text for text in texts):
            yield language, State.PARTIAL
        else:
            yield language, State.CURRENT
