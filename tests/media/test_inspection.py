from __future__ import annotations

import pytest
from PIL import Image

from subportal.media.drawing_safety import drawing_size, unsafe_parts
from subportal.media.inspection import BrokenError, HugeError, inspect
from tests.media.samples import exif, landscape, photograph, saved

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_size_and_digest_are_told_whatever_the_format(form: str) -> None:
    data = saved(landscape(120, 80), form)
    picture = inspect("kho/nui.jpg", data).picture
    assert (picture.name, picture.width, picture.height, picture.located) == ("kho/nui.jpg", 120, 80, False)
    assert picture.digest == inspect("x.png", data).picture.digest
    assert picture.digest != inspect("x.png", saved(landscape(120, 80, 2), form)).picture.digest
    assert picture.base == f"media/kho/nui-{picture.digest}"


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (120, 80)), (3, (120, 80)), (6, (80, 120)), (8, (80, 120))]
)
def test_the_size_is_that_of_the_picture_held_upright(orientation: int, size: tuple[int, int]) -> None:
    found = inspect("a.jpg", photograph(120, 80, exif=exif(orientation=orientation)))
    assert (found.picture.width, found.picture.height) == size


def test_a_place_in_the_file_is_noticed() -> None:
    assert inspect("a.jpg", photograph(40, 30)).picture.located
    assert not inspect("a.jpg", saved(landscape(40, 30))).picture.located


def test_an_animation_is_noticed_and_a_telephones_second_frame_is_none() -> None:
    frames = [landscape(40, 30, 2)]
    assert inspect("a.webp", saved(landscape(40, 30), "WEBP", save_all=True, append_images=frames)).moving
    assert inspect("a.png", saved(landscape(40, 30), "PNG", save_all=True, append_images=frames)).moving
    assert not inspect("a.jpg", saved(landscape(40, 30), "MPO", save_all=True, append_images=frames)).moving
    assert not inspect("a.webp", saved(landscape(40, 30), "WEBP")).moving


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_truncated_file_is_broken(form: str, part: float) -> None:
    data = saved(landscape(400, 300), form)
    with pytest.raises(BrokenError):
        inspect("a.jpg", data[: int(len(data) * part)])


def test_a_truncated_jpeg_is_broken_even_if_its_thumbnail_is_whole() -> None:
    thumbnail = saved(landscape(64, 48))
    head = b"\xff\xd8\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    whole = head + saved(landscape(400, 300))[2:]
    assert inspect("a.jpg", whole).picture.width == 400
    with pytest.raises(BrokenError):
        inspect("a.jpg", whole[:-2000])


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"<html>", b"GIF89a\1\0\1\0", b"\x89PNG\r\n\x1a\n", b"RIFF1234WEBP"]
)
def test_what_is_no_picture_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenError):
        inspect("a.jpg", data)


@pytest.mark.parametrize("size", [(10_000, 10_000), (30_000, 30_000)])
def test_too_many_pixels_are_refused_without_being_decoded(size: tuple[int, int]) -> None:
    data = saved(Image.new("1", size), "PNG")
    assert len(data) < 200_000
    with pytest.raises(HugeError):
        inspect("a.png", data)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 640 360"', (640, 360)),
        ('viewBox="0,0,10.4,20"', (10, 20)),
        ('width="300px" height="200" viewBox="0 0 3 2"', (300, 200)),
        ('width="100%" height="100%" viewBox="0 0 3 2"', (3, 2)),
        ("", (0, 0)),
        ('viewBox="0 0 x y"', (0, 0)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int, int]) -> None:
    assert drawing_size(SVG.format(attributes, "").encode()) == size


@pytest.mark.parametrize(
    ("inner", "part"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onload="x()"/>', "<g onload>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="https://example.org/x.png"/>', "<image href=https://example.org/x.png>"),
        ('<image xlink:href="//example.org/x.png"/>', "<image href=//example.org/x.png>"),
        ('<a href="javascript:alert(1)"/>', "<a href=javascript:alert(1)>"),
        ('<use href="other.svg#a"/>', "<use href=other.svg#a>"),
        ('<image href="data:image/svg+xml,x"/>', "<image href=data:image/svg+xml,x>"),
        ('<g style="fill:url(https://example.org/#a)"/>', "url(https://example.org/#a)"),
        ("<style>@import 'https://example.org/x.css';</style>", "url(https://example.org/x.css)"),
        ("<style>a{background:url( 'x.png' )}</style>", "url(x.png)"),
    ],
)
def test_what_could_run_or_fetch_in_a_drawing_is_told(inner: str, part: str) -> None:
    assert list(unsafe_parts(SVG.format("", inner).encode())) == [part]


def test_a_plain_drawing_is_safe() -> None:
    inner = '<defs><linearGradient id="a"/></defs><g fill="url(#a)" style="stroke:#fff"><use href="#b"/></g>'
    assert list(unsafe_parts(SVG.format("", inner).encode())) == []


@pytest.mark.parametrize(
    "data", [b"", b"<svg>", b"<html/>", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>']
)
def test_what_is_no_drawing_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenError):
        inspect("a.svg", data)
