"""Make the copies of a picture: upright, in sRGB, small, with nothing but the picture in them."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageCms, ImageOps
from PIL.ExifTags import Base

from subportal.media.inspection import FAULTS, OPENED, TURNED, BrokenError
from subportal.media.picture import FORMATS, height_at

QUALITIES = {"avif": 58, "webp": 74, "jpg": 76}
PHONE = 960
"""Copies up to this width are what a phone loads; they must be light."""
PHONE_BYTES = 44_000
_LOWER = (0, 12, 22, 32)
_PAPER = (255, 255, 255)
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")


def encode(data: bytes, width: int) -> dict[str, bytes]:
    """Return the copies of a picture in a width, one a format; raise BrokenError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=OPENED) as image:
                small = _prepared(image, width)
    except FAULTS as error:
        raise BrokenError(str(error)) from None
    return {form: _written(small, form) for form in FORMATS}


def _prepared(image: Image.Image, width: int) -> Image.Image:
    """Return the first frame of a picture, upright and in sRGB, in a width."""
    across = image.height if image.getexif().get(Base.Orientation) in TURNED else image.width
    image.draft(None, (2 * width * image.width // across, 2 * width * image.height // across))
    image.load()
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    colours = _colours(upright, profile)
    size = (width, height_at(width, *upright.size))
    if colours.size != size:
        colours = colours.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    colours.info.clear()
    return colours


def _colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB with 8 bits a colour, on white where it covers nothing.

    What is drawn in black on nothing could not be seen on a dark page.
    """
    if image.mode in _DEEP:
        return _shallow(image).convert("RGB")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        image = Image.new("RGB", image.size, _PAPER)
        image.paste(seen, mask=seen.getchannel("A"))
    elif image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("RGB")
    return (_in_srgb(image, profile) if profile else image).convert("RGB")


def _shallow(image: Image.Image) -> Image.Image:
    """Return a picture of 16 bits a point with 8."""
    whole = image.convert("I")
    low, high = whole.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float) or high <= 255:  # noqa: PLR2004
        return whole.convert("L")
    return whole.point(lambda value: value * (1 / 257)).convert("L")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture with its colours turned into sRGB; a profile that does not fit is passed over."""
    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.PERCEPTUAL,
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _written(image: Image.Image, form: str) -> bytes:
    """Return a picture in a format, a phone's copy with as much quality as its bytes allow."""
    found = b""
    for lower in _LOWER if image.width <= PHONE else _LOWER[1:2]:
        found = _bytes(image, form, QUALITIES[form] - lower)
        if len(found) <= PHONE_BYTES:
            break
    return found


def _bytes(image: Image.Image, form: str, quality: int) -> bytes:
    out = io.BytesIO()
    if form == "avif":
        image.save(out, "AVIF", quality=quality, speed=6, max_threads=1, subsampling="4:2:0")
    elif form == "webp":
        image.save(out, "WEBP", quality=quality, method=5)
    else:
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()
