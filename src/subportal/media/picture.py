"""A picture as its file is, and the copies of it that are published. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from subportal.records.picture import PictureFacts

PHOTOGRAPHS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})
"""What is published in smaller copies, never as it is."""
DRAWING = ".svg"
FACTS_SUFFIX = ".yml"
RECIPE = b"1"
"""Another one with every change of how copies are made, so that they are made again under new addresses."""
WIDTHS = (320, 480, 640, 960, 1280, 1600)
FORMATS = ("avif", "webp", "jpg")
NEAR = 1.15
"""Widths that differ by less are not worth two copies."""


def is_photograph(name: str) -> bool:
    """Tell whether a file is published in smaller copies."""
    return PurePosixPath(name).suffix.lower() in PHOTOGRAPHS


def is_picture(name: str) -> bool:
    """Tell whether a file can stand in a page as a picture."""
    return is_photograph(name) or PurePosixPath(name).suffix.lower() == DRAWING


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in `content/media/`, and what is known of it."""

    name: str
    """From `content/media/`."""
    width: int
    """As it is seen, turned upright; 0 where a drawing does not tell."""
    height: int
    digest: str
    """Of its bytes and of the way in which copies are made."""
    located: bool = False
    """True if the file tells where it was taken."""
    facts: PictureFacts | None = None

    @property
    def base(self) -> str:
        """Return how the addresses of its copies begin."""
        return f"media/{self.name.rpartition('.')[0]}-{self.digest}"


def copy_widths(width: int) -> list[int]:
    """Return the widths of the copies of a picture, none wider than itself."""
    widest = min(width, WIDTHS[-1])
    return [one for one in WIDTHS if one * NEAR < widest] + [widest]


class Copy(NamedTuple):
    """A smaller copy of a picture."""

    name: str
    """The original, from `content/media/`."""
    address: str
    """Where it stands in the site."""
    width: int
    format: str


def copies(shown: Mapping[str, Any]) -> Iterator[Copy]:
    """Yield the copies of a picture that a staged page shows."""
    if "base" in shown:
        for width in copy_widths(shown["width"]):
            for form in FORMATS:
                address = f"{shown['base']}-{width}.{form}"
                yield Copy(shown["name"], address, width, form)


def largest(shown: Mapping[str, Any]) -> tuple[str, int, int]:
    """Return address, width and height of the largest copy that every program can read."""
    width = copy_widths(shown["width"])[-1]
    return f"{shown['base']}-{width}.jpg", width, height_at(width, shown["width"], shown["height"])


def height_at(width: int, full_width: int, full_height: int) -> int:
    """Return the height of a copy."""
    return max(1, round(full_height * width / full_width))
