"""The pages of plans: the document, its year, its public activities, its deadlines, its data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from subportal.addresses import address_of, plan_files
from subportal.markdown.blocks import fenced
from subportal.pages.listing import Facet, enum_facet, questions, stage_lists
from subportal.pages.record import stage_record
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts, field_label
from subportal.records.activity import Activity
from subportal.records.agency import Agency
from subportal.records.base import Record, Text, Visibility
from subportal.records.document import Document
from subportal.records.plan import BasisRole, Deadline, Plan

QUARTERS = (1, 2, 3, 4)


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of plans, the newest first."""
    plans = sorted(site.portal.of(Plan).values(), key=lambda plan: plan.issued, reverse=True)
    yield from stage_lists(site, kind, plans, lambda _, plan: _line(site, plan))


def _line(site: Site, plan: Plan) -> dict[str, Any]:
    return {
        "text": site.marked(plan.summary),
        "facts": [["", escape(plan.number)], ["", site.day(plan.issued)]],
    }


def activities_of(site: Site, plan: Plan) -> list[Activity]:
    """Return the plan's activities that have pages, in the order of the plan."""
    return [
        one
        for one in site.portal.naming(plan)
        if isinstance(one, Activity) and one.plan == plan.id and one.visibility is Visibility.PUBLIC
    ]


def render_record(site: Site, plan: Plan) -> StagedPage:
    """Return the page of a plan."""
    origin = f"{Plan.folder}/{plan.id}"
    activities = activities_of(site, plan)
    parts = [
        f"{site.marked(plan.summary)}\n",
        f"## {site.string('plan.facts')} {{#document}}\n",
        facts(site, origin, plan, leave_out=("dated", "objectives", "requirements")),
        _bases(site, origin, plan),
        _numbered(site, "objectives", plan.objectives),
        _numbered(site, "requirements", plan.requirements),
        _timeline(site, plan, activities),
        _activities(site, origin, activities),
        _summaries(site, plan),
        _agencies(site, origin, plan, activities),
        _deadlines(site, plan),
        _data(site, origin, plan),
    ]
    page = stage_record(
        site,
        plan,
        "\n".join(part for part in parts if part),
        description=site.describe(site.string("plan.page_description", number=plan.number)),
    )
    if plan.dated:
        return StagedPage(page.language, page.path, {**page.meta, "dated": site.text(plan.dated)}, page.body)
    return page


