"""What machines read: open data, calendars, sitemap."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import jsonschema
import pytest

from subportal.feeds import render_files
from subportal.feeds.opendata import public_data, public_schema
from subportal.feeds.sitemap import render_robots, render_sitemap
from subportal.public import project
from subportal.records import kinds
from subportal.records.base import Public
from subportal.stage import render_stage, write_stage
from tests.projects import LANGUAGES
from tests.records.samples import PLAN, SAMPLES, read_portal, sample_public

URL = "https://thu.example.gov.vn/doi-ngoai/"
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
JSON, CSV = "data/v1/plan/ke-hoach.json", "data/v1/plan/ke-hoach-activities.csv"


@cache
def files() -> dict[str, bytes]:
    return dict(render_files(sample_public()))


def test_the_files_are_named_and_pure() -> None:
    assert sorted(files()) == [
        *(f"calendar/ke-hoach.{language}.ics" for language in sorted(LANGUAGES)),
        CSV,
        JSON,
        "data/v1/schema/plan.json",
    ]
    assert dict(render_files(sample_public())) == files()


def test_the_data_keeps_to_its_own_schema() -> None:
    schema = json.loads(files()["data/v1/schema/plan.json"])
    data = json.loads(files()[JSON])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "funding_note": "x"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "activities": [{"id": "x"}]}, schema)
    assert [item["id"] for item in data["activities"]] == ["hop-bao", "mot-phan"]
    assert data["activities"][0]["title"]["zh"] == "新闻发布会"


@pytest.mark.parametrize("name", kinds())
def test_every_kind_keeps_to_its_schema_and_every_property_is_described(name: str) -> None:
    schema = public_schema(kinds()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(one["title"] and one["description"] for one in schema["properties"].values())
    fields = kinds()[name].model_fields
    marked = {
        field for field, info in fields.items() if any(isinstance(one, Public) for one in info.metadata)
    }
    assert set(schema["properties"]) == marked
    for record in sample_public().of(kinds()[name]).values():
        if record.visibility == "public":
            jsonschema.validate(json.loads(json.dumps(public_data(record))), schema)


def test_the_table_opens_in_a_spreadsheet_and_has_a_line_an_activity() -> None:
    data = files()[CSV]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(rows[0]) == [
        *("id", "clause", "type", "title_vi", "title_en", "title_zh"),
        *("lead", "cooperating", "starts_on", "ends_on", "every"),
    ]
    assert [row["id"] for row in rows] == ["hop-bao", "mot-phan"]
    assert rows[0]["title_zh"] == "新闻发布会"
    assert (rows[0]["every"], rows[1]["every"], rows[1]["starts_on"]) == ("quarterly", "", "2015-04-01")


# Calendars ----------------------------------------------------------------------------------------


def events(data: bytes) -> list[icalendar.Event]:
    return [
        one for one in icalendar.Calendar.from_ical(data).walk("VEVENT") if isinstance(one, icalendar.Event)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_holds_the_public_deadlines_on_their_last_good_days(language: str) -> None:
    data = files()[f"calendar/ke-hoach.{language}.ics"]
    found = events(data)
    assert [event.decoded("dtstart").isoformat() for event in found] == ["2015-03-31", "2015-11-14"]
    assert [str(event["uid"]) for event in found] == [
        "ke-hoach-hop-bao-q1@thu.example.gov.vn",
        "ke-hoach-bao-cao@thu.example.gov.vn",
    ]
    for event in found:
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1
        assert {"dtstamp", "summary", "description", "categories"} <= {key.lower() for key in event}
    calendar = icalendar.Calendar.from_ical(data)
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert calendar["prodid"]


def test_lines_of_a_calendar_are_short_and_end_as_the_standard_says() -> None:
    for name, data in files().items():
        if name.endswith(".ics"):
            lines = data.split(b"\r\n")
            assert all(len(line) <= 75 for line in lines)
            assert b"\n" not in b"".join(lines)


def test_an_identifier_outlives_an_edit(tmp_path: Path) -> None:
    edited = PLAN.replace("Báo cáo năm", "Báo cáo cuối năm").replace("2015-11-15", "2015-11-20")
    changed = dict(
        render_files(project(read_portal(tmp_path, {**SAMPLES, "records/plan/ke-hoach.yml": edited})))
    )
    found = {str(event["uid"]): event for event in events(changed["calendar/ke-hoach.vi.ics"])}
    assert set(found) == {str(event["uid"]) for event in events(files()["calendar/ke-hoach.vi.ics"])}
    assert found["ke-hoach-bao-cao@thu.example.gov.vn"].decoded("dtstart").isoformat() == "2015-11-19"


# For search engines -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    stage = tmp_path_factory.mktemp("stage")
    write_stage(render_stage(sample_public()), stage)
    ((name, data),) = render_sitemap(stage, URL, LANGUAGES)
    assert name == "sitemap.xml"
    root = ET.fromstring(data)  # noqa: S314  (our own bytes)
    return {
        str(entry.findtext("s:loc", namespaces=XML)): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", XML)
        }
        for entry in root.findall("s:url", XML)
    }


def test_the_sitemap_lists_real_translations_only(entries: dict[str, dict[str, str]]) -> None:
    assert entries[f"{URL}general/page/"] == {
        "vi": f"{URL}general/page/",
        "en": f"{URL}en/general/page/",
        "x-default": f"{URL}general/page/",
    }
    assert f"{URL}en/general/page/" in entries
    assert f"{URL}zh/general/page/" not in entries
    assert f"{URL}en/documents/quyet-dinh/" not in entries
    assert not any("404" in address for address in entries)


def test_alternates_answer_each_other(entries: dict[str, dict[str, str]]) -> None:
    assert {URL, f"{URL}general/", f"{URL}zh/plans/ke-hoach/"} <= set(entries)
    for address, links in entries.items():
        assert address in links.values()
        for other in links.values():
            assert entries[other] == links


def test_robots_are_shown_the_sitemap() -> None:
    ((name, data),) = render_robots(URL)
    assert name == "robots.txt"
    assert data.decode().endswith(f"\nSitemap: {URL}sitemap.xml\n")
    assert "Disallow" not in data.decode()
