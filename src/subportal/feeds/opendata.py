"""Open data: every kind's public records as JSON, CSV and GeoJSON, with schemas and a data package.

All of it comes from the declaration of the kinds. The paths below `data/v1/` are for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from subportal.addresses import DATA, data_files
from subportal.feeds.declared import public_data, public_schema
from subportal.feeds.tables import columns, format_csv, table_schema
from subportal.pages.locations import Point, located
from subportal.pages.site import Site
from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import SOURCE_LANGUAGE, Record, Visibility

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
PACKAGE = f"{DATA}/datapackage.json"
VERSION = "1.0.0"


def to_json(value: Any) -> bytes:
    """Return data as JSON that people can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def render_kind(portal: PublicPortal, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield a kind's public records in each form; nothing if it has none."""
    files, kind = data_files(name), kinds()[name]
    records = _shown(portal, name)
    if records:
        yield files["json"], to_json([public_data(record) for record in records])
        yield files["csv"], format_csv(columns(kind, portal.languages), records)
        found = located(portal, name)
        if found:
            yield files["geojson"], to_json(_geojson(found))


def render_schema(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the JSON Schema of a kind's records."""
    kind = kinds()[name]
    schema = {"$schema": SCHEMA_DIALECT, "title": kind.__name__, **public_schema(kind)}
    yield data_files(name)["schema"], to_json(schema)


def _shown(portal: PublicPortal, name: str) -> list[Record]:
    found = portal.records.get(name, {}).values()
    return sorted((one for one in found if one.visibility is Visibility.PUBLIC), key=lambda record: record.id)


def _geojson(found: list[tuple[Record, list[Point]]]) -> dict[str, Any]:
    features = [
        {
            "type": "Feature",
            "id": record.id,
            "geometry": _geometry(points),
            "properties": {"id": record.id, "title": dict(record.title)},
        }
        for record, points in sorted(found, key=lambda one: one[0].id)
    ]
    return {"type": "FeatureCollection", "features": features}


def _geometry(points: list[Point]) -> dict[str, Any]:
    """Return coordinates in WGS 84, longitude first (RFC 7946)."""
    pairs = [[float(longitude), float(latitude)] for longitude, latitude in points]
    if len(pairs) == 1:
        return {"type": "Point", "coordinates": pairs[0]}
    return {"type": "MultiPoint", "coordinates": pairs}


def render_package(portal: PublicPortal) -> Iterator[tuple[str, bytes]]:
    """Yield the Data Package (Frictionless) that describes all files of all kinds."""
    site = Site(portal, SOURCE_LANGUAGE)
    english = Site(portal, "en" if "en" in portal.languages else SOURCE_LANGUAGE)
    settings = portal.settings
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "external-information-portal",
        "title": english.text(settings.name),
        "description": english.text(settings.description),
        "version": VERSION,
    }
    if settings.parent_url:
        package["homepage"] = settings.parent_url
    licence = settings.data_licence
    if licence:
        package["licenses"] = [{"name": licence.name, "title": english.text(licence.title)}]
        if licence.url:
            package["licenses"][0]["path"] = licence.url
    package["contributors"] = [{"title": site.text(settings.name), "role": "publisher"}]
    package["resources"] = [
        one for name in kinds() if _shown(portal, name) for one in _resources(portal, english, name)
    ]
    if package["resources"]:
        yield PACKAGE, to_json(package)


def _resources(portal: PublicPortal, site: Site, name: str) -> Iterator[dict[str, Any]]:
    kind = kinds()[name]
    paths = {form: path.removeprefix(f"{DATA}/") for form, path in data_files(name).items()}
    about = {"title": site.list_title(kind), "description": site.list_description(kind)}
    yield {
        "name": name,
        "path": paths["csv"],
        "profile": "tabular-data-resource",
        **about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": table_schema(columns(kind, portal.languages)),
    }
    for form, media in (("json", "application/json"), ("geojson", "application/geo+json")):
        if form == "json" or located(portal, name):
            resource = {"name": f"{name}-{form}", "path": paths[form], "profile": "data-resource", **about}
            resource |= {"format": form, "mediatype": media, "encoding": "utf-8"}
            if form == "json":
                resource["jsonSchema"] = paths["schema"]
            yield resource
