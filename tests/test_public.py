"""Nothing internal gets out: the projection, and the gate that would notice if it failed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from subportal.check import check_content
from subportal.portal import Portal
from subportal.public import PublicPortal, project
from subportal.records import kinds
from subportal.records.activity import Activity
from subportal.records.base import Guarded, PartialDate, Public, Record, Text, Visibility, Withdrawal
from subportal.records.plan import Plan
from subportal.stage import render_stage
from tests.projects import LANGUAGES, PAGE, write_content
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION, read_portal, sample_portal, sample_public

FIG, VI, EN = "records/figure/dien-tich.yml", "vi/general/page.md", "en/general/page.md"
SUMMARY_FIELDS = {"id", "title", "summary", "plan", "clause", "type", "sources"}

# A record of each kind with a canary in every text ------------------------------------------------


class Cage:
    """Makes values for a declaration, and remembers which canary sits in which field."""

    def __init__(self) -> None:
        self.canaries: dict[str, tuple[bool, str]] = {}

    def canary(self, path: str, *, public: bool) -> str:
        word = f"canary-{'-'.join(path.lower().replace('_', '-').replace('.', '-').split())}-yranac"
        self.canaries[word] = (public, path)
        return word

    def model(self, model: type[BaseModel], path: str, visibility: Visibility, *, public: bool) -> Any:
        values: dict[str, Any] = {}
        shown = public and not (issubclass(model, Guarded) and visibility is Visibility.INTERNAL)
        for name, info in model.model_fields.items():
            inner = f"{path}.{name}"
            marked = any(isinstance(mark, Public) for mark in info.metadata)
            if name == "visibility":
                values[name] = visibility
            else:
                values[name] = self.value(info.annotation, inner, public=shown and marked)
        return model.model_construct(**values)

    def value(self, annotation: Any, path: str, *, public: bool) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if NoneType in arguments:
            return self.value(arguments[0], path, public=public)
        if hasattr(annotation, "__metadata__"):
            return self.value(arguments[0], path, public=public)
        if origin is tuple:
            return self.items(arguments[0], path, public=public)
        if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
            return {"en": self.value(arguments[1], path, public=public)}
        if annotation is Text:
            return Text({one: self.canary(f"{path}.{one}", public=public) for one in LANGUAGES})
        if issubclass(annotation, BaseModel):
            visibility = Visibility.PUBLIC
            return self.model(annotation, path, visibility, public=public)
        return self.plain(annotation, path, public=public)

    def items(self, item: Any, path: str, *, public: bool) -> tuple[Any, ...]:
        if isinstance(item, type) and issubclass(item, Guarded):
            return tuple(
                self.model(item, f"{path}.{one}", one, public=public)
                for one in (Visibility.PUBLIC, Visibility.INTERNAL)
            )
        return (self.value(item, path, public=public),)

    def plain(self, annotation: type, path: str, *, public: bool) -> Any:
        if issubclass(annotation, Enum):
            return next(iter(annotation))
        if issubclass(annotation, str):
            return self.canary(path, public=public)
        values: dict[type, Any] = {
            bool: False,
            int: 2015,
            Decimal: Decimal(7),
            dt.date: dt.date(2015, 3, 4),
            PartialDate: PartialDate("2015-03"),
        }
        return values[annotation]


def caged(kind: type[Record], visibility: Visibility) -> tuple[Record, Cage]:
    """Return a record full of canaries that is shown, were it not for its visibility, on `TODAY`."""
    cage = Cage()
    record: Record = cage.model(kind, kind.kind, visibility, public=visibility is not Visibility.INTERNAL)
    for word, (_, path) in list(cage.canaries.items()):
        if path.startswith(f"{kind.kind}.withdrawn."):
            del cage.canaries[word]
    limits = {"publish_on": None, "expires_on": None, "withdrawn": None, "id": f"{kind.kind}-canary"}
    return record.model_copy(update=limits), cage


def portal_of(record: Record) -> Portal:
    base = sample_portal()
    return dataclasses.replace(base, records={record.kind: {record.id: record}}, sources={})


def staged(public: PublicPortal) -> bytes:
    return b"\n".join(data for _, data in render_stage(public))


@pytest.mark.parametrize("name", kinds())
def test_a_public_record_shows_its_public_fields_and_no_other(name: str) -> None:
    record, cage = caged(kinds()[name], Visibility.PUBLIC)
    public = project(portal_of(record))
    shown = repr(public.records)
    kept = {word for word, (fit, _) in cage.canaries.items() if fit}
    hidden = cage.canaries.keys() - kept
    assert [word for word in hidden if word in shown] == []
    assert [word for word in kept if word not in shown and not word.startswith(f"canary-{name}-id-")] == []
    assert any("note" in word for word in hidden)


@pytest.mark.parametrize("name", kinds())
def test_no_staged_byte_of_a_public_record_is_internal(name: str) -> None:
    record, cage = caged(kinds()[name], Visibility.PUBLIC)
    data = staged(project(portal_of(record)))
    assert [path for word, (fit, path) in cage.canaries.items() if not fit and word.encode() in data] == []
    assert f"canary-{name}-title-en-yranac".encode() in data or name in {"term", "figure"}


@pytest.mark.parametrize("name", kinds())
def test_an_internal_record_leaves_no_trace(name: str) -> None:
    record, cage = caged(kinds()[name], Visibility.INTERNAL)
    public = project(portal_of(record))
    assert public.find(kinds()[name], record.id) is None
    data = repr(public).encode() + staged(public)
    assert [word for word in cage.canaries if word.encode() in data] == []
    assert record.id.encode() not in data


@pytest.mark.parametrize("name", kinds())
def test_of_a_withdrawn_record_the_title_and_the_reason_stay(name: str) -> None:
    record, _ = caged(kinds()[name], Visibility.PUBLIC)
    why = Text({language: f"canary-why-{language}" for language in LANGUAGES})
    gone = record.model_copy(update={"withdrawn": Withdrawal(on=dt.date(2026, 5, 1), why=why)})
    public = project(portal_of(gone))
    data = repr(public.records).encode() + staged(public)
    optional = {field for field, info in type(record).model_fields.items() if not info.is_required()}
    texts = {field for field, info in type(record).model_fields.items() if info.annotation is Text}
    for field in (optional | texts) - {"title"}:
        assert f"canary-{name}-{field}-".replace("_", "-").encode() not in data, field
    if type(record).has_pages:
        assert f"canary-{name}-title-en-yranac".encode() in data
        assert b"canary-why-en" in data
    else:
        assert public.find(type(record), record.id) is None


@pytest.mark.parametrize("name", kinds())
def test_a_summary_keeps_title_and_sentence_only(name: str) -> None:
    record, cage = caged(kinds()[name], Visibility.SUMMARY)
    shown = repr(project(portal_of(record)).records)
    told = {path.split(".")[1] for word, (_, path) in cage.canaries.items() if word in shown}
    assert told <= SUMMARY_FIELDS
    assert not any(word in shown for word, (fit, _) in cage.canaries.items() if not fit)


def test_no_staged_byte_of_a_summary_is_more_than_title_and_sentence() -> None:
    record, cage = caged(Activity, Visibility.SUMMARY)
    data = staged(project(dataclasses.replace(sample_portal(), records={"activity": {record.id: record}})))
    assert [path for word, (_, path) in cage.canaries.items() if word.encode() in data] == []


def test_a_summary_is_shown_in_the_languages_in_which_it_was_written() -> None:
    public = sample_public()
    activity = public.of(Activity)["tom-tat"]
    assert dict(activity.title) == {"vi": "Hoạt động tóm tắt"}
    assert activity.summary is not None
    assert dict(activity.summary) == {"vi": "Một câu đã biên tập"}
    assert (
        "lead" not in {name for name in Activity.model_fields if getattr(activity, name, ())} - SUMMARY_FIELDS
    )
    files = dict(render_stage(public))
    for language in LANGUAGES:
        data = b"".join(text for name, text in files.items() if name.startswith(f"{language}/"))
        assert ("Một câu đã biên tập".encode() in data) is (language == "vi")
        assert b"Brief activity" not in data
        assert f"{language}/activities/tom-tat.md" not in files
    everything = b"".join(files.values())
    assert "Chi tiết không được đăng".encode() not in everything
    assert "Tháng Hai năm ấy".encode() not in everything


def test_internal_parts_of_a_public_plan_stay_inside() -> None:
    plan = sample_public().of(Plan)["ke-hoach"]
    assert [duty.clause for duty in plan.duties] == ["III.1"]
    assert [deadline.id for deadline in plan.deadlines] == ["bao-cao", "hop-bao-q1"]
    assert plan.funding is None
    assert plan.reason is None
    data = staged(sample_public())
    for words in ("không được đăng", "not published", "Chỉ dùng trong cơ quan", "noi-bo", "Đã ban hành"):
        assert words.encode() not in data


def test_a_page_keeps_nothing_of_what_editors_note(tmp_path: Path) -> None:
    note = "Lời dặn biên tập viên không được đăng"
    head = f"note: {note}\nreason: {note}\nreview_by: 2030-01-01\nvisibility"
    english = TRANSLATION.replace("description", f"note: {note}\ndescription")
    portal = read_portal(tmp_path, {**SAMPLES, VI: PAGE.replace("visibility", head), EN: english})
    public = project(portal)
    assert note in repr(portal.pages)
    assert note not in repr(public)
    assert note.encode() not in staged(public)
    assert public.pages["general/page"].prose["vi"].source == ""


# Days ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "days"),
    [
        ("", (True, True, True)),
        ("publish_on: 2026-05-02\n", (False, True, True)),
        ("expires_on: 2026-05-02\n", (True, False, False)),
        ("publish_on: 2026-05-02\nexpires_on: 2026-05-03\n", (False, True, False)),
    ],
)
def test_pages_and_records_come_and_go_on_their_days(
    tmp_path: Path, limits: str, days: tuple[bool, ...]
) -> None:
    files = {**SAMPLES, FIG: FIGURE + limits, VI: PAGE.replace("visibility", f"{limits}visibility")}
    content = write_content(tmp_path, files)
    found = []
    for day in (1, 2, 3):
        portal = check_content(content, languages=LANGUAGES, today=dt.date(2026, 5, day)).portal
        assert portal is not None
        public = project(portal)
        names = {name for name, _ in render_stage(public)}
        found.append("general/page" in public.pages)
        assert ("dien-tich" in public.records.get("figure", {})) is found[-1]
        assert ("vi/general/page.md" in names) is found[-1]
        assert ("en/figures/index.md" in names) is found[-1]
    assert tuple(found) == days


def test_an_internal_page_is_shown_nowhere(tmp_path: Path) -> None:
    hidden = PAGE.replace("visibility: public", "visibility: internal").replace("Trang con", "Trang nội bộ")
    data = staged(project(read_portal(tmp_path, {**SAMPLES, VI: hidden})))
    assert "Trang nội bộ".encode() not in data
    assert b"A page for tests" not in data
