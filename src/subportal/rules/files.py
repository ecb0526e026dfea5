"""Files that records name: they are there."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.load.fields import hints
from subportal.media.picture import FACTS_SUFFIX, is_photograph, is_picture
from subportal.portal import Portal
from subportal.records.base import Label, Media, Record
from subportal.rules.maps import check_picture
from subportal.rules.places import in_record

_WANTED = Label("tệp ảnh: jpg, png, webp, avif hoặc svg", "a picture: jpg, png, webp, avif or svg")


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check that a field which names files of `content/media/` names some that exist."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if not value or not any(isinstance(mark, Media) for mark in info.metadata):
            continue
        if name == "pictures":
            yield from _pictures(portal, record)
        else:
            yield from _file(portal, record, (name,), value)


def _file(portal: Portal, record: Record, key: tuple[str | int, ...], value: str) -> Iterator[Issue]:
    position = in_record(portal, record.kind, record.id, key)
    if value not in portal.media:
        field = ".".join(map(str, key))
        yield issue("E204", position, field, value=value, **hints(value, portal.media))
    else:
        yield from check_picture(portal, value, " ".join(record.title.values()), position)


def _pictures(portal: Portal, record: Record) -> Iterator[Issue]:
    """Check a record's pictures: it has a page to show them on, and each is a picture with words."""
    if not type(record).has_pages:
        position = in_record(portal, record.kind, record.id, ("pictures",))
        yield issue("E103", position, "pictures", key="pictures", hint_vi="", hint_en="")
    for index, name in enumerate(record.pictures):
        key = ("pictures", index)
        yield from _file(portal, record, key, name)
        place, field = in_record(portal, record.kind, record.id, key), f"pictures.{index}"
        if name in portal.media and not is_picture(name):
            yield issue("E105", place, field, value=name, expected_vi=_WANTED.vi, expected_en=_WANTED.en)
        elif name in portal.pictures and not is_photograph(name) and not portal.pictures[name].facts:
            yield issue("E013", place, field, name=f"{name.rpartition('/')[2]}{FACTS_SUFFIX}")
