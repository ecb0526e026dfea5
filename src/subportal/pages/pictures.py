"""What a staged page says of the pictures on it, in the language of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from subportal.markdown.blocks import fenced
from subportal.media.picture import Picture, is_photograph

if TYPE_CHECKING:
    from subportal.pages.site import Site

_ADDRESS = re.compile(r"(?:\.\./)+media/([a-z0-9./-]+\.(?:jpe?g|png|webp|avif|svg))")


def address_in(origin: str, name: str) -> str:
    """Return the address of a file of `content/media/`, as seen from the page `origin`."""
    return f"{'../' * (origin.count('/') + 1)}media/{name}"


def first_picture(origin: str, names: Sequence[str]) -> str:
    """Return the first of a record's pictures as a figure in Markdown; nothing for none."""
    return f"![]({address_in(origin, names[0])})\n\n" if names else ""


def other_pictures(origin: str, names: Sequence[str], title: str) -> str:
    """Return a record's pictures after the first as a gallery below a heading; nothing for none."""
    images = [{"image": address_in(origin, name)} for name in names[1:]]
    return f"\n## {title} {{#pictures}}\n\n{fenced('gallery', images)}" if images else ""


def pictures_in(site: Site, body: str) -> dict[str, dict[str, Any]]:
    """Return by its address in a text what is to be known of each picture."""
    found = {}
    if "media/" in body:
        for address in dict.fromkeys(match[0] for match in _ADDRESS.finditer(body)):
            picture = site.portal.pictures.get(address[address.rindex("../media/") + 9 :])
            if picture:
                found[address] = _shown(site, picture)
    return found


def _shown(site: Site, picture: Picture) -> dict[str, Any]:
    shown: dict[str, Any] = {"name": picture.name, "width": picture.width, "height": picture.height}
    if is_photograph(picture.name):
        shown["base"] = picture.base
    facts = picture.facts
    if facts:
        shown["alt"] = site.text(facts.alt)
        if facts.caption:
            shown["caption"] = site.text(facts.caption)
        made = [site.text(facts.credit), site.text(facts.place)]
        made.append(site.partial(facts.taken) if facts.taken else "")
        credit = site.join(one for one in made if one)
        licence = facts.licence.label(site.language)
        shown["credit"] = site.string("picture.credit", credit=credit, licence=licence)
        if facts.publish_original and "base" in shown:
            shown["original"] = site.string("picture.original")
    return shown
