"""The projection of one page, of one record: only what may be public, by an allow-list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from subportal.media.picture import Picture
from subportal.portal import Page, Prose
from subportal.records.base import SOURCE_LANGUAGE, Guarded, Public, Record, Text, Visibility, Withdrawal
from subportal.records.page import PageFacts, PageTexts
from subportal.records.picture import PictureFacts

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


def project_page(page: Page) -> Page:
    """Return a page without what editors note."""
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


def project_picture(picture: Picture) -> Picture:
    """Return a picture with what may be known of it; the place in its file is nobody's business."""
    facts = picture.facts and cast("PictureFacts", _public_model(picture.facts))
    return replace(picture, located=False, facts=facts)


def project_record(record: R) -> R:
    """Return of a record what may be public."""
    if record.withdrawn:
        return _project_withdrawn(record, record.withdrawn)
    if record.visibility is Visibility.SUMMARY:
        return _project_summary(record)
    return public_only(record)


def _project_withdrawn(record: R, withdrawn: Withdrawal) -> R:
    """Keep the title and the reason; the reason stands for every text that the kind cannot do without."""
    values: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        if not info.is_required():
            values[name] = info.get_default(call_default_factory=True)
        elif name != "title" and info.annotation is Text:
            values[name] = withdrawn.why
        else:
            values[name] = _public_value(getattr(record, name))
    kept = {"visibility": record.visibility, "updated": record.updated, "withdrawn": withdrawn}
    return cast("R", type(record).model_construct(None, **{**values, **kept}))


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
