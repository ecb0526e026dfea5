"""`listing`: a list that a script can filter and that reads well without one."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from subportal.markdown.blocks.base import Block, BlockModel, LanguageTag, Place
from subportal.markdown.pictures import thumbnail_html


class Option(BlockModel):
    """One value by which the list can be filtered."""

    value: str
    label: str


class Facet(BlockModel):
    """One question by which the list can be filtered."""

    key: str
    """Names the facet in the page's address: `?type=press`."""
    label: str
    options: tuple[Option, ...]


class Entry(BlockModel):
    """One line of the list."""

    title: str
    """As inline Markdown."""
    href: str | None = None
    """Its address in the staged tree."""
    text: str | None = None
    """A sentence, as inline Markdown."""
    picture: str | None = None
    """The address of a picture that is shown beside it, small."""
    facts: tuple[tuple[str, str], ...] = ()
    """Labels and values, as inline Markdown."""
    facets: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """By facet, the values that the entry has."""
    ranks: Mapping[str, int] = Field(default_factory=dict)
    """By order, the entry's place in it."""
    lang: LanguageTag | None = None
    """The language tag of title and text, if they are not in the page's language."""


class ListingData(BlockModel):
    """Facets and entries."""

    id: str
    """Names the list on its page."""
    level: Literal[2, 3] = 3
    """The level of the entries' headings."""
    facets: tuple[Facet, ...] = ()
    orders: tuple[Option, ...] = ()
    """Other orders than the list's own that a reader may choose; `name` needs no ranks."""
    whole: int | None = None
    """How many entries the whole list has, if the page holds only some of them."""
    start: str | None = None
    """The address of the first page of the whole list, if the page holds only some of it."""
    items: tuple[Entry, ...]


class Listing(Block[ListingData]):
    """A form that the script brings to life, and the list."""

    name = "listing"
    for_authors: ClassVar[bool] = False
    model = ListingData

    def html(self, data: ListingData, place: Place) -> str:
        """Return the filter form, hidden until the script shows it, and the list."""
        entries = "\n".join(self._entry(entry, data.level, place) for entry in data.items)
        form = self._form(data, place) if data.facets or data.orders else ""
        return f'{form}<ol class="listing" id="{data.id}">\n{entries}\n</ol>\n'

    @staticmethod
    def _form(data: ListingData, place: Place) -> str:
        every = place.string("listing.all")
        fields = [_select(facet.key, html.escape(facet.label), every, facet.options) for facet in data.facets]
        if data.orders:
            label, own = place.string("listing.sort"), place.string("listing.sort.own")
            fields.append(_select("sort", label, own, data.orders))
        shown = "listing.shown" if data.whole is None else "listing.shown_part"
        told = html.escape(place.strings.get(shown, "{shown}/{total}").replace("{all}", str(data.whole)))
        count = len(data.items)
        return (
            f'<form class="filter" data-filter="{data.id}" data-shown="{told}" '
            f'data-none="{place.string("listing.none")}" hidden>\n'
            f"<fieldset><legend>{place.string('listing.filter')}</legend>\n"
            + "\n".join(fields)
            + f'\n<button type="reset">{place.string("listing.reset")}</button></fieldset>\n'
            f'<p role="status">{told.format(shown=count, total=count)}</p>{_part(data, place)}</form>\n'
        )

    @staticmethod
    def _entry(entry: Entry, level: int, place: Place) -> str:
        title = place.inline(entry.title)
        if entry.href:
            title = f'<a href="{place.address(entry.href)}">{title}</a>'
        language = f' lang="{entry.lang}"' if entry.lang else ""
        facets = "".join(
            f' data-{key}="{html.escape(" ".join(values))}"' for key, values in entry.facets.items()
        )
        facets += "".join(f' data-by-{key}="{rank}"' for key, rank in entry.ranks.items())
        text = f"<p{language}>{place.inline(entry.text)}</p>" if entry.text else ""
        facts = "".join(
            f"<div><dt>{place.inline(label)}</dt><dd>{place.inline(value)}</dd></div>"
            for label, value in entry.facts
        )
        details = f'<dl class="inline">{facts}</dl>' if facts else ""
        picture = entry.picture or ""
        small = thumbnail_html(picture, place.pictures.get(picture), origin=place.origin)
        return f"<li{facets}>{small}<h{level}{language}>{title}</h{level}>{text}{details}</li>"


def _select(name: str, label: str, first: str, options: Iterable[Option]) -> str:
    shown = "".join(
        f'<option value="{html.escape(option.value)}">{html.escape(option.label)}</option>'
        for option in options
    )
    return f'<label>{label} <select name="{name}"><option value="">{first}</option>{shown}</select></label>'


def _part(data: ListingData, place: Place) -> str:
    """Say that only this page is filtered, and where the rest is."""
    if data.start is None:
        return ""
    link = f'<a href="{place.address(data.start)}">{place.string("listing.start")}</a>'
    told = html.escape(place.strings.get("listing.part", "{start}"))
    return f"<p>{told.replace('{start}', link)}</p>"
