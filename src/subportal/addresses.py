"""Where things stand in the staged tree and in the site: one place for every address."""

from __future__ import annotations

from subportal.records.base import Record
from subportal.records.plan import Plan

DATA = "data/v1"
CALENDAR = "calendar"
SITEMAP = "sitemap"
NOT_FOUND = "404"
RESERVED = (SITEMAP, NOT_FOUND)
"""Pages of the site that neither authors nor records make."""


def list_path(kind: type[Record]) -> str:
    """Return the path of a kind's list page, without `.md`."""
    return f"{kind.folder}/{kind.list_page}"


def address_of(kind: type[Record], identifier: str) -> str:
    """Return where a record stands in the staged tree: its page, or its line in the list."""
    if not identifier:
        return f"{list_path(kind)}.md"
    if kind.has_pages:
        return f"{kind.folder}/{identifier}.md"
    return f"{list_path(kind)}.md#{identifier}"


def plan_files(plan: Plan, language: str) -> dict[str, str]:
    """Return the data files of a plan, from the site's root, by what they are."""
    return {
        "calendar": f"{CALENDAR}/{plan.id}.{language}.ics",
        "json": f"{DATA}/plan/{plan.id}.json",
        "csv": f"{DATA}/plan/{plan.id}-activities.csv",
        "schema": f"{DATA}/schema/plan.json",
    }
