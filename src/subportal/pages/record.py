"""What every record's page has: its head, and the records that name it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from subportal.addresses import address_of
from subportal.pages.pictures import first_picture, other_pictures
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.pages.structured import about
from subportal.pages.values import field_label
from subportal.records.base import Record, Visibility, Withdrawal
from subportal.states import State

NAMED_AT_MOST = 20
"""How many records of a kind a page lists that name its record; the rest stands in the kind's list."""


def stage_record(site: Site, record: Record, body: str, *, description: str = "") -> StagedPage:
    """Return the page of a record, with the meta data that all such pages have."""
    kind = type(record)
    path = address_of(kind, record.id).removesuffix(".md")
    name = site.text(record.title)
    trail = [*site.section_crumb(kind.section), (site.list_title(kind), address_of(kind, ""))]
    meta: dict[str, Any] = {
        "section": kind.section,
        "kind": kind.kind,
        "id": record.id,
        "crumbs": site.crumbs(path, trail),
        "sources": site.sources(record.sources),
        "sample": record.sample,
        "about": about(site, record),
    }
    others = other_pictures(path, record.pictures, field_label(site, kind, "pictures"))
    body = f"{first_picture(path, record.pictures)}{body}{others}"
    if record.withdrawn:
        body = ""
        description = withdrawal(site, record.withdrawn)
        meta |= {"about": {}, **afterwards(site, record.withdrawn)}
    if record.reviewed:
        meta["reviewed"] = {"iso": record.reviewed.isoformat(), "text": site.day(record.reviewed)}
    if site.portal.state(kind.kind, record.id, site.language) is State.OUTDATED and record.updated:
        meta["since"] = site.day(record.updated)
    tag = site.tag(record.title)
    if tag:
        meta["title_lang"] = tag
    return site.stage(
        path,
        body,
        template=f"{kind.kind}.html",
        title=name,
        description=description or _description(site, record, name),
        identity=(kind.kind, record.id),
        **meta,
    )


def afterwards(site: Site, withdrawn: Withdrawal) -> dict[str, Any]:
    """Return what the page of something withdrawn says in its place."""
    why = withdrawn.why
    told = {"date": site.day(withdrawn.on), "text": site.text(why), "lang": site.tag(why) or ""}
    return {"withdrawn": told, "noindex": True, "modified": withdrawn.on.isoformat()}


def withdrawal(site: Site, withdrawn: Withdrawal) -> str:
    """Return in a sentence when something was withdrawn."""
    return site.string("notice.withdrawn_record", date=site.day(withdrawn.on))


def _description(site: Site, record: Record, name: str) -> str:
    own = site.own_string(f"{record.kind}.page_description")
    if own:
        return site.describe(own.format(name=name))
    summary = getattr(record, "summary", None)
    if summary and site.language in summary:
        return site.describe(site.string("record.description", name=name, text=summary[site.language]))
    kind = type(record)
    text = site.string("record.description", name=name, text=site.list_title(kind))
    return site.describe(text, site.list_description(kind))


def named_by(site: Site, origin: str, record: Record, *, leave_out: Iterable[str] = ()) -> str:
    """Return the public records that name this one, kind by kind; `leave_out` names kinds."""
    groups: dict[type[Record], list[Record]] = {}
    for other in site.portal.naming(record):
        shown = other.visibility is Visibility.PUBLIC and other.kind not in leave_out
        if shown and (other.kind, other.id) != (record.kind, record.id):
            groups.setdefault(type(other), []).append(other)
    parts = []
    for kind, others in groups.items():
        lines = [f"- {site.link(origin, other)}" for other in by_title(site, others)[:NAMED_AT_MOST]]
        if len(others) > NAMED_AT_MOST:
            target = site.relative(origin, address_of(kind, ""))
            lines.append(f"- [{site.string('record.all', count=len(others))}]({target})")
        title = escape(site.list_title(kind))
        parts.append(f"### {title} {{#named-by-{kind.kind}}}\n\n" + "\n".join(lines) + "\n")
    if not parts:
        return ""
    return f"## {site.string('record.named_by')} {{#named-by}}\n\n" + "\n".join(parts)


def linked_section(site: Site, origin: str, key: str, anchor: str, records: Iterable[Record]) -> str:
    """Return a heading and a list of links below it; nothing for no records."""
    lines = [f"- {site.link(origin, record)}" for record in records]
    return f"## {site.string(key)} {{#{anchor}}}\n\n" + "\n".join(lines) + "\n" if lines else ""
