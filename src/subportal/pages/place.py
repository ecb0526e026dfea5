"""The pages of places: names in all languages, validity, units above and below."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import address_of, list_path
from subportal.locale.strings import language_tag, strings
from subportal.markdown.blocks import fenced
from subportal.pages.record import facet, facts, stage_list, stage_record, used_options
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.records.base import Record
from subportal.records.place import Place


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the page of each place and the list of them all."""
    for place in site.portal.of(Place).values():
        yield _page(site, place)
    yield stage_list(site, Place, _list(site))


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


def _list(site: Site) -> str:
    origin = list_path(Place)
    places = list(site.portal.of(Place).values())
    types = used_options((place.type for place in places), lambda one: site.string(f"place.type.{one}"))
    order = {value: index for index, (value, _) in enumerate(types)}
    sorted_places = [p for p in by_title(site, places) if isinstance(p, Place)]
    sorted_places.sort(key=lambda place: order[place.type.value])
    items = []
    for place in sorted_places:
        others = [
            place.title[one] for one in site.portal.languages if one in place.title and one != site.language
        ]
        item = {
            "title": escape(site.text(place.title)),
            "href": site.relative(origin, address_of(Place, place.id)),
            "facets": {"type": [place.type.value]},
            "facts": [
                ["", escape(site.string(f"place.type.{place.type}"))],
                ["", escape(" · ".join(others))],
            ],
        }
        items.append(item)
    return fenced(
        "listing", {"id": "list", "level": 2, "facets": [facet(site, "type", types)], "items": items}
    )


def _page(site: Site, place: Place) -> StagedPage:
    origin = f"{Place.folder}/{place.id}"
    all_places = site.portal.of(Place).values()
    within = [other for other in all_places if other.within == place.id]
    before = [other for other in all_places if place.id in other.succeeded_by]
    parts = [
        f"{site.marked(place.summary)}\n" if place.summary else "",
        f"## {site.string('place.names')} {{#names}}\n",
        names(site, place),
        f"## {site.string('place.facts')} {{#facts}}\n",
        facts(site, origin, place),
    ]
    for key, anchor, found in (
        ("place.contains", "within", within),
        ("place.successor_of", "before", before),
    ):
        if found:
            links = site.join(site.link(origin, other) for other in by_title(site, found))
            parts.append(f"## {site.string(key)} {{#{anchor}}}\n\n{links}\n")
    return stage_record(site, place, "\n".join(part for part in parts if part))
