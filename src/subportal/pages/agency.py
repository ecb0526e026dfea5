"""The pages of agencies: duties, activities, documents, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subportal.pages.listing import enum_facet, stage_lists
from subportal.pages.record import linked_section, named_by, stage_record
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts, source_links
from subportal.records.activity import Activity
from subportal.records.agency import Agency, AgencyLevel
from subportal.records.base import Record, Visibility
from subportal.records.document import Document
from subportal.records.plan import Duty, Plan


def render_record(site: Site, agency: Agency) -> StagedPage:
    """Return the page of an agency."""
    origin = f"{Agency.folder}/{agency.id}"
    naming = site.portal.naming(agency)
    activities = [one for one in naming if isinstance(one, Activity) and one.visibility is Visibility.PUBLIC]
    documents = [one for one in naming if isinstance(one, Document) and one.issuer == agency.id]
    leads = [one for one in activities if agency.id in one.lead]
    joins = [one for one in activities if agency.id in one.cooperating]
    parts = [
        f"{site.marked(agency.summary)}\n" if agency.summary else "",
        facts(site, origin, agency, leave_out=("succession",)),
        _succession(site, origin, agency),
        _duties(site, origin, agency, [one for one in naming if isinstance(one, Plan)]),
        linked_section(site, origin, "agency.leads", "leads", leads),
        linked_section(site, origin, "agency.joins", "joins", joins),
        _documents(site, origin, documents),
        named_by(site, origin, agency, leave_out=("activity", "agency", "document", "plan")),
    ]
    return stage_record(site, agency, "\n".join(part for part in parts if part))


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of all agencies, level by level."""
    agencies = site.portal.of(Agency)
    shown = [agencies[one.id] for one in by_title(site, agencies.values())]
    order = list(AgencyLevel)
    shown.sort(key=lambda agency: order.index(agency.level))
    facets = [enum_facet(site, "level", shown, lambda level: site.string(f"agency.level.{level}"))]
    yield from stage_lists(site, kind, shown, lambda _, agency: _entry(site, agency), facets)


def _entry(site: Site, agency: Agency) -> dict[str, Any]:
    entry: dict[str, Any] = {"facts": [["", escape(site.string(f"agency.level.{agency.level}"))]]}
    if agency.summary:
        entry["text"] = site.marked(agency.summary)
    return entry


def _succession(site: Site, origin: str, agency: Agency) -> str:
    lines = []
    for step in agency.succession:
        since = site.string("agency.succession_since", date=site.partial(step.since))
        line = f"**{since}{site.string('sentence.colon').strip()}** {site.marked(step.text)}"
        follower = site.portal.find(Agency, step.agency)
        if follower:
            line += f" → {site.link(origin, follower)}"
        cited = source_links(site, step.sources)
        lines.append(f"- {line} ({cited})" if cited else f"- {line}")
    if not lines:
        return ""
    return f"## {site.string('agency.succession')} {{#succession}}\n\n" + "\n".join(lines) + "\n"


def _duties(site: Site, origin: str, agency: Agency, plans: list[Plan]) -> str:
    parts = []
    for plan in plans:
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


def _documents(site: Site, origin: str, documents: list[Document]) -> str:
    ordered = sorted(documents, key=lambda d: (d.issued is None, d.issued, d.id), reverse=True)
    lines = [
        f"- {site.link(origin, document)}{site.string('sentence.colon')}{site.marked(document.abstract)}"
        for document in ordered
    ]
    if not lines:
        return ""
    return f"## {site.string('agency.documents')} {{#documents}}\n\n" + "\n".join(lines) + "\n"
