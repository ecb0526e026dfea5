"""The pages of partners abroad."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import address_of, list_path
from subportal.markdown.blocks import fenced
from subportal.pages.place import names
from subportal.pages.record import facet, facts, stage_list, stage_record
from subportal.pages.site import Site, by_title, escape
from subportal.pages.staged import StagedPage
from subportal.records.partner import Partner
from subportal.slug import slugify


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the page of each partner and the list of them all."""
    for partner in site.portal.of(Partner).values():
        yield _page(site, partner)
    yield stage_list(site, Partner, _list(site))


def _country(partner: Partner) -> str:
    return slugify(partner.country["vi"])


def _list(site: Site) -> str:
    origin = list_path(Partner)
    partners = [p for p in by_title(site, site.portal.of(Partner).values()) if isinstance(p, Partner)]
    countries = {_country(partner): site.text(partner.country) for partner in partners}
    items = [
        {
            "title": escape(site.text(partner.title)),
            "href": site.relative(origin, address_of(Partner, partner.id)),
            "text": site.marked(partner.summary),
            "facts": [["", site.marked(partner.country)]],
            "facets": {"country": [_country(partner)]},
        }
        for partner in partners
    ]
    facets = [facet(site, "country", sorted(countries.items()))]
    return fenced("listing", {"id": "list", "level": 2, "facets": facets, "items": items})


def _page(site: Site, partner: Partner) -> StagedPage:
    origin = f"{Partner.folder}/{partner.id}"
    parts = [
        f"{site.marked(partner.summary)}\n",
        f"## {site.string('place.names')} {{#names}}\n",
        names(site, partner),
        f"## {site.string('partner.facts')} {{#facts}}\n",
        facts(site, origin, partner),
    ]
    return stage_record(site, partner, "\n".join(parts))
