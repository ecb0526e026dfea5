"""Pictures that are maps of Viet Nam: somebody has looked whether both archipelagoes are drawn and named.

Drawings with words in them are looked through when they are read (`load/mapnames.py`, E420).
"""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, Position, issue
from subportal.load.fields import hints
from subportal.load.mapnames import is_map_of_country, words_of_file
from subportal.portal import Portal
from subportal.records.settings import MapExtent
from subportal.rules.places import in_record


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Check that declared maps are there and looked at, and that no media named a map is undeclared."""
    for index, one in enumerate(portal.settings.maps):
        place = in_record(portal, "settings", "", ("maps", index, "file"))
        field = f"maps.{index}"
        if one.file not in portal.media:
            yield issue(
                "E204", place, f"{field}.file", value=one.file, **hints(one.file, sorted(portal.media))
            )
        elif one.of is MapExtent.VIET_NAM and _is_picture(one.file) and one.labels_checked is None:
            yield issue("E421", place, f"{field}.labels_checked", value=one.file)
    for name in sorted(portal.media):
        yield from check_picture(portal, name, words_of_file(name), Position(f"content/media/{name}"))


def check_picture(portal: Portal, name: str, words: str, place: Position) -> Iterator[Issue]:
    """Check a picture of `content/media/` of which `words` tell what it shows."""
    declared = {one.file for one in portal.settings.maps}
    if _is_picture(name) and name not in declared and is_map_of_country(words):
        yield issue("E421", place, value=name)


def _is_picture(name: str) -> bool:
    return not name.endswith((".svg", ".pdf", ".yml"))
