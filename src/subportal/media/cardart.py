"""Draw the cards: a ground that is prepared once, and the words of each over it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from subportal.media.cards import CARD_HEIGHT, CARD_WIDTH, Card
from subportal.media.drawings import Drawing
from subportal.media.glyphs import drawable
from subportal.media.wrapping import fit

GROUND = (36, 58, 94)
INKS = ((255, 255, 255), (236, 184, 92), (186, 200, 222))
WHITE, GOLD, SOFT = range(len(INKS))
MARGIN = 72
MARK = 104
BAND = 70
_TONES = 16
_GROUND_COLOURS = 64
_HEAVY = 38_000
"""Bytes: above, a card is packed once more, with more patience."""
_TITLE_SIZES = ((80, 2), (68, 2), (60, 3), (52, 4), (46, 4))
_TITLE_TOP = 252
_NOMINAL = 64


@dataclass(frozen=True, slots=True)
class Ground:
    """What all cards share; its palette has the tones between the ground and each ink."""

    image: Image.Image
    named: dict[tuple[str, str, str], Image.Image] = field(default_factory=dict)

    def with_names(self, authority: str, portal: str, address: str) -> Image.Image:
        """Return the ground with what is the same on all cards of a language."""
        key = (authority, portal, address)
        if key not in self.named:
            image = self.image.copy()
            left = MARGIN + MARK + 28
            wide = CARD_WIDTH - MARGIN - left
            _line(image, authority, (left, MARGIN - 2), 30, wide, SOFT)
            _line(image, portal, (left, MARGIN + 36), 42, wide, WHITE)
            _line(image, address, (MARGIN, 508), 26, CARD_WIDTH - 2 * MARGIN, SOFT)
            self.named[key] = image
        return self.named[key]


def prepare_ground(mark: Drawing | None, weave: Drawing | None) -> Ground:
    """Return the ground with the portal's mark and a band of the province's weave."""
    image = Image.new("RGB", (CARD_WIDTH, CARD_HEIGHT), GROUND)
    if weave:
        width = round(BAND * weave.width / weave.height)
        piece = weave.draw(width, BAND)
        for left in range(0, CARD_WIDTH, width):
            image.paste(piece, (left, CARD_HEIGHT - BAND), piece)
    if mark:
        piece = mark.draw(MARK, MARK)
        image.paste(piece, (MARGIN, MARGIN - 10), piece)
    reduced = image.quantize(_GROUND_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = (reduced.getpalette() or [])[: _GROUND_COLOURS * 3]
    palette += [0] * (_GROUND_COLOURS * 3 - len(palette))
    for colour in INKS:
        for step in range(1, _TONES + 1):
            part = step / _TONES
            palette += [round(a + (b - a) * part) for a, b in zip(GROUND, colour, strict=True)]
    reduced.putpalette(palette)
    return Ground(reduced)


def draw_card(card: Card, ground: Ground) -> bytes:
    """Return a card as PNG."""
    image = ground.with_names(card.authority, card.portal, card.address).copy()
    _line(image, card.section, (MARGIN, 204), 32, CARD_WIDTH - 2 * MARGIN, GOLD)
    _title(image, card.title)
    packed = _packed(image, 6)
    return packed if len(packed) <= _HEAVY else _packed(image, 9)


def _packed(image: Image.Image, level: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=level)
    return out.getvalue()


def _title(image: Image.Image, title: str) -> None:
    fitted = fit(drawable(title), CARD_WIDTH - 2 * MARGIN, _TITLE_SIZES, _measure)
    height = round(fitted.size * 1.28)
    for number, line in enumerate(fitted.lines):
        _write(image, line, (MARGIN, _TITLE_TOP + number * height), fitted.size, WHITE)


def _line(
    image: Image.Image,
    text: str,
    place: tuple[int, int],
    size: int,
    width: int,
    ink: int,
) -> None:
    choices = tuple((smaller, 1) for smaller in range(size, size * 2 // 3, -2))
    fitted = fit(drawable(text), width, choices, _measure)
    for line in fitted.lines:
        _write(image, line, (place[0], place[1] + (size - fitted.size) // 2), fitted.size, ink)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = files("subportal.media").joinpath("fonts/noto-sans-sc-semibold.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _measure(text: str) -> float:
    return sum(_advance(one) for one in text)


@cache
def _advance(character: str) -> float:
    """Return how far a character goes in size 1."""
    return _font(_NOMINAL).getlength(character) / _NOMINAL


@cache
def _glyph(character: str, size: int, ink: int) -> tuple[Image.Image, Image.Image, int, int]:
    """Return the tones of a character, where it has any, and how far it lies to the right and below."""
    used = _font(size)
    left, top, right, bottom = (round(one) for one in used.getbbox(character))
    drawn = Image.new("L", (max(right - left, 1) + 2, max(bottom - top, 1) + 2))
    ImageDraw.Draw(drawn).text((1 - left, 1 - top), character, fill=255, font=used)
    first = _GROUND_COLOURS + ink * _TONES
    tones = drawn.point([first + strength * (_TONES - 1) // 255 for strength in range(256)])
    return tones, drawn.point(_INKED), left - 1, top - 1


def _write(
    image: Image.Image,
    text: str,
    place: tuple[int, int],
    size: int,
    ink: int,
) -> None:
    """Write a line whose top is at `place`; each character is drawn once a process."""
    here, top = float(place[0]), place[1]
    for one in text:
        tones, inked, right, below = _glyph(one, size, ink)
        image.paste(tones, (round(here) + right, top + below), inked)
        here += _advance(one) * size


_INKED = [0, *([255] * 255)]
