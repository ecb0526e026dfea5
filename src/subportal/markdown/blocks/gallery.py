"""`gallery`: pictures side by side, each with its description, caption and credit."""

from __future__ import annotations

import html
from collections.abc import Iterable

from subportal.markdown.blocks.base import Block, BlockModel, Place
from subportal.markdown.links import is_unsafe
from subportal.markdown.pictures import IN_GALLERY, caption_html, described, picture_html
from subportal.media.picture import largest

_TOLD = ("label", "place", "previous", "next", "close")
"""What the viewer (overrides/assets/gallery.js) says."""
_KEPT = {name: f"{{{name}}}" for name in ("number", "count")}
"""Placeholders that the viewer fills in."""
_ZOOM = '<a class="zoom" '


class Picture(BlockModel):
    """One picture."""

    image: str
    """Its address, relative to the page's file."""
    alt: str = ""
    """What it shows, for those who do not see it; empty where the picture's own file says it."""
    caption: str | None = None
    """The caption, as inline Markdown."""
    credit: str | None = None
    """Who made it and under which licence, where the picture's own file does not say it."""


class GalleryData(BlockModel):
    """The pictures, in order."""

    items: tuple[Picture, ...]
    """The pictures."""


class Gallery(Block[GalleryData]):
    """A list of figures in a grid."""

    name = "gallery"
    model = GalleryData

    def texts(self, data: GalleryData) -> Iterable[str]:
        """Return captions and credits."""
        for picture in data.items:
            yield from (picture.caption or "", picture.credit or "")

    def images(self, data: GalleryData) -> Iterable[tuple[str, str]]:
        """Return the pictures."""
        return ((picture.image, picture.alt) for picture in data.items)

    def html(self, data: GalleryData, place: Place) -> str:
        """Return the pictures as a list of figures; those with copies are links to the largest."""
        items = "\n".join(self._picture(picture, place) for picture in data.items)
        told = "".join(f' data-{name}="{place.string(f"gallery.{name}", **_KEPT)}"' for name in _TOLD)
        return f'<ul class="gallery"{told if _ZOOM in items else ""}>\n{items}\n</ul>\n'

    @staticmethod
    def _picture(picture: Picture, place: Place) -> str:
        shown = place.pictures.get(picture.image)
        address = "" if is_unsafe(picture.image) else html.escape(picture.image)
        image = picture_html(
            address,
            shown,
            origin=place.origin,
            alt=described(html.escape(picture.alt), shown),
            sizes=IN_GALLERY,
            plain=place.plain_pictures,
        )
        if shown and "base" in shown:
            file = address[: address.rindex("media/")] + largest(shown)[0]
            image = f'{_ZOOM}href="{place.origin.rewrite(file)}">{image}</a>'
        caption = place.inline(picture.caption) if picture.caption else ""
        if picture.credit:
            caption += f' <small class="credit">{place.inline(picture.credit)}</small>'
            shown = {**shown, "credit": ""} if shown else None
        frame = caption_html(caption, shown, origin=place.origin, address=address)
        return f"<li><figure>{image}{frame}</figure></li>"
