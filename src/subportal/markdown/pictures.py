"""Pictures in a text: in several sizes and formats, with caption and credit."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from subportal.markdown.links import Origin
from subportal.media.picture import FORMATS, copy_widths, height_at

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
IN_TEXT = "(min-width: 49rem) 46rem, calc(100vw - 2.5rem)"
"""How wide a picture in a text is: the column, less than the window."""
TALL = "(min-width: 30rem) 26rem, calc(100vw - 2.5rem)"
"""The same for one that is higher than it is wide."""
IN_GALLERY = "(min-width: 34rem) 22rem, calc(100vw - 2.5rem)"
USUAL = 960
"""The width of the copy for programs that choose none."""
LAZY = ' loading="lazy" decoding="async">'
EAGER = ' fetchpriority="high" decoding="async">'

Shown = Mapping[str, Any]
"""What a staged page says of a picture on it."""


def picture_html(
    address: str,
    shown: Shown | None,
    *,
    origin: Origin,
    alt: str,
    attributes: str = "",
    sizes: str = IN_TEXT,
    plain: bool = False,
) -> str:
    """Return the element of a picture; `address` and `alt` are escaped.

    With `plain`, it is one file and not a choice of copies.
    """
    if not shown or "base" not in shown:
        size = f' width="{shown["width"]}" height="{shown["height"]}"' if shown and shown["width"] else ""
        return f'<img src="{origin.rewrite(address)}"{size} alt="{alt}"{attributes}{LAZY}'
    base = origin.rewrite(address[: address.rindex("media/")] + shown["base"])
    widths = copy_widths(shown["width"])
    usual = max(width for width in widths if width <= USUAL or width == widths[0])
    height = height_at(usual, shown["width"], shown["height"])
    image = f'<img src="{base}-{usual}.jpg" width="{usual}" height="{height}" alt="{alt}"{attributes}{LAZY}'
    if plain:
        return image
    sources = "".join(
        f'<source type="{_TYPES[form]}" srcset="{_set(base, widths, form)}" sizes="{sizes}">'
        for form in FORMATS
        if form in _TYPES
    )
    return f"<picture>{sources}{image}</picture>"


def thumbnail_html(address: str, shown: Shown | None, *, origin: Origin) -> str:
    """Return the smallest copy of a photograph, to stand beside its name; nothing for none.

    It is not described: the name beside it says what it is. It never loads before it is near.
    """
    if not shown or "base" not in shown:
        return ""
    width = copy_widths(shown["width"])[0]
    height = height_at(width, shown["width"], shown["height"])
    file = origin.rewrite(f"{address[: address.rindex('media/')]}{shown['base']}-{width}.webp")
    size = f'width="{width}" height="{height}"'
    return f'<img src="{file}" {size} alt="" loading="lazy" decoding="async" class="thumb">'


def _set(base: str, widths: list[int], form: str) -> str:
    return ", ".join(f"{base}-{width}.{form} {width}w" for width in widths)


def is_tall(shown: Shown | None) -> bool:
    """Tell whether a picture is higher than it is wide."""
    return shown is not None and shown["height"] > shown["width"]


def described(alt: str, shown: Shown | None) -> str:
    """Return the description that the text gives, else that of the picture itself, escaped."""
    return alt or html.escape((shown or {}).get("alt", ""))


def caption_html(caption: str, shown: Shown | None, *, origin: Origin, address: str) -> str:
    """Return the caption, which is escaped or HTML, and the credit below a picture; empty for neither."""
    shown = shown or {}
    caption = caption or html.escape(shown.get("caption", ""))
    parts = [caption] if caption else []
    if shown.get("credit"):
        parts.append(f'<small class="credit">{html.escape(shown["credit"])}</small>')
    if shown.get("original"):
        target = origin.rewrite(address)
        parts.append(f'<small><a href="{target}" download>{html.escape(shown["original"])}</a></small>')
    return f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
