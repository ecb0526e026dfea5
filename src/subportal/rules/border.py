"""Places on the border: no coordinates, no installations.

Law on the National Border; Law on the Protection of State Secrets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subportal.digest import translatable
from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records.base import Record
from subportal.records.place import BORDER, Place
from subportal.rules.places import in_record

_COORDINATES = re.compile(r"\d{1,3}\s?°\s?\d{1,2}|(?<![\d.])\d{1,3}\.\d{4,}")
_INSTALLATIONS = re.compile(
    r"đồn biên phòng|trạm (?:kiểm soát )?biên phòng|trạm gác|chốt gác|doanh trại|tuần tra"
    r"|guard posts?|border post station|barracks|patrols?|watchtowers?"
    r"|边防站|边防哨所|哨所|岗哨|营房|巡逻",
    re.IGNORECASE,
)


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Refuse to tell where exactly a border gate or marker stands, and what guards it."""
    if not isinstance(record, Place) or record.type not in BORDER:
        return
    for name in ("latitude", "longitude"):
        value = getattr(record, name)
        if value is not None:
            yield issue("E412", in_record(portal, record.kind, record.id, (name,)), name, value=value)
    for path, text in translatable(record):
        key = tuple(int(step) if step.isdigit() else step for step in path)
        for language, words in text.items():
            position = in_record(portal, record.kind, record.id, (*key, language))
            field = ".".join(map(str, (*key, language)))
            for code, pattern in (("E412", _COORDINATES), ("E413", _INSTALLATIONS)):
                found = pattern.search(words)
                if found:
                    yield issue(code, position, field, value=found[0])
