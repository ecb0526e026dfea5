"""`cards`: links to pages, as cards, rows or key figures; the generator writes them."""

from __future__ import annotations

import html
from typing import ClassVar, Literal

from subportal.markdown.blocks.base import Block, BlockModel, LanguageTag, MachineDate, Place


class Card(BlockModel):
    """One link."""

    title: str
    """Where it leads, as inline Markdown."""
    href: str | None = None
    """Its address in the staged tree."""
    text: str | None = None
    """A sentence, as inline Markdown."""
    meta: str | None = None
    """A date or a type, as inline Markdown."""
    datetime: MachineDate | None = None
    """The date of `meta` for machines."""
    key: str | None = None
    """What the card stands for, by which the stylesheet may draw a motif."""
    lang: LanguageTag | None = None
    """The language tag of title and text, if they are not in the page's language."""


class CardsData(BlockModel):
    """The links, in order."""

    style: Literal["cards", "sections", "news", "figures", "plain"] = "cards"
    """How they look."""
    level: Literal[2, 3] = 3
    """The level of the cards' headings."""
    items: tuple[Card, ...]
    """The links."""


class Cards(Block[CardsData]):
    """A list of links with headings."""

    name = "cards"
    for_authors: ClassVar[bool] = False
    model = CardsData

    def html(self, data: CardsData, place: Place) -> str:
        """Return the links as a list."""
        draw = self._figure if data.style == "figures" else self._card
        items = "\n".join(draw(card, data.level, place) for card in data.items)
        return f'<ul class="cards cards-{data.style}">\n{items}\n</ul>\n'

    @staticmethod
    def _card(card: Card, level: int, place: Place) -> str:
        language = f' lang="{card.lang}"' if card.lang else ""
        title = place.inline(card.title)
        if card.href:
            title = f'<a href="{place.address(card.href)}">{title}</a>'
        meta = place.inline(card.meta) if card.meta else ""
        if meta and card.datetime:
            meta = f'<time datetime="{card.datetime}">{meta}</time>'
        meta = f'<p class="meta">{meta}</p>' if meta else ""
        text = f"<p>{place.inline(card.text)}</p>" if card.text else ""
        key = f' data-key="{html.escape(card.key)}"' if card.key else ""
        return f"<li{key}{language}>{meta}<h{level}>{title}</h{level}>{text}</li>"

    @staticmethod
    def _figure(card: Card, level: int, place: Place) -> str:
        title = place.inline(card.title)
        if card.href:
            title = f'<a href="{place.address(card.href)}">{title}</a>'
        meta = f'<p class="meta">{place.inline(card.meta)}</p>' if card.meta else ""
        value = place.inline(card.text or "")
        return f'<li><p class="value">{value}</p><h{level}>{title}</h{level}>{meta}</li>'
