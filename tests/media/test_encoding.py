"""The copies of pictures, opened again: format, size, colours, and nothing in them but the picture."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms

from subportal.media.encoding import PHONE_BYTES, encode
from subportal.media.inspection import BrokenError
from subportal.media.picture import FORMATS
from tests.media.samples import exif, landscape, photograph, saved

NAMES = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
RED = (220, 40, 30)
Colour = tuple[int, int, int]


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(image: Image.Image, place: tuple[int, int], colour: Colour, by: int = 14) -> bool:
    found: Any = image.convert("RGB").getpixel(place)
    return all(abs(a - b) <= by for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize("form", FORMATS)
def test_a_copy_has_its_format_its_size_and_no_metadata(form: str) -> None:
    data = encode(photograph(1200, 800), 480)[form]
    image = opened(data)
    assert (image.format, image.mode, image.size) == (NAMES[form], "RGB", (480, 320))
    assert not image.getexif()
    assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(image.info)
    for secret in (b"Exif", b"GPS", b"ICC", b"bi mat", "Người chụp".encode()):
        assert secret not in data


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = photograph(600, 400)
    assert encode(data, 320) == encode(data, 320)


def test_a_jpeg_copy_is_progressive() -> None:
    assert opened(encode(photograph(600, 400), 320)["jpg"]).info.get("progressive")


@pytest.mark.parametrize("width", [320, 480, 640, 960])
def test_a_copy_for_phones_is_light(width: int) -> None:
    made = encode(photograph(2400, 1600), width)
    assert len(made["avif"]) <= PHONE_BYTES
    assert len(made["avif"]) < len(made["jpg"])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    upright = Image.new("RGB", (200, 120), "white")
    upright.paste(RED, (0, 0, 60, 40))
    turns: dict[int, tuple[Image.Transpose, ...]] = {
        1: (),
        2: (Image.Transpose.FLIP_LEFT_RIGHT,),
        3: (Image.Transpose.ROTATE_180,),
        4: (Image.Transpose.FLIP_TOP_BOTTOM,),
        5: (Image.Transpose.TRANSPOSE,),
        6: (Image.Transpose.ROTATE_90,),
        7: (Image.Transpose.TRANSVERSE,),
        8: (Image.Transpose.ROTATE_270,),
    }
    held = upright
    for turn in turns[orientation]:
        held = held.transpose(turn)
    copy = opened(encode(saved(held, quality=95, exif=exif(orientation=orientation)), 100)["jpg"])
    assert copy.size == (100, 60)
    assert near(copy, (10, 8), RED)
    assert near(copy, (90, 52), (255, 255, 255))


def test_a_tall_picture_keeps_its_height() -> None:
    data = saved(landscape(4000, 1000), exif=exif(orientation=6))
    assert opened(encode(data, 320)["jpg"]).size == (320, 1280)


def test_colours_are_turned_into_srgb_by_the_profile() -> None:
    # A file whose profile exchanges red and blue: only who reads the profile sees red.
    stored = Image.new("RGB", (80, 60), (RED[2], RED[1], RED[0]))
    copy = opened(encode(saved(stored, "PNG", icc_profile=_exchanged_profile()), 80)["jpg"])
    assert near(copy, (40, 30), RED, by=20)


def _exchanged_profile() -> bytes:
    """Return the sRGB profile with the names of its red and blue primaries exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")


@pytest.mark.parametrize("profile", [b"broken", b""])
def test_a_broken_profile_is_passed_over(profile: bytes) -> None:
    copy = opened(encode(saved(Image.new("RGB", (80, 60), RED), "PNG", icc_profile=profile), 80)["jpg"])
    assert near(copy, (40, 30), RED)


CASES = {
    "cmyk": (saved(Image.new("CMYK", (80, 60), (0, 220, 230, 10)), "JPEG", quality=95), (245, 33, 24)),
    "grey": (saved(Image.new("L", (80, 60), 120), "JPEG"), (120, 120, 120)),
    "grey, 16 bits": (saved(Image.new("I;16", (80, 60), 120 * 257), "PNG"), (120, 120, 120)),
    "one bit": (saved(Image.new("1", (80, 60), 1), "PNG"), (255, 255, 255)),
    "palette": (saved(Image.new("RGB", (80, 60), RED).quantize(4), "PNG"), RED),
    "transparent": (saved(Image.new("RGBA", (80, 60), (0, 0, 0, 0)), "PNG"), (255, 255, 255)),
    "half transparent": (
        saved(Image.new("RGBA", (80, 60), (0, 0, 0, 128)), "WEBP", lossless=True),
        (127, 127, 127),
    ),
    "grey and transparent": (saved(Image.new("LA", (80, 60), (0, 0)), "PNG"), (255, 255, 255)),
    "opaque": (saved(Image.new("RGBA", (80, 60), (*RED, 255)), "PNG"), RED),
    "animated": (
        saved(
            Image.new("RGB", (80, 60), RED),
            "WEBP",
            lossless=True,
            save_all=True,
            append_images=[Image.new("RGB", (80, 60), "blue")],
        ),
        RED,
    ),
    "telephone": (
        saved(
            Image.new("RGB", (80, 60), RED),
            "MPO",
            save_all=True,
            append_images=[Image.new("RGB", (80, 60), "blue")],
        ),
        RED,
    ),
    "ycbcr avif": (saved(Image.new("RGB", (80, 60), RED), "AVIF", quality=95), RED),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_sort_of_picture_looks_as_it_should(name: str, form: str) -> None:
    data, colour = CASES[name]
    copy = opened(encode(data, 80)[form])
    assert (copy.mode, copy.size, getattr(copy, "n_frames", 1)) == ("RGB", (80, 60), 1)
    assert near(copy, (40, 30), colour)


def test_sixteen_bits_a_colour_are_read() -> None:
    # Pillow writes no such PNG of three colours: this one is put together by hand.
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    row = b"\0" + struct.pack(">HHH", *(one * 257 for one in RED)) * 8
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 16, 2, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(row * 8)) + chunk(b"IEND", b"")
    assert near(opened(encode(png, 8)["jpg"]), (4, 4), RED)


def test_damage_inside_a_picture_is_told_not_thrown() -> None:
    whole = saved(landscape(400, 300), "PNG")
    with pytest.raises(BrokenError):
        encode(whole[: len(whole) // 2] + bytes(200) + whole[len(whole) // 2 + 200 :], 320)
    with pytest.raises(BrokenError):
        encode(saved(landscape(400, 300))[:3000], 320)
