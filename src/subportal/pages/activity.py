"""The pages of activities: what, who, when, where, for whom, how much, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import address_of, record_address
from subportal.markdown.blocks import fenced
from subportal.pages.listing import stage_lists
from subportal.pages.plan import activities_of, activity_entry, activity_facets
from subportal.pages.record import linked_section, named_by, stage_record
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts
from subportal.records import kinds
from subportal.records.activity import Activity, Outcome
from subportal.records.base import Record, Visibility
from subportal.records.plan import Plan

_NEIGHBOURS = 3


def render_record(site: Site, activity: Activity) -> StagedPage:
    """Return the page of a public activity."""
    origin = f"{Activity.folder}/{activity.id}"
    plan = site.portal.find(Plan, activity.plan)
    parts = [
        f"{site.marked(activity.details)}\n",
        f"## {site.string('activity.facts')} {{#facts}}\n",
        facts(site, origin, activity, leave_out=("details", "lead_inferred", "outcomes", "period")),
        _period(site, activity),
        _parts(site, origin, activity),
        _outcomes(site, origin, activity),
        _siblings(site, origin, activity, plan),
        named_by(site, origin, activity, leave_out=("plan", "activity")),
    ]
    return stage_record(
        site,
        activity,
        "\n".join(part for part in parts if part),
    )


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of all public activities."""
    shown = [one for one in site.portal.of(Activity).values() if one.visibility is Visibility.PUBLIC]
    yield from stage_lists(
        site, kind, shown, lambda origin, one: activity_entry(site, origin, one), activity_facets(site, shown)
    )


def _period(site: Site, activity: Activity) -> str:
    rows = [{"label": site.string("timeline.when"), "value": site.marked(activity.period.text)}]
    if activity.lead_inferred:
        rows.append({"label": site.string("agency.leads"), "value": site.string("activity.inferred")})
    return fenced("facts", rows)


def _parts(site: Site, origin: str, activity: Activity) -> str:
    parts = [
        other
        for other in site.portal.naming(activity)
        if isinstance(other, Activity)
        and other.part_of == activity.id
        and other.visibility is Visibility.PUBLIC
    ]
    return linked_section(site, origin, "activity.parts", "parts", parts)


def _outcomes(site: Site, origin: str, activity: Activity) -> str:
    head = f"## {site.string('activity.outcomes')} {{#outcomes}}\n\n"
    if not activity.outcomes:
        return f"{head}{site.string('activity.outcomes_none')}\n"
    lines = [f"- {_outcome(site, origin, outcome)}" for outcome in activity.outcomes]
    return head + "\n".join(lines) + "\n"


def _outcome(site: Site, origin: str, outcome: Outcome) -> str:
    name, mark, identifier = outcome.link.partition(":")
    if name in kinds() and mark:
        record = site.portal.find(kinds()[name], identifier)
        if record is None:
            return site.marked(outcome.title)
        target = site.relative(origin, record_address(record))
    elif outcome.link.startswith("http"):
        target = outcome.link
    else:
        target = site.relative(origin, outcome.link)
    return f"[{site.marked(outcome.title)}](<{target}>)"


def _siblings(site: Site, origin: str, activity: Activity, plan: Plan | None) -> str:
    """Return the activities that stand before and after this one in the plan."""
    if plan is None:
        return ""
    others = activities_of(site, plan)
    index = next((i for i, other in enumerate(others) if other.id == activity.id), 0)
    near = others[max(index - 1, 0) : index + _NEIGHBOURS]
    cards = [
        {
            "title": escape(site.text(other.title)),
            "href": site.relative(origin, address_of(Activity, other.id)),
            "meta": escape(other.clause),
        }
        for other in near
        if other.id != activity.id
    ]
    if not cards:
        return ""
    head = f"## {site.string('activity.siblings')} {{#siblings}}\n\n"
    return head + fenced("cards", {"style": "plain", "items": cards})
