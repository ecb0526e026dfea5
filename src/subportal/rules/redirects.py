"""Retired addresses: each leads to one that stands, and no page stands at it any more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from subportal.addresses import RESERVED, address_of, record_address, served_at
from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records import kinds
from subportal.rules.places import in_record

_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+")


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Compare the retired addresses with all that pages, records and lists take."""
    taken = _taken(portal) if portal.settings.redirects else set()
    for index, one in enumerate(portal.settings.redirects):
        free = _ADDRESS.fullmatch(one.address) and one.address not in taken
        for field, fine, code in (("address", free, "E441"), ("to", one.to in taken, "E440")):
            if not fine:
                place = in_record(portal, "settings", "", ("redirects", index, field))
                yield issue(code, place, f"redirects.{index}.{field}", value=getattr(one, field))


def _taken(portal: Portal) -> set[str]:
    files = [f"{name}.md" for name in (*RESERVED, *portal.pages)]
    files += [address_of(kind, "") for kind in kinds().values()]
    files += [record_address(one) for one in portal.all_records()]
    return {served_at(file) for file in files}
