from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from subportal.media import cardart
from subportal.media.cardart import MARGIN, draw_card, prepare_ground
from subportal.media.cards import CARD_HEIGHT, CARD_WIDTH, Card, card_address, card_of
from subportal.media.drawings import outlines, read_drawing
from subportal.media.glyphs import drawable, has_glyph, lacking
from subportal.media.wrapping import fit, units
from tests.projects import ROOT

ASSETS = ROOT / "overrides" / "assets"
MARK, WEAVE = (read_drawing((ASSETS / name).read_bytes()) for name in ("mark.svg", "weave.svg"))
GROUND = prepare_ground(MARK, WEAVE)
URL = "https://laichau.gov.vn/thongtindoingoai/"
LONGEST = {
    "vi": "Hội nghị xúc tiến đầu tư, thương mại, du lịch ở vùng biên giới " * 9,
    "en": "Conference on the promotion of investment, trade and tourism along the border " * 9,
    "zh": "关于《莱州省2015年对外通讯活动计划》的实施情况及2026年工作安排" * 9,
    "one-word": "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5,
    "marks": "ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ " * 20,
}
TITLES = {
    "vi": "Cửa khẩu quốc tế Ma Lù Thàng",
    "en": "Decree No. 72/2015/ND-CP",
    "zh": "莱州省对外通讯",
    **LONGEST,
}
CHROME = {
    code: {
        "tag": tag,
        "cards": "all",
        "name": f"name {code}",
        "short_name": f"short {code}",
        "authority": f"authority {code}",
        "menu": [{"section": "general", "title": f"general {code}"}],
    }
    for code, tag in (("vi", "vi"), ("zh", "zh-Hans"))
}
META = {"title": "Title", "lang": "vi", "template": "article.html", "section": "general"}


def card(**meta: Any) -> Card:
    found = card_of({**META, **meta}, CHROME, URL)
    assert found
    return found


def drawn(title: str, section: str = "Mục") -> Image.Image:
    data = draw_card(Card(title, section, "Cổng", "Ủy ban", "laichau.gov.vn"), GROUND)
    return Image.open(io.BytesIO(data))


# Which card -----------------------------------------------------------------------------------------


def test_a_page_has_a_card_of_its_own_in_its_own_language() -> None:
    where = "laichau.gov.vn/thongtindoingoai"
    assert card() == Card("Title", "general vi", "short vi", "authority vi", where)
    assert card(lang="zh-Hans").portal == "short zh"
    assert card(section="").section == ""


@pytest.mark.parametrize("meta", [{"template": "list.html"}, {"template": "section.html"}, {"noindex": True}])
def test_lists_have_the_card_of_their_section(meta: dict[str, Any]) -> None:
    assert (card(**meta).title, card(**meta).section) == ("general vi", "")


def test_what_belongs_to_no_section_has_the_card_of_the_portal() -> None:
    assert card(template="list.html", section="").title == "name vi"
    assert card(template="home.html", section="").title == "name vi"


def test_the_settings_can_leave_cards_to_sections_or_to_nobody() -> None:
    few = {code: {**one, "cards": "sections"} for code, one in CHROME.items()}
    found = card_of(META, few, URL)
    assert found
    assert found.title == "general vi"
    none = {code: {**one, "cards": "off"} for code, one in CHROME.items()}
    assert card_of(META, none, URL) is None


def test_another_word_or_another_drawing_has_another_address() -> None:
    addresses = {
        card_address(card(), "a"),
        card_address(card(), "b"),
        card_address(card(title="Other"), "a"),
        card_address(card(lang="zh-Hans"), "a"),
    }
    assert len(addresses) == 4
    assert card_address(card(), "a") in addresses


# How it looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TITLES)
def test_a_card_has_the_size_that_networks_ask_for_and_is_light(name: str) -> None:
    data = draw_card(Card(TITLES[name], "Mục", "Cổng", "Ủy ban", "laichau.gov.vn"), GROUND)
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("PNG", (CARD_WIDTH, CARD_HEIGHT))
    assert len(data) <= 40_000
    assert not image.info
    assert data == draw_card(Card(TITLES[name], "Mục", "Cổng", "Ủy ban", "laichau.gov.vn"), GROUND)


@pytest.mark.parametrize("name", TITLES)
def test_no_word_leaves_its_place(name: str) -> None:
    with_title, without = drawn(TITLES[name]).convert("RGB"), drawn("").convert("RGB")
    box = Image.frombytes(
        "L",
        with_title.size,
        bytes(255 * (a != b) for a, b in zip(_points(with_title), _points(without), strict=True)),
    ).getbbox()
    assert box
    left, top, right, bottom = box
    assert left >= MARGIN - 6
    assert right <= CARD_WIDTH - MARGIN + 6
    assert top >= 244
    assert bottom <= 508


def _points(image: Image.Image) -> Any:
    return image.get_flattened_data() if hasattr(image, "get_flattened_data") else image.getdata()


