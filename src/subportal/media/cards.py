"""Which card a page has: what is written on it, and its address. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from hashlib import blake2b
from typing import Any

DESIGN = 1
"""Grows with every change of how a card looks, so that cards are drawn again under new addresses."""
CARD_WIDTH, CARD_HEIGHT = 1200, 630
CARD_FOLDER = "cards/"
CARD_TYPE = "image/png"
_LISTS = frozenset({"list.html", "section.html", "home.html"})


@dataclass(frozen=True, slots=True)
class Card:
    """The words on a card."""

    title: str
    section: str
    """The section's name; empty on cards of the portal and of a section itself."""
    portal: str
    authority: str
    address: str
    """The portal's address, as people write it."""


def card_of(meta: Mapping[str, Any], chrome: Mapping[str, Mapping[str, Any]], url: str) -> Card | None:
    """Return the card of a page by what its head tells; None where the portal draws none.

    A page without a text of its own in its language has the card of its original. Lists have the card
    of their section, and so has every page where only sections have cards.
    """
    own = next(one for one in chrome.values() if one["tag"] == meta["lang"])
    if own["cards"] == "off":
        return None
    titles = {one["section"]: one["title"] for one in own["menu"]}
    section = titles.get(meta.get("section", ""), "")
    title = meta["title"]
    shared = own["cards"] == "sections" or meta["template"] in _LISTS
    if shared or meta.get("noindex") or title == section:
        title, section = section or own["name"], ""
    where = url.partition("//")[2].rstrip("/")
    return Card(title, section, own["short_name"], own["authority"], where)


def card_address(card: Card, drawings: str) -> str:
    """Return where a card stands in the site; `drawings` is a digest of what the theme draws on all."""
    told = "\0".join((str(DESIGN), drawings, *astuple(card)))
    return f"{CARD_FOLDER}{blake2b(told.encode(), digest_size=8).hexdigest()}.png"
