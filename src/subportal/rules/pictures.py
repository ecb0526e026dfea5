"""Pictures: whose they are is told, and nothing is given away with them."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, Position, issue
from subportal.media.picture import FACTS_SUFFIX, is_photograph, is_picture
from subportal.portal import Portal
from subportal.rules.maps import check_picture


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Each photograph has its rights beside it, and each file of rights its picture."""
    for name, picture in portal.pictures.items():
        position = Position(f"content/media/{name}")
        if is_photograph(name) and f"{name}{FACTS_SUFFIX}" not in portal.media:
            yield issue("E013", position, name=f"{name.rpartition('/')[2]}{FACTS_SUFFIX}")
        if picture.facts:
            place = Position(f"{position.path}{FACTS_SUFFIX}")
            for words in (*picture.facts.alt.values(), *(picture.facts.caption or {}).values()):
                yield from check_picture(portal, name, words, place)
        if picture.located and picture.facts and picture.facts.publish_original:
            yield issue("E016", position)
    for name in sorted(portal.media):
        picture_name = name.removesuffix(FACTS_SUFFIX)
        if picture_name != name and is_picture(picture_name) and picture_name not in portal.media:
            yield issue("E014", Position(f"content/media/{name}"), name=picture_name.rpartition("/")[2])
