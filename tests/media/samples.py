"""Pictures that tests deliver: drawn here, for no licensed photograph is at hand."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageCms, ImageFilter
from PIL.ExifTags import GPS, IFD, Base

FACTS = """\
alt: {vi: Ruộng bậc thang, en: Terraced fields, zh: 梯田}
caption: {vi: Mùa nước đổ, en: When the fields are flooded, zh: 灌水季}
credit: {vi: Nguyễn Văn A}
licence: cc-by-4.0
place: {vi: Phong Thổ, en: Phong Tho, zh: 封土}
taken: 2026-05
"""


def landscape(width: int, height: int, seed: int = 1) -> Image.Image:
    """Return hills under a sky with the grain of a photograph, the same for the same seed."""
    chance = random.Random(seed)
    small = Image.new("RGB", (64, 64))
    for y in range(64):
        for x in range(64):
            ridge = 26 + 8 * (((x * 7 + seed) % 64) / 64) + 5 * ((x * 3) % 17) / 17
            ground = (60 + y, 110 + y // 2 + x % 9, 50) if y > ridge else (150 - y, 180 - y, 215)
            small.putpixel((x, y), tuple(min(255, one + chance.randint(0, 25)) for one in ground))
    image = small.resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (256, 256), chance.randbytes(65536)).filter(ImageFilter.GaussianBlur(0.8))
    grain = grain.resize((512, 512), Image.Resampling.BICUBIC)
    layer = Image.new("L", (width, height))
    for top in range(0, height, 512):
        for left in range(0, width, 512):
            layer.paste(grain, (left, top))
    return Image.blend(image, layer.convert("RGB"), 0.12)


def saved(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """Return an image as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def exif(*, orientation: int = 1) -> Image.Exif:
    """Return what a telephone writes into its pictures: the camera, the place, how it was held."""
    found = Image.Exif()
    found[Base.Orientation] = orientation
    found[Base.Make] = "Máy ảnh thử"
    found[Base.Artist] = "Người chụp bí mật"
    place = found.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef] = "N"
    place[GPS.GPSLatitude] = (22.0, 23.0, 50.0)
    place[GPS.GPSLongitudeRef] = "E"
    place[GPS.GPSLongitude] = (103.0, 27.0, 30.0)
    return found


def photograph(width: int = 2400, height: int = 1600, **options: Any) -> bytes:
    """Return a photograph as a telephone delivers it."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    settings = {"quality": 92, "exif": exif(), "icc_profile": profile, "comment": b"bi mat", **options}
    return saved(landscape(width, height), **settings)
