from __future__ import annotations

import pytest

from subportal.media.picture import copies, copy_widths, is_photograph, is_picture, largest


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, [320, 480, 640, 960, 1280, 1600]),
        (1600, [320, 480, 640, 960, 1280, 1600]),
        (1300, [320, 480, 640, 960, 1300]),
        (1000, [320, 480, 640, 1000]),
        (320, [320]),
        (100, [100]),
        (1, [1]),
    ],
)
def test_no_copy_is_wider_than_the_picture(width: int, widths: list[int]) -> None:
    assert copy_widths(width) == widths


def test_the_copies_of_a_picture_bear_its_digest() -> None:
    shown = {"name": "kho/nui.png", "base": "media/kho/nui-0a1b", "width": 500, "height": 250}
    assert [one.address for one in copies(shown)] == [
        f"media/kho/nui-0a1b-{width}.{form}" for width in (320, 500) for form in ("avif", "webp", "jpg")
    ]
    assert {one.name for one in copies(shown)} == {"kho/nui.png"}
    assert largest(shown) == ("media/kho/nui-0a1b-500.jpg", 500, 250)


def test_a_drawing_has_no_copies() -> None:
    assert list(copies({"name": "nui.svg", "width": 500, "height": 250})) == []
    assert is_picture("a/nui.SVG")
    assert not is_photograph("nui.svg")
    assert is_photograph("nui.JPG")
    assert not is_picture("ke-hoach.pdf")
