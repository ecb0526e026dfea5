"""Pure: from a public portal to what machines read; each maker yields paths and bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from subportal.feeds import opendata
from subportal.feeds.calendar import render_plan_calendars
from subportal.feeds.events import render_event_calendars, render_record_calendars
from subportal.feeds.llms import render_llms
from subportal.feeds.opensearch import render_opensearch
from subportal.feeds.plandata import render_plan_data, render_plan_schema
from subportal.feeds.redirects import render_redirects
from subportal.feeds.syndication import render_syndication
from subportal.public import PublicPortal
from subportal.reads import names_of
from subportal.records import kinds
from subportal.records.plan import Plan

Files = Iterator[tuple[str, bytes]]
Maker = Callable[[], Files]


def render_files(portal: PublicPortal, url: str) -> dict[str, Maker]:
    """Return, by name, the makers of all data files; each yields paths from the site's root.

    A maker reads no more than its files show, so that it can be asked again by itself.
    """
    made: dict[str, Maker] = {"datapackage": partial(opendata.render_package, portal)}
    for name, kind in kinds().items():
        found = names_of(portal.records.get(name, {}))
        if found:
            made[f"data/{name}"] = partial(opendata.render_kind, portal, name)
            made[f"schema/{name}"] = partial(opendata.render_schema, name)
        for identifier in found if hasattr(kind, "planned") else ():
            made[f"calendar/{name}/{identifier}"] = partial(
                render_record_calendars, portal, url, name, identifier
            )
    if names_of(portal.of(Plan)):
        made["plan"] = partial(render_plan_data, portal)
        made[f"schema/{Plan.kind}"] = render_plan_schema
        made["calendar/plan"] = partial(render_plan_calendars, portal)
    if portal.settings.redirects:
        made["redirects"] = partial(render_redirects, portal, url)
    for language in portal.languages:
        made[f"llms/{language}"] = partial(render_llms, portal, url, language)
        made[f"calendar/{language}"] = partial(render_event_calendars, portal, url, language)
        made[f"search/{language}"] = partial(render_opensearch, portal, url, language)
        made[f"feeds/{language}"] = partial(render_syndication, portal, url, language)
    return made


def render_feeds(portal: PublicPortal, url: str) -> Files:
    """Yield every data file by its path from the site's root."""
    for make in render_files(portal, url).values():
        yield from make()
