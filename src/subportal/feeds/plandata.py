"""The data files of each plan: itself with its public activities, as JSON and as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from subportal.addresses import data_files, plan_files
from subportal.feeds.declared import public_data, public_schema
from subportal.feeds.opendata import SCHEMA_DIALECT, to_json
from subportal.feeds.tables import BOM
from subportal.public import PublicPortal
from subportal.records.activity import Activity
from subportal.records.base import SOURCE_LANGUAGE, Visibility
from subportal.records.plan import Plan


def render_plan_data(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield, for each plan, itself with its activities as JSON, and the activities as CSV."""
    for plan in portal.of(Plan).values():
        files = plan_files(plan, SOURCE_LANGUAGE)
        activities = [
            activity
            for activity in portal.of(Activity).values()
            if activity.plan == plan.id and activity.visibility is Visibility.PUBLIC
        ]
        data = {**public_data(plan), "activities": [public_data(item) for item in activities]}
        yield files["json"], to_json(data)
        yield files["csv"], _activities_csv(portal, activities)


def render_plan_schema() -> Iterator[tuple[str, bytes]]:
    """Yield the schema of a plan, which has room for its activities too."""
    schema = public_schema(Plan)
    schema["properties"]["activities"] = {"type": "array", "items": public_schema(Activity)}
    title = "External information plan and its public activities"
    yield data_files(Plan.kind)["schema"], to_json({"$schema": SCHEMA_DIALECT, "title": title, **schema})


def _activities_csv(portal: PublicPortal, activities: list[Activity]) -> bytes:
    """Return a line an activity; several values stand in one cell, with semicolons between them."""
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    titles = [f"title_{language}" for language in portal.languages]
    writer.writerow(["id", "clause", "type", *titles, "lead", "cooperating", "starts_on", "ends_on", "every"])
    for activity in activities:
        writer.writerow(
            [
                activity.id,
                activity.clause,
                activity.type.value,
                *(activity.title.get(language, "") for language in portal.languages),
                ";".join(activity.lead),
                ";".join(activity.cooperating),
                activity.period.starts_on.isoformat(),
                activity.period.ends_on.isoformat(),
                activity.period.every.value if activity.period.every else "",
            ]
        )
    return text.getvalue().encode()
