"""Where the portal stands: translations, reviews, approvals, deadlines."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from subportal.digest import approval_digest
from subportal.portal import Portal
from subportal.public import PublicPortal, project
from subportal.records.base import Visibility
from subportal.records.plan import Plan
from subportal.states import State


@dataclass(frozen=True, slots=True)
class Item:
    """A page or a record, and how it stands."""

    kind: str
    id: str
    visibility: str
    translations: dict[str, str]
    """By language, `current`, `partial`, `outdated` or `missing`."""
    reviewed: str
    review_by: str
    review: str
    """`due`, `ok` or empty if no day is set."""
    approval: str
    """`valid`, `void` or `none`."""
    digest: str
    """What an approval of the item as it is must bear as its `hash`."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of a plan."""

    plan: str
    id: str
    on: str
    last_day: str
    passed: bool


@dataclass(frozen=True, slots=True)
class Status:
    """The portal's state on a day."""

    today: str
    items: tuple[Item, ...]
    deadlines: tuple[Due, ...]


def take_status(portal: Portal) -> Status:
    """Return the state of every page and record, and the deadlines of every plan."""
    return Status(portal.today.isoformat(), tuple(_items(portal)), tuple(_deadlines(portal)))


def _items(portal: Portal) -> Iterator[Item]:
    public = project(portal)
    today = portal.today
    for path, page in portal.pages.items():
        facts, digest = page.facts, approval_digest(page)
        approved = facts.approved and ("valid" if facts.approved.hash == digest else "void")
        yield Item(
            "page",
            path,
            facts.visibility.value,
            _states(public, "page", path, shown=path in public.pages),
            str(facts.reviewed or ""),
            str(facts.review_by or ""),
            "" if facts.review_by is None else "due" if facts.review_by < today else "ok",
            approved or "none",
            digest,
        )
    for record in portal.all_records():
        digest = approval_digest(record)
        approved = record.approved and ("valid" if record.approved.hash == digest else "void")
        yield Item(
            record.kind,
            record.id,
            record.visibility.value,
            _states(public, record.kind, record.id, shown=record.id in public.records[record.kind]),
            str(record.reviewed or ""),
            str(record.review_by or ""),
            "" if record.review_by is None else "due" if record.review_by < today else "ok",
            approved or "none",
            digest,
        )


def _states(public: PublicPortal, kind: str, identifier: str, *, shown: bool) -> dict[str, str]:
    if not shown:
        return {}
    return {one: public.state(kind, identifier, one).value for one in public.languages}


def _deadlines(portal: Portal) -> Iterator[Due]:
    for plan in portal.of(Plan).values():
        for deadline in sorted(plan.deadlines, key=lambda item: (item.on, item.id)):
            if deadline.visibility is not Visibility.INTERNAL:
                last = deadline.last_day
                yield Due(plan.id, deadline.id, str(deadline.on), str(last), last < portal.today)


def format_text(status: Status, languages: tuple[str, ...]) -> str:
    """Return the counts, and a line for everything that needs work."""
    lines = [f"Ngày / Date: {status.today}", ""]
    shown = [item for item in status.items if item.visibility != "internal"]
    for language in languages[1:]:
        counts = Counter(item.translations.get(language, "missing") for item in shown)
        told = ", ".join(f"{state} {counts[state]}" for state in State if counts[state])
        lines.append(f"{language}: {told}")
    due = [item for item in shown if item.review == "due"]
    void = [item for item in shown if item.approval == "void"]
    internal = len(status.items) - len(shown)
    lines += [
        f"Nội bộ, không đăng / Internal, not published: {internal}",
        f"Quá hạn rà soát / Reviews due: {len(due)}",
        f"Duyệt đã hết hiệu lực / Approvals void: {len(void)}",
        "",
    ]
    for item in shown:
        behind = [f"{one} {state}" for one, state in item.translations.items() if state != "current"]
        marks = [*behind, *(["review due"] if item.review == "due" else [])]
        if item.approval == "void":
            marks.append("approval void")
        if marks:
            lines.append(f"  {item.kind} {item.id}: {', '.join(marks)}")
    if status.deadlines:
        lines += ["", "Thời hạn / Deadlines:"]
        lines += [
            f"  {due.last_day} {due.plan} {due.id}{' (đã qua / passed)' if due.passed else ''}"
            for due in status.deadlines
        ]
    return "\n".join(lines)


def format_json(status: Status) -> str:
    """Return everything as JSON."""
    return json.dumps(asdict(status), ensure_ascii=False, indent=2)


def format_csv(status: Status, languages: tuple[str, ...]) -> str:
    """Return a line an item, a column a language."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["kind", "id", "visibility", *languages, "reviewed", "review_by", "review", "approval", "digest"]
    )
    for item in status.items:
        states = [item.translations.get(language, "") for language in languages]
        row = [item.kind, item.id, item.visibility, *states]
        writer.writerow([*row, item.reviewed, item.review_by, item.review, item.approval, item.digest])
    return text.getvalue()
