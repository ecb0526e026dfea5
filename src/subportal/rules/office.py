"""What an authority says in its own name: clarifications, and whom one reaches in office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from subportal.digest import translatable
from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records.base import Record
from subportal.records.clarification import Clarification
from subportal.records.person import Person
from subportal.rules.places import in_record

_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_OFFICIAL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)*(?:gov|dcs|org|edu|ac)\.vn", re.IGNORECASE)


def check_record(portal: Portal, record: Record) -> Iterator[Issue]:
    """Refuse clarifications that lead to what they clarify, and addresses that are not official."""
    if isinstance(record, Clarification):
        for path, text in translatable(record):
            key = tuple(int(step) if step.isdigit() else step for step in path)
            for language, words in text.items():
                found = _ADDRESS.search(words)
                if found:
                    position = in_record(portal, record.kind, record.id, (*key, language))
                    yield issue("E414", position, ".".join(map(str, (*key, language))), value=found[0])
    if isinstance(record, Person) and record.email and not _OFFICIAL.fullmatch(record.email):
        position = in_record(portal, record.kind, record.id, ("email",))
        yield issue("E415", position, "email", value=record.email)
