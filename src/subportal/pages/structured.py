"""What a record is to machines: its type and properties in the words of schema.org, for the staged page."""

from __future__ import annotations

import datetime as dt
from typing import Any, Protocol, runtime_checkable

from subportal.pages.locations import points
from subportal.pages.occurrences import of_record, place_of
from subportal.pages.site import Site
from subportal.records import kinds
from subportal.records.base import Choice, PartialDate, Record, Ref, Text

_PROPERTIES: dict[str, dict[str, str]] = {
    "GovernmentOrganization": {"website": "sameAs"},
    "Organization": {"website": "sameAs"},
    "Legislation": {
        "number": "legislationIdentifier",
        "issued": "legislationDate",
        "issuer": "legislationPassedBy",
        "official_url": "sameAs",
        "year": "temporalCoverage",
    },
    "Action": {"lead": "agent", "cooperating": "participant", "places": "location"},
    "Event": {"organiser": "organizer", "website": "sameAs"},
    "EducationEvent": {"starts_on": "startDate", "ends_on": "endDate", "organiser": "organizer"},
    "VideoObject": {"url": "contentUrl", "shown": "uploadDate", "producer": "creator"},
    "Product": {"group": "category", "producer": "manufacturer"},
    "Book": {"published": "datePublished", "publisher": "publisher"},
    "NewsArticle": {"date": "datePublished", "host": "author", "issuer": "author"},
    "Person": {"position": "jobTitle", "agency": "worksFor", "email": "email", "telephone": "telephone"},
    "CreativeWork": {"author": "creator", "made": "dateCreated"},
    "Place": {"website": "sameAs"},
    "TouristAttraction": {"website": "sameAs"},
}
"""By type, the properties that public fields fill."""
_NAMED = {
    "producer": "Organization",
    "publisher": "Organization",
    "author": "Person",
}
"""Fields whose texts name somebody."""


class Span(Protocol):
    """First and last day of a work."""

    starts_on: dt.date
    ends_on: dt.date


@runtime_checkable
class Timed(Protocol):
    """A record of a work that takes its time."""

    period: Span


def about(site: Site, record: Record) -> dict[str, Any]:
    """Return the type and the properties of a record; empty for kinds that schema.org has no word for."""
    thing = record.thing_of()
    if not thing:
        return {}
    found: dict[str, Any] = {"type": thing}
    for name, info in type(record).model_fields.items():
        target = _PROPERTIES.get(thing, {}).get(name)
        value = getattr(record, name, None)
        if target and value not in (None, ()):
            ref = next((mark for mark in info.metadata if isinstance(mark, Ref)), None)
            shown = _named(site, ref.kind, value) if ref else _plain(site, name, value)
            if shown:
                found[target] = shown
    if hasattr(record, "planned"):
        found |= _dates(site, record)
    if isinstance(record, Timed):
        found["startTime"] = record.period.starts_on.isoformat()
        found["endTime"] = record.period.ends_on.isoformat()
    where = points(site.portal, record) if "latitude" in type(record).model_fields else []
    if where:
        longitude, latitude = where[0]
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(latitude),
            "longitude": float(longitude),
        }
    return found


def _named(site: Site, kind: str, value: Any) -> Any:
    """Return the records that a field names, by type and name."""
    identifiers = (value,) if isinstance(value, str) else value
    records = [site.portal.find(kinds()[kind], one) for one in identifiers]
    shown = [{"@type": one.thing_of() or "Thing", "name": site.text(one.title)} for one in records if one]
    return shown[0] if len(shown) == 1 else shown


def _plain(site: Site, name: str, value: Any) -> Any:
    match value:
        case Text():
            text = site.text(value)
            return {"@type": _NAMED[name], "name": text} if name in _NAMED else text
        case PartialDate():
            return value.iso
        case dt.date():
            return value.isoformat()
        case Choice():
            return value.label(site.language)
        case int():
            return str(value)
    return value


def _dates(site: Site, record: Record) -> dict[str, Any]:
    """Return when and where it takes place next, or took place last."""
    today = site.portal.today
    found = sorted(of_record(record, today.year), key=lambda one: one.first)
    if not found:
        return {}
    one = next((one for one in found if one.last >= today), found[-1])
    status = "EventCancelled" if one.cancelled else "EventRescheduled" if one.change else "EventScheduled"
    data: dict[str, Any] = {
        "startDate": one.first.isoformat(),
        "endDate": one.last.isoformat(),
        "eventStatus": f"https://schema.org/{status}",
    }
    if one.change and not one.cancelled:
        data["previousStartDate"] = one.change.was.isoformat()
    place = place_of(site.portal, record, site.language)
    if place:
        data["location"] = {"@type": "Place", "name": place}
    return data
