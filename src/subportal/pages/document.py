"""The pages of documents: particulars, main points, where the portal cites them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from subportal.pages.listing import enum_facet, stage_lists
from subportal.pages.record import linked_section, named_by, stage_record
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.pages.values import facts
from subportal.records.agency import Agency
from subportal.records.base import Record
from subportal.records.document import Document
from subportal.records.plan import Plan


def render_record(site: Site, document: Document) -> StagedPage:
    """Return the page of a document."""
    origin = f"{Document.folder}/{document.id}"
    citing = [
        one
        for one in site.portal.naming(document)
        if isinstance(one, Plan) and any(basis.document == document.id for basis in one.bases)
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
    parts += [
        linked_section(site, origin, "document.used_by", "used", citing),
        named_by(site, origin, document, leave_out=("document", "plan")),
        f"> [!NOTE]\n> {site.string('document.check')}\n",
    ]
    return stage_record(site, document, "\n".join(part for part in parts if part))


def render_lists(site: Site, kind: type[Record]) -> Iterator[StagedPage]:
    """Yield the list of all documents, the newest first."""
    documents = sorted(
        site.portal.of(Document).values(),
        key=lambda document: (document.issued or dt.date.min, document.id),
        reverse=True,
    )
    facets = [
        enum_facet(site, field, documents, lambda one, field=field: _name(site, field, one))  # type: ignore[misc]
        for field in Document.facets
    ]
    yield from stage_lists(site, kind, documents, lambda _, document: _entry(site, document), facets)


def _entry(site: Site, document: Document) -> dict[str, Any]:
    rows = []
    issuer = site.portal.find(Agency, document.issuer)
    if document.issued:
        rows.append([site.string("published", date=""), site.day(document.issued)])
    if issuer:
        rows.append(["", site.marked(issuer.title)])
    rows.append(["", escape(site.string(f"document.status.{document.status}"))])
    return {"text": site.marked(document.abstract), "facts": rows}


def _name(site: Site, field: str, value: StrEnum) -> str:
    return site.string(f"document.{field}.{value}")
