"""Open data: every kind's public records in each form, at addresses that never change."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from geojson_pydantic import FeatureCollection

from subportal.feeds import render_feeds
from subportal.feeds.declared import public_data, public_schema
from subportal.feeds.tables import columns
from subportal.records import kinds
from subportal.records.base import Public
from subportal.records.event import Event
from tests.feeds.samples import URL, changed, files, portal
from tests.projects import LANGUAGES

USED = sorted(name for name, found in portal().records.items() if found)


def test_the_addresses_are_for_ever() -> None:
    found = {name for name in files() if name.startswith("data/")}
    assert found == {
        "data/v1/datapackage.json",
        "data/v1/event.geojson",
        "data/v1/heritage.geojson",
        "data/v1/place.geojson",
        *(f"data/v1/{name}.{form}" for name in USED for form in ("json", "csv")),
        *(f"data/v1/schema/{name}.json" for name in USED),
        "data/v1/plan/ke-hoach.json",
        "data/v1/plan/ke-hoach-activities.csv",
    }
    assert {"plan", "activity", "agency", "document", "figure", "place", "partner", "term", "event"} <= set(
        USED
    )


def test_the_same_portal_gives_the_same_bytes() -> None:
    assert dict(render_feeds(portal(), URL)) == files()


@pytest.mark.parametrize("name", kinds())
def test_every_kind_has_a_schema_and_every_property_is_described(name: str) -> None:
    schema = public_schema(kinds()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(one["title"] and one["description"] for one in schema["properties"].values())
    fields = kinds()[name].model_fields
    marked = {
        field for field, info in fields.items() if any(isinstance(one, Public) for one in info.metadata)
    }
    assert set(schema["properties"]) == marked
    for record in portal().records.get(name, {}).values():
        if record.visibility == "public":
            jsonschema.validate(json.loads(json.dumps(public_data(record))), schema)


@pytest.mark.parametrize("name", USED)
def test_a_kinds_data_keeps_to_its_published_schema(name: str) -> None:
    schema = json.loads(files()[f"data/v1/schema/{name}.json"])
    records = json.loads(files()[f"data/v1/{name}.json"])
    assert schema["$schema"]
    assert records
    for record in records:
        jsonschema.validate(record, schema, format_checker=jsonschema.FormatChecker())
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**record, "note": "x"}, schema)


def test_only_public_records_and_fields_are_there() -> None:
    assert [one["id"] for one in json.loads(files()["data/v1/activity.json"])] == ["hop-bao", "mot-phan"]
    everything = b"".join(files().values())
    for words in ("nội bộ không được đăng", "Một câu đã biên tập", "internal deadline"):
        assert words.casefold() not in everything.decode().casefold()


@pytest.mark.parametrize("name", USED)
def test_tables_open_in_spreadsheets_and_have_a_line_a_record(name: str) -> None:
    data = files()[f"data/v1/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.partition(b"\r\n")[0].count(b",") + 1 == len(columns(kinds()[name], LANGUAGES))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [one["id"] for one in json.loads(files()[f"data/v1/{name}.json"])]
    assert len({one.name for one in columns(kinds()[name], LANGUAGES)}) == len(rows[0])
    assert {"title_vi", "title_en", "title_zh", "sources"} <= set(rows[0])


def test_cells_hold_texts_by_language_parts_by_field_and_lists_with_semicolons() -> None:
    text = files()["data/v1/activity.csv"].decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["title_zh"] == "新闻发布会"
    assert (row["period_starts_on"], row["period_every"]) == ("2015-01-01", "quarterly")
    assert row["lead"] == "ubnd"
    assert row["lead_inferred"] == "true"
    assert row["sources"] == "Nguồn thử"
    place = next(csv.DictReader(io.StringIO(files()["data/v1/place.csv"].decode("utf-8-sig"), newline="")))
    assert (place["id"], place["latitude"], place["code"]) == ("dinh-nui", "22.3964", "")


def test_a_part_in_a_part_has_columns_too_and_repeated_parts_have_none() -> None:
    names = [one.name for one in columns(Event, LANGUAGES)]
    assert {"lunar_month", "lunar_day", "lunar_eve_of_tet"} <= set(names)
    assert "held" not in names
    types = {one.name: one.type for one in columns(Event, LANGUAGES)}
    assert (types["lunar_month"], types["lunar_eve_of_tet"], types["starts_on"]) == (
        "integer",
        "boolean",
        "date",
    )


def test_the_data_package_is_valid_and_so_are_its_tables(tmp_path: Path) -> None:
    from frictionless import Package  # noqa: PLC0415  (slow to import)

    for name, data in files().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    report = Package(str(tmp_path / "data/v1/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])
    package = json.loads(files()["data/v1/datapackage.json"])
    paths = {f"data/v1/{one['path']}" for one in package["resources"]}
    assert paths == {
        name
        for name in files()
        if name.startswith("data/v1/") and name.count("/") == 2 and "datapackage" not in name
    }
    for resource in package["resources"]:
        assert resource["title"]
        assert resource["description"]
        if "jsonSchema" in resource:
            assert f"data/v1/{resource['jsonSchema']}" in files()
    assert "licenses" not in package


def test_the_licence_comes_from_the_settings(tmp_path: Path) -> None:
    from tests.feeds.samples import FILES  # noqa: PLC0415

    licence = "data_licence: {name: CC-BY-4.0, title: {vi: Ghi công, en: Attribution}, url: https://example.org/by}\n"
    found = changed(tmp_path, {"portal.yml": FILES["portal.yml"] + licence})
    package = json.loads(found["data/v1/datapackage.json"])
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "title": "Attribution", "path": "https://example.org/by"}
    ]


def test_what_lies_somewhere_is_on_a_map_with_the_longitude_first() -> None:
    for name in ("place", "event", "heritage"):
        found = FeatureCollection.model_validate_json(files()[f"data/v1/{name}.geojson"])
        (feature,) = found.features
        assert feature.geometry is not None
        assert tuple(feature.geometry.coordinates) == (103.4703, 22.3964)
    assert "data/v1/agency.geojson" not in files()


# Plans --------------------------------------------------------------------------------------------


def test_a_plans_own_file_holds_its_public_activities() -> None:
    schema = json.loads(files()["data/v1/schema/plan.json"])
    data = json.loads(files()["data/v1/plan/ke-hoach.json"])
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "funding_note": "x"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "activities": [{"id": "x"}]}, schema)
    assert [item["id"] for item in data["activities"]] == ["hop-bao", "mot-phan"]
    assert data["activities"][0]["title"]["zh"] == "新闻发布会"


def test_a_plans_table_has_a_line_an_activity() -> None:
    data = files()["data/v1/plan/ke-hoach-activities.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(rows[0]) == [
        *("id", "clause", "type", "title_vi", "title_en", "title_zh"),
        *("lead", "cooperating", "starts_on", "ends_on", "every"),
    ]
    assert [row["id"] for row in rows] == ["hop-bao", "mot-phan"]
    assert (rows[0]["every"], rows[1]["every"], rows[1]["starts_on"]) == ("quarterly", "", "2015-04-01")
