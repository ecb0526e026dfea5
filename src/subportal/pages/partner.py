"""The pages of partners abroad."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subportal.pages.listing import Facet, stage_lists
from subportal.pages.place import names
from subportal.pages.record import named_by, stage_record
from subportal.pages.site import Site, by_title
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts
from subportal.records.base import Record
from subportal.records.partner import Partner
from subportal.slug import slugify


def render_record(site: Site, partner: Partner) -> StagedPage:
    """Return the page of a partner."""
    origin = f"{Partner.folder}/{partner.id}"
    parts = [
        f"{site.marked(partner.summary)}\n",
        f"## {site.string('place.names')} {{#names}}\n",
        names(site, partner),
        f"## {site.string('partner.facts')} {{#facts}}\n",
        facts(site, origin, partner, own_name=False),
        named_by(site, origin, partner),
    ]
    return stage_record(site, partner, "\n".join(part for part in parts if part))


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of all partners."""
    found = site.portal.of(Partner)
    partners = [found[one.id] for one in by_title(site, found.values())]
    countries = {_country(partner): site.text(partner.country) for partner in partners}
    facet = Facet(
        "country",
        site.string("listing.facet.country"),
        tuple(sorted(countries.items())),
        lambda partner: (_country(partner),),
    )
    yield from stage_lists(site, kind, partners, lambda _, partner: _entry(site, partner), [facet])


def _country(partner: Partner) -> str:
    return slugify(partner.country["vi"])


def _entry(site: Site, partner: Partner) -> dict[str, Any]:
    return {"text": site.marked(partner.summary), "facts": [["", site.marked(partner.country)]]}
