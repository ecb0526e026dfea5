"""The pages of documents: particulars, main points, where the portal cites them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from subportal.addresses import address_of, list_path
from subportal.markdown.blocks import fenced
from subportal.pages.record import facet, facts, stage_list, stage_record, used_options
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records.agency import Agency
from subportal.records.document import Document
from subportal.records.plan import Plan


def render(site: Site) -> Iterator[StagedPage]:
    """Yield the page of each document and the list of them all, the newest first."""
    documents = sorted(
        site.portal.of(Document).values(),
        key=lambda document: (document.issued or dt.date.min, document.id),
        reverse=True,
    )
    for document in documents:
        yield _page(site, document)
    yield stage_list(site, Document, _list(site, documents))


def _list(site: Site, documents: list[Document]) -> str:
    origin = list_path(Document)
    facets = [
        facet(
            site,
            "form",
            used_options((d.form for d in documents), lambda one: _name(site, "form", one)),
        ),
        facet(
            site,
            "status",
            used_options((d.status for d in documents), lambda one: _name(site, "status", one)),
        ),
    ]
    items = []
    for document in documents:
        facts_of = []
        issuer = site.portal.find(Agency, document.issuer)
        if document.issued:
            facts_of.append([site.string("published", date=""), site.day(document.issued)])
        if issuer:
            facts_of.append(["", site.marked(issuer.title)])
        facts_of.append(["", escape(site.string(f"document.status.{document.status}"))])
        items.append(
            {
                "title": escape(site.text(document.title)),
                "href": site.relative(origin, address_of(Document, document.id)),
                "text": site.marked(document.abstract),
                "facts": facts_of,
                "facets": {"form": [document.form.value], "status": [document.status.value]},
            }
        )
    return fenced("listing", {"id": "list", "level": 2, "facets": facets, "items": items})


def _name(site: Site, field: str, value: StrEnum) -> str:
    return site.string(f"document.{field}.{value}")


def _page(site: Site, document: Document) -> StagedPage:
    origin = f"{Document.folder}/{document.id}"
    used = [
        f"- {site.link(origin, plan)}"
        for plan in site.portal.of(Plan).values()
        if any(basis.document == document.id for basis in plan.bases)
    ]
    parts = [
        f"{site.marked(document.abstract)}\n",
        f"## {site.string('document.facts')} {{#facts}}\n",
        facts(site, origin, document, leave_out=("abstract",)),
    ]
    if document.summary:
        parts.append(
            f"## {site.string('document.summary')} {{#summary}}\n\n{site.marked(document.summary)}\n"
        )
    if used:
        parts.append(f"## {site.string('document.used_by')} {{#used}}\n\n" + "\n".join(used) + "\n")
    parts.append(f"> [!NOTE]\n> {site.string('document.check')}\n")
    return stage_record(site, document, "\n".join(parts))