def test_a_portal_without_drawings_has_cards_too() -> None:
    data = draw_card(Card("Tên", "", "Cổng", "", "x.vn"), prepare_ground(None, None))
    assert Image.open(io.BytesIO(data)).size == (CARD_WIDTH, CARD_HEIGHT)


def test_the_weave_and_the_mark_are_on_the_card() -> None:
    image = drawn("Tên").convert("RGB")
    colours = {image.getpixel((x, CARD_HEIGHT - y)) for x in range(240) for y in range(1, 70)}
    assert any(red > 180 and green < 120 for red, green, _ in colours)  # type: ignore[misc]
    assert image.getpixel((MARGIN + 40, MARGIN + 43)) == (255, 255, 255)


# Lines ----------------------------------------------------------------------------------------------


def broken(text: str, width: float, *choices: tuple[int, int]) -> tuple[int, tuple[str, ...]]:
    found = fit(text, width, choices or ((1, 9),), len)
    return found.size, found.lines


def test_lines_end_at_spaces_and_between_chinese_characters() -> None:
    assert broken("một hai ba bốn", 8)[1] == ("một hai", "ba bốn")
    assert broken("莱州省对外通讯专页", 5)[1] == ("莱州省对外", "通讯专页")
    assert broken("莱州2015年", 5)[1] == ("莱州", "2015年")


@pytest.mark.parametrize("width", range(5, 12))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(width: int) -> None:
    for text in (LONGEST["zh"][:40], "（一）关于“茶”、人参；（二）其他。"):
        lines = broken(text, width, (1, 99))[1]
        assert "".join(lines) == text
        assert not any(line[0] in "，。、；：！？）》”" for line in lines)
        assert not any(line[-1] in "（《“" for line in lines)


def test_lines_are_of_like_length() -> None:
    assert broken("aaa bbb ccc ddd eee", 15)[1] == ("aaa bbb ccc", "ddd eee")


def test_the_largest_size_that_fits_is_taken() -> None:
    assert broken("aaaa bbbb", 10, (2, 1), (1, 1)) == (1, ("aaaa bbbb",))
    assert broken("aaaa bbbb", 18, (2, 1), (1, 1)) == (2, ("aaaa bbbb",))
    assert broken("aaaa bbbb", 10, (2, 2), (1, 1)) == (2, ("aaaa", "bbbb"))


def test_what_does_not_fit_ends_with_three_dots() -> None:
    assert broken("aaaa bbbb cccc dddd", 10, (1, 1))[1] == ("aaaa bb...",)
    assert broken("aaaa bbbb cccc dddd ee", 9, (1, 2))[1] == ("aaaa bbbb", "cccc d...")
    assert broken("a" * 50, 10, (1, 3))[1] == ("aaaaaaa...",)
    assert broken("", 10)[1] == ()


def test_signs_stay_with_what_they_belong_to() -> None:
    assert [one.text for one in units("《茶》 (a), b")] == ["《茶》", "(a),", "b"]


# Characters -----------------------------------------------------------------------------------------


def test_the_font_has_what_it_is_said_to_have() -> None:
    font = cardart._font(40)  # noqa: SLF001  (the same that draws)
    nothing = bytes(font.getmask("\U0010fffd"))
    said = [chr(code) for code in range(0x20, 0xFFFF) if has_glyph(chr(code))]
    assert len(said) > 7_300
    spaces = {one for one in said if one.isspace()}
    assert [one for one in said if one not in spaces and bytes(font.getmask(one)) == nothing] == []


def test_every_letter_of_the_three_languages_is_there() -> None:
    lower = "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầáắấảẳẩãẵẫạặậèềéếẻểẽễẹệìíỉĩịòồờóốớỏổởõỗỡọộợùừúứủửũữụựỳýỷỹỵ"
    assert lacking(lower + lower.upper() + "莱州省对外通讯，。《》“”–—№1/2") == ""
    assert lacking("議定 𠀋議") == "議𠀋"
    assert drawable("議定 a\n b") == "定 a b"


def test_quotation_marks_are_wide_in_chinese_only() -> None:
    assert drawable("People’s “House”…") == 'People\'s "House"...'
    assert drawable("“茶”…") == "“茶”…"


# Drawings -------------------------------------------------------------------------------------------


def test_paths_are_read_with_all_their_shorthands() -> None:
    assert list(outlines("M1 2 3 4l1-1h2v3H0V0z")) == [
        ((1, 2), (3, 4), (4, 3), (6, 3), (6, 6), (0, 6), (0, 0), (1, 2))
    ]
    assert len(list(outlines("M0 0h1zM5 5h1z"))) == 2
    curve = next(outlines("M0 0c0 1 1 1 1 0s1-1 1 0"))
    assert (curve[0], curve[-1]) == ((0, 0), (2, 0))
    assert len(curve) == 25


def test_the_marks_shapes_have_their_colours() -> None:
    assert (MARK.width, MARK.height) == (64, 64)
    assert MARK.shapes[0].fill == "#243a5e"
    assert MARK.shapes[1].fill is None
    assert MARK.shapes[1].stroke == "#e0a63c"
    assert MARK.draw(64, 64).getpixel((32, 12)) == (36, 58, 94, 255)
