"""The pages of agencies: duties, activities, documents, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from subportal.addresses import address_of, list_path
from subportal.markdown.blocks import fenced
from subportal.pages.record import facet, facts, stage_list, stage_record, used_options
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.records.activity import Activity
from subportal.records.agency import Agency
from subportal.records.base import Record, Visibility
from subportal.records.document import Document
from subportal.records.plan import Duty, Plan


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the page of each agency and the list of them all."""
    for agency in site.portal.of(Agency).values():
        yield _page(site, agency)
    yield stage_list(site, Agency, _list(site))


def _list(site: Site) -> str:
    origin = list_path(Agency)
    agencies = site.portal.of(Agency)
    levels = used_options(
        (agency.level for agency in agencies.values()),
        lambda level: site.string(f"agency.level.{level}"),
    )
    named = by_title(site, agencies.values())
    items = [
        _entry(site, origin, agencies[agency.id])
        for level, _ in levels
        for agency in named
        if agencies[agency.id].level.value == level
    ]
    return fenced(
        "listing", {"id": "list", "level": 2, "facets": [facet(site, "level", levels)], "items": items}
    )


def _entry(site: Site, origin: str, agency: Agency) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "title": escape(site.text(agency.title)),
        "href": site.relative(origin, address_of(Agency, agency.id)),
        "facets": {"level": [agency.level.value]},
        "facts": [["", escape(site.string(f"agency.level.{agency.level}"))]],
    }
    if agency.summary:
        entry["text"] = site.marked(agency.summary)
    return entry


def _page(site: Site, agency: Agency) -> StagedPage:
    origin = f"{Agency.folder}/{agency.id}"
    activities = [
        activity for activity in site.portal.of(Activity).values() if activity.visibility is Visibility.PUBLIC
    ]
    documents = [document for document in site.portal.of(Document).values() if document.issuer == agency.id]
    parts = [
        f"{site.marked(agency.summary)}\n" if agency.summary else "",
        facts(site, origin, agency, leave_out=("succession",)),
        _succession(site, origin, agency),
        _duties(site, origin, agency),
        _links(site, origin, "agency.leads", "leads", (a for a in activities if agency.id in a.lead)),
        _links(
            site,
            origin,
            "agency.joins",
            "joins",
            (a for a in activities if agency.id in a.cooperating),
        ),
        _documents(site, origin, documents),
    ]
    return stage_record(site, agency, "\n".join(part for part in parts if part))


def _succession(site: Site, origin: str, agency: Agency) -> str:
    lines = []
    for step in agency.succession:
        since = site.string("agency.succession_since", date=site.partial(step.since))
        line = f"**{since}{site.string('sentence.colon').strip()}** {site.marked(step.text)}"
        follower = site.portal.find(Agency, step.agency)
        if follower:
            line += f" → {site.link(origin, follower)}"
        cited = [
            f"[{escape(source.title)}](<{source.url}>)" if source.url else escape(source.title)
            for source in step.sources
        ]
        if cited:
            line += f" ({site.string('sources')}{site.string('sentence.colon')}{'; '.join(cited)})"
        lines.append(f"- {line}")
    if not lines:
        return ""
    return f"## {site.string('agency.succession')} {{#succession}}\n\n" + "\n".join(lines) + "\n"


def _duties(site: Site, origin: str, agency: Agency) -> str:
    parts = []
    for plan in site.portal.of(Plan).values():
        lines = [
            _duty(site, origin, duty)
            for duty in plan.duties
            if duty.agency == agency.id and site.language in duty.text
        ]
        if lines:
            link = site.string("agency.duties_of", plan=site.link(origin, plan))
            parts.append(f"{link}\n\n" + "\n".join(lines) + "\n")
    if not parts:
        return ""
    return f"## {site.string('agency.duties')} {{#duties}}\n\n" + "\n".join(parts)


def _duty(site: Site, origin: str, duty: Duty) -> str:
    line = f"- {site.marked(duty.text)} ({escape(duty.clause)})"
    links = site.links(origin, Activity, duty.activities)
    return f"{line} – {links}" if links and duty.visibility is Visibility.PUBLIC else line


def _links(site: Site, origin: str, key: str, anchor: str, records: Iterable[Record]) -> str:
    lines = [f"- {site.link(origin, record)}" for record in records]
    return f"## {site.string(key)} {{#{anchor}}}\n\n" + "\n".join(lines) + "\n" if lines else ""


def _documents(site: Site, origin: str, documents: list[Document]) -> str:
    ordered = sorted(documents, key=lambda d: (d.issued is None, d.issued, d.id), reverse=True)
    lines = [
        f"- {site.link(origin, document)}{site.string('sentence.colon')}{site.marked(document.abstract)}"
        for document in ordered
    ]
    if not lines:
        return ""
    return f"## {site.string('agency.documents')} {{#documents}}\n\n" + "\n".join(lines) + "\n"