def _bases(site: Site, origin: str, plan: Plan) -> str:
    parts = []
    for role, key in ((BasisRole.BASIS, "plan.bases"), (BasisRole.CITED, "plan.cited")):
        found = (site.portal.find(Document, basis.document) for basis in plan.bases if basis.role is role)
        lines = [
            f"- {site.link(origin, document)}{site.string('sentence.colon')}{site.marked(document.abstract)}"
            for document in found
            if document
        ]
        if lines:
            parts.append(f"## {site.string(key)} {{#{role}}}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _numbered(site: Site, name: str, texts: Iterable[Text]) -> str:
    lines = [f"{number}. {site.marked(text)}" for number, text in enumerate(texts, 1)]
    if not lines:
        return ""
    return f"## {site.string(f'plan.{name}')} {{#{name}}}\n\n" + "\n".join(lines) + "\n"


# The year ---------------------------------------------------------------------------------------


def _timeline(site: Site, plan: Plan, activities: Iterable[Activity]) -> str:
    rows: list[dict[str, Any]] = [
        {
            "labels": [site.marked(activity.title) for activity in group],
            "when": site.marked(group[0].period.text),
            "spans": [[one.isoformat() for one in span] for span in group[0].period.occurrences()],
        }
        for group in _by_period(activities)
    ]
    for kind, deadlines in _by_type(plan.deadlines):
        rows.append(
            {
                "labels": [site.string(f"deadline.{kind}")],
                "when": site.join(_when(site, item) for item in deadlines),
                "marks": [item.last_day.isoformat() for item in deadlines],
            }
        )
    chart = {
        "title": site.string("timeline.label", year=plan.year),
        "columns": [site.string("timeline.activity"), site.string("timeline.when")],
        "start": dt.date(plan.year, 1, 1).isoformat(),
        "end": dt.date(plan.year, 12, 31).isoformat(),
        "months": _months(site, plan.year),
        "items": rows,
    }
    intro = site.string("plan.timeline_intro", year=plan.year)
    return f"## {site.string('plan.timeline')} {{#timeline}}\n\n{intro}\n\n{fenced('chart', chart)}"


def _months(site: Site, year: int) -> list[str]:
    from subportal.locale.formats import format_day  # noqa: PLC0415

    return [
        format_day(dt.date(year, month, 1), site.language, pattern="date.short_month")
        for month in range(1, 13)
    ]


def _by_period(activities: Iterable[Activity]) -> Iterator[list[Activity]]:
    """Yield the activities that the plan gives one time; what comes first in the plan comes first here."""
    groups: dict[tuple[object, ...], list[Activity]] = {}
    for activity in activities:
        period = activity.period
        groups.setdefault((*period.text.values(), *period.occurrences()), []).append(activity)
    yield from groups.values()


def _by_type(deadlines: Iterable[Deadline]) -> Iterator[tuple[str, list[Deadline]]]:
    ordered = sorted(deadlines, key=lambda deadline: (deadline.on, deadline.id))
    for kind in dict.fromkeys(deadline.type for deadline in ordered):
        yield kind, [deadline for deadline in ordered if deadline.type is kind]


def _when(site: Site, deadline: Deadline) -> str:
    return site.string(f"deadline.{deadline.rule}", date=site.day(deadline.on))


# Activities -------------------------------------------------------------------------------------


def _activities(site: Site, origin: str, activities: list[Activity]) -> str:
    if not activities:
        return ""
    intro = site.string("plan.activities_intro", public=len(activities))
    return f"## {site.string('plan.activities')} {{#activities}}\n\n{intro}\n\n" + activity_listing(
        site, origin, activities
    )


def activity_listing(site: Site, origin: str, activities: list[Activity]) -> str:
    """Return a plan's activities as a list that can be filtered by type, agency and quarter."""
    facets = activity_facets(site, activities)
    items = [
        {
            "title": escape(site.text(activity.title)),
            "href": site.relative(origin, address_of(Activity, activity.id)),
            **activity_entry(site, origin, activity),
            "facets": {facet.key: list(facet.values(activity)) for facet in facets},
            **({"lang": tag} if (tag := site.tag(activity.title)) else {}),
        }
        for activity in activities
    ]
    return fenced("listing", {"id": "list", "level": 3, "facets": questions(facets), "items": items})


def activity_facets(site: Site, activities: list[Activity]) -> list[Facet]:
    """Return type, agency and quarter, with the values that are in use."""
    agencies = dict.fromkeys(
        identifier for activity in activities for identifier in (*activity.lead, *activity.cooperating)
    )
    found = [agency for agency in map(site.portal.of(Agency).get, agencies) if agency]
    names = sorted((site.text(agency.title), agency.id) for agency in found)
    public = {identifier for _, identifier in names}
    return [
        enum_facet(site, "type", activities, lambda one: site.string(f"activity.type.{one}")),
        Facet(
            "agency",
            site.string("listing.facet.agency"),
            tuple((identifier, name) for name, identifier in names),
            lambda one: [name for name in dict.fromkeys((*one.lead, *one.cooperating)) if name in public],
        ),
        Facet(
            "period",
            site.string("listing.facet.period"),
            tuple((f"q{n}", site.string("quarter", number=n)) for n in QUARTERS),
            _quarters,
        ),
    ]


def _quarters(activity: Activity) -> list[str]:
    return sorted(
        {
            f"q{(month - 1) // 3 + 1}"
            for first, last in activity.period.occurrences()
            for month in range(first.month, last.month + 1)
        }
    )


def activity_entry(site: Site, origin: str, activity: Activity) -> dict[str, Any]:
    """Return a line of a list of activities."""
    lines = [
        (field_label(site, Activity, "clause"), escape(activity.clause)),
        (field_label(site, Activity, "type"), site.string(f"activity.type.{activity.type}")),
        (field_label(site, Activity, "lead"), site.links(origin, Agency, activity.lead)),
        (field_label(site, Activity, "period"), site.marked(activity.period.text)),
    ]
    return {"facts": [list(line) for line in lines if line[1]]}


def _summaries(site: Site, plan: Plan) -> str:
    lines = [
        f"- **{escape(activity.title[site.language])}** ({escape(activity.clause)})"
        f"{site.string('sentence.colon')}{escape(activity.summary[site.language])}"
        for activity in site.portal.naming(plan)
        if isinstance(activity, Activity)
        and activity.visibility is Visibility.SUMMARY
        and activity.summary
        and site.language in activity.summary
    ]
    if not lines:
        return ""
    head = f"## {site.string('plan.summaries')} {{#summaries}}\n\n"
    return head + f"{site.string('plan.summaries_intro')}\n\n" + "\n".join(lines) + "\n"


def _agencies(site: Site, origin: str, plan: Plan, activities: list[Activity]) -> str:
    """Return who leads and who joins, an agency a row."""
    rows = []
    named = [*(duty.agency for duty in plan.duties)]
    named += [one for activity in activities for one in (*activity.lead, *activity.cooperating)]
    for identifier in dict.fromkeys(named):
        agency = site.portal.find(Agency, identifier)
        if agency is None:
            continue
        leads = sum(identifier in activity.lead for activity in activities)
        joins = sum(identifier in activity.cooperating for activity in activities)
        rows.append(f"| {site.link(origin, agency)} | {leads or '–'} | {joins or '–'} |")
    if not rows:
        return ""
    head = (
        f"| {field_label(site, Activity, 'lead')} / {field_label(site, Activity, 'cooperating')} "
        f"| {site.string('agency.leads')} | {site.string('agency.joins')} |\n| --- | --: | --: |\n"
    )
    text = f"## {site.string('plan.agencies')} {{#agencies}}\n\n{head}" + "\n".join(rows)
    return f"{text}\n\n{site.string('plan.hidden')}\n"


# Deadlines and data -----------------------------------------------------------------------------


def _deadlines(site: Site, plan: Plan) -> str:
    if not plan.deadlines:
        return ""
    columns = ("what", "rule", "last_day", "to")
    head = "| " + " | ".join(site.string(f"deadline.{name}") for name in columns) + " |"
    rows = [
        f"| {site.marked(deadline.title)} | {_when(site, deadline)} "
        f"| {site.day(deadline.last_day)} | {site.marked(deadline.to) or '–'} |"
        for deadline in sorted(plan.deadlines, key=lambda item: (item.on, item.id))
    ]
    return (
        f"## {site.string('plan.deadlines')} {{#deadlines}}\n\n"
        f"{site.string('plan.deadlines_intro')}\n\n{head}\n| --- | --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n"
    )


def _data(site: Site, origin: str, plan: Plan) -> str:
    up = "../" * (origin.count("/") + 1)
    lines = [
        f"- [{site.string(f'plan.data_{name}')}]({up}{path})"
        for name, path in plan_files(plan, site.language).items()
    ]
    head = f"## {site.string('plan.data')} {{#data}}\n\n{site.string('plan.data_intro')}\n\n"
    return head + "\n".join(lines) + "\n"
