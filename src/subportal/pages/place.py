"""The pages of places: names in all languages, validity, units above and below, rules for visitors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subportal.locale.strings import language_tag, strings
from subportal.markdown.blocks import fenced
from subportal.pages.gates import notices_of
from subportal.pages.listing import enum_facet, stage_lists
from subportal.pages.record import linked_section, named_by, stage_record
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts, passages
from subportal.records.base import Record
from subportal.records.place import Place, PlaceType


def render_record(site: Site, place: Place) -> StagedPage:
    """Return the page of a place."""
    origin = f"{Place.folder}/{place.id}"
    naming = [one for one in site.portal.naming(place) if isinstance(one, Place)]
    within = [other for other in naming if other.within == place.id]
    before = [other for other in naming if place.id in other.succeeded_by]
    parts = [
        f"{site.marked(place.summary)}\n" if place.summary else "",
        notices_of(site, place),
        f"## {site.string('place.names')} {{#names}}\n",
        names(site, place),
        f"## {site.string('place.facts')} {{#facts}}\n",
        facts(site, origin, place, own_name=False, leave_out=("notices",)),
        *passages(site, origin, place),
        linked_section(site, origin, "place.contains", "within", by_title(site, within)),
        linked_section(site, origin, "place.successor_of", "before", by_title(site, before)),
        named_by(site, origin, place, leave_out=("place",)),
    ]
    return stage_record(site, place, "\n".join(part for part in parts if part))


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of all places, type by type."""
    places = site.portal.of(Place)
    shown = [places[one.id] for one in by_title(site, places.values())]
    order = list(PlaceType)
    shown.sort(key=lambda place: order.index(place.type))
    facets = [enum_facet(site, "type", shown, lambda one: site.string(f"place.type.{one}"))]
    yield from stage_lists(site, kind, shown, lambda _, place: _entry(site, place), facets)


def names(site: Site, record: Record) -> str:
    """Return a record's names in all languages of the portal, as a `facts` block."""
    rows = [
        {
            "label": strings(language)["language.name"],
            "value": escape(record.title[language]),
            "lang": language_tag(language),
        }
        for language in site.portal.languages
        if language in record.title
    ]
    return fenced("facts", rows)


def _entry(site: Site, place: Place) -> dict[str, Any]:
    others = [
        place.title[one] for one in site.portal.languages if one in place.title and one != site.language
    ]
    return {
        "facts": [
            ["", escape(site.string(f"place.type.{place.type}"))],
            ["", escape(" · ".join(others))],
        ]
    }
