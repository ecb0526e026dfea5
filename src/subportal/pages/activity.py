"""The pages of activities: what, who, when, where, for whom, how much, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import address_of, list_path
from subportal.markdown.blocks import fenced
from subportal.pages.plan import activities_of, activity_listing
from subportal.pages.record import facts, stage_list, stage_record
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records import kinds
from subportal.records.activity import Activity, Outcome
from subportal.records.base import Visibility
from subportal.records.plan import Plan

_NEIGHBOURS = 3


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the page of each public activity and the list of them all."""
    shown = [
        activity for activity in site.portal.of(Activity).values() if activity.visibility is Visibility.PUBLIC
    ]
    for activity in shown:
        yield _page(site, activity)
    yield stage_list(site, Activity, activity_listing(site, list_path(Activity), shown, level=2))


def _page(site: Site, activity: Activity) -> StagedPage:
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
    ]
    title = site.text(plan.title) if plan else ""
    return stage_record(
        site,
        activity,
        "\n".join(part for part in parts if part),
        description=site.string("activity.page_description", plan=title),
    )


def _period(site: Site, activity: Activity) -> str:
    rows = [{"label": site.string("timeline.when"), "value": site.marked(activity.period.text)}]
    if activity.lead_inferred:
        rows.append({"label": site.string("agency.leads"), "value": site.string("activity.inferred")})
    return fenced("facts", rows)


def _parts(site: Site, origin: str, activity: Activity) -> str:
    parts = [
        other
        for other in site.portal.of(Activity).values()
        if other.part_of == activity.id and other.visibility is Visibility.PUBLIC
    ]
    if not parts:
        return ""
    lines = [f"- {site.link(origin, part)}" for part in parts]
    return f"## {site.string('activity.parts')} {{#parts}}\n\n" + "\n".join(lines) + "\n"


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
        target = site.relative(origin, address_of(type(record), identifier))
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
