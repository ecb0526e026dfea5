"""Two pages must not want the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from subportal.addresses import RESERVED, address_of, record_address
from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records import kinds
from subportal.rules.places import in_front_matter

_ARCHIVE = re.compile(r"news/(?:\d{4}(?:/\d{2})?|topic/[^/]+)?/?(?:page/\d+)?")
"""The lists behind the first page of the news."""


def check_whole(portal: Portal) -> Iterator[Issue]:
    """No authored page may stand where the generator puts one, or where another page stands."""
    taken = dict.fromkeys(RESERVED, "subportal")
    for kind in kinds().values():
        taken[_served(address_of(kind, ""))] = f"records/{kind.kind}/"
    for record in portal.all_records():
        taken[_served(record_address(record))] = f"records/{record.kind}/{record.id}.yml"
    for path, page in portal.pages.items():
        address = _served(f"{path}.md")
        prose = page.prose["vi"]
        if _ARCHIVE.fullmatch(address) and address != "news":
            taken.setdefault(address, "subportal")
        if address in taken:
            position = in_front_matter(portal, prose, path, ("title",))
            yield issue("E008", position, "", address=f"{address}/", other=taken[address])
        else:
            taken[address] = prose.source


def _served(file: str) -> str:
    return file.partition("#")[0].removesuffix(".md").removesuffix("/index")
