"""Images of a text: one alone in its paragraph becomes a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from subportal.markdown.links import Origin, is_unsafe, written_attributes
from subportal.markdown.pictures import IN_TEXT, TALL, Shown, caption_html, described, is_tall, picture_html

_WRITTEN = r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? ?/?>(\{[^}<]*\})?'
_IMAGE = re.compile(_WRITTEN)
_LONE_IMAGE = re.compile(f"<p>{_WRITTEN}</p>")


def rewrite_images(
    converted: str, *, origin: Origin, pictures: Mapping[str, Shown], plain: bool = False
) -> str:
    """Put pictures in the place of images; `pictures` tells of each by its address as written."""

    def rewrite(match: re.Match[str]) -> str:
        address, alt, title, written = match.groups()
        if is_unsafe(address):
            return alt
        attributes, classes = written_attributes(written)
        named = f' title="{title}"' if title else ""
        attributes = f"{named}{attributes}{_class(classes)}"
        return image(address, alt, attributes)

    def frame(match: re.Match[str]) -> str:
        address, alt, title, written = match.groups()
        if is_unsafe(address):
            return f"<p>{alt}</p>"
        attributes, classes = written_attributes(written)
        caption = caption_html(title or "", pictures.get(address), origin=origin, address=address)
        if is_tall(pictures.get(address)):
            classes = f"{classes} tall".strip()
        return f"<figure{_class(classes)}>{image(address, alt, attributes)}{caption}</figure>"

    def image(address: str, alt: str, attributes: str) -> str:
        shown = pictures.get(address)
        return picture_html(
            address,
            shown,
            origin=origin,
            alt=described(alt, shown),
            attributes=attributes,
            sizes=TALL if is_tall(shown) else IN_TEXT,
            plain=plain,
        )

    return _IMAGE.sub(rewrite, _LONE_IMAGE.sub(frame, converted))


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
