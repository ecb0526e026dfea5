"""`gallery`: pictures side by side, each with its description, caption and credit."""

from __future__ import annotations

import html
from collections.abc import Iterable

from subportal.markdown.blocks.base import Block, BlockModel, Place


class Picture(BlockModel):
    """One picture."""

    image: str
    """Its address, relative to the page's file."""
    alt: str
    """What it shows, for those who do not see it."""
    caption: str | None = None
    """The caption, as inline Markdown."""
    credit: str | None = None
    """Who made it and under which licence."""


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
        """Return the pictures as a list of figures."""
        return (
            '<ul class="gallery">\n'
            + "\n".join(self._picture(picture, place) for picture in data.items)
            + "\n</ul>\n"
        )

    @staticmethod
    def _picture(picture: Picture, place: Place) -> str:
        caption = place.inline(picture.caption) if picture.caption else ""
        if picture.credit:
            caption += f' <small class="credit">{place.inline(picture.credit)}</small>'
        frame = f"<figcaption>{caption}</figcaption>" if caption else ""
        return (
            f'<li><figure><img src="{place.address(picture.image)}" '
            f'alt="{html.escape(picture.alt)}" loading="lazy" decoding="async">'
            f"{frame}</figure></li>"
        )
