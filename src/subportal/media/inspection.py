"""Look at a delivered picture without decoding it: size, soundness, what it gives away."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import IFD, Base

from subportal.media.drawing_safety import drawing_size, unsafe_parts
from subportal.media.picture import DRAWING, RECIPE, Picture

LIMIT = 80_000_000
"""Pixels: more are a mistake or an attack, and would fill the memory of the machine that builds."""
OPENED = ("JPEG", "PNG", "WEBP", "AVIF")
TURNED = frozenset({5, 6, 7, 8})
"""Orientations in which width and height change places."""
_ONLY_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN = 0xDA
FAULTS = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, OverflowError, MemoryError)
"""What Pillow raises on a file that is not what it seems to be."""


__all__ = ["BrokenError", "HugeError", "Inspected", "inspect", "unsafe_parts"]


class BrokenError(Exception):
    """The file is no picture, or only a part of one."""


class HugeError(Exception):
    """The picture has more pixels than are decoded."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file turned out to hold."""

    picture: Picture
    moving: bool
    """True for an animation, of which only the first frame is shown."""


def inspect(name: str, data: bytes) -> Inspected:
    """Return what a file holds; raise BrokenError or HugeError."""
    digest = blake2b(data, digest_size=6, person=RECIPE).hexdigest()
    if PurePosixPath(name).suffix.lower() == DRAWING:
        try:
            width, height = drawing_size(data)
        except ValueError as error:
            raise BrokenError(str(error)) from None
        return Inspected(Picture(name, width, height, digest), moving=False)
    with _opened(data) as image:
        width, height = image.size
        try:
            exif = image.getexif()
            located = bool(exif.get_ifd(IFD.GPSInfo))
            turned = exif.get(Base.Orientation) in TURNED
        except FAULTS:
            located = turned = False
        moving = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
        if image.format == "AVIF":
            _decode(image)
    if not _is_whole(data):
        message = "truncated"
        raise BrokenError(message)
    if turned:
        width, height = height, width
    return Inspected(Picture(name, width, height, digest, located=located), moving=moving)


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=OPENED)
    except Image.DecompressionBombError:
        raise HugeError from None
    except UnidentifiedImageError:
        message = "unknown format"
        raise BrokenError(message) from None
    except FAULTS as error:
        raise BrokenError(str(error)) from None
    if image.width * image.height > LIMIT:
        raise HugeError
    return image


def _decode(image: Image.Image) -> None:
    try:
        image.load()
    except FAULTS as error:
        raise BrokenError(str(error)) from None


def _is_whole(data: bytes) -> bool:
    """Tell whether the end of a file is there, by what its format writes at the end."""
    if data.startswith(b"\xff\xd8"):
        scan = _first_scan(data)
        return scan > 0 and data.find(b"\xff\xd9", scan) > 0
    if data.startswith(b"\x89PNG"):
        return all(_chunk_fits(data, start, size) for start, size in _chunks(data)) and b"IEND" in data[-64:]
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 <= len(data) + 1
    return True


def _first_scan(data: bytes) -> int:
    """Return where the coded picture of a JPEG begins, behind headers that may hold pictures too."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004  (a marker)
        marker = data[place + 1]
        if marker == _SCAN:
            return place
        if marker == 0xFF or marker in _ONLY_MARKERS:  # noqa: PLR2004  (a filling byte)
            place += 1 if marker == 0xFF else 2  # noqa: PLR2004
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return 0


def _chunks(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each chunk of a PNG begins and how long its content is."""
    place = 8
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        yield place, size
        if data[place + 4 : place + 8] == b"IEND":
            return
        place += size + 12


def _chunk_fits(data: bytes, start: int, size: int) -> bool:
    return start + size + 12 <= len(data)
