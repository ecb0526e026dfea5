"""The schematic of the country: true positions, both archipelagoes named in each language, real text."""

from __future__ import annotations

import gzip
import re

import pytest
import yaml

from subportal.load.mapnames import check_drawing
from subportal.locale.strings import strings
from subportal.markdown.blocks import fenced
from subportal.markdown.render import Surroundings, render
from subportal.markdown.vietnam import (
    HEIGHT,
    HOANG_SA,
    ISLANDS,
    MAINLAND,
    TRUONG_SA,
    WIDTH,
    project,
    read_points,
)
from subportal.records.settings import Locator
from tests.projects import LANGUAGES, ROOT
from tests.rules.test_maps import LABELS

OUTLINE = "102.33 22.56, 103.32 22.8, 103.98 21.97, 103.85 21.7"
DATA = {"caption": "Vị trí", "label": "Tỉnh thử", "outline": [list(one) for one in read_points(OUTLINE)]}
NEARLY = 0.15


def shown(language: str) -> str:
    return render(fenced("locator", DATA), Surroundings(language, strings(language))).html


def within(
    points: tuple[tuple[float, float], ...], west: float, east: float, south: float, north: float
) -> bool:
    return all(west <= x <= east and south <= y <= north for x, y in points)


def test_islands_lie_where_they_lie() -> None:
    assert within(HOANG_SA, 111, 113, 15.75, 17.25)
    assert within(TRUONG_SA, 111.5, 117.34, 6.83, 12)
    assert len(HOANG_SA) >= 8
    assert len(TRUONG_SA) >= 20
    assert within(ISLANDS, 103, 110, 8.5, 21.1)


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        (105.33, 23.39),  # Lũng Cú
        (102.14, 22.4),  # A Pa Chải
        (108.06, 21.49),  # Móng Cái
        (108.33, 16.12),  # Sơn Trà
        (109.25, 13.77),  # Quy Nhơn
        (109.46, 12.65),  # Mũi Đôi
        (107.08, 10.33),  # Vũng Tàu
        (104.72, 8.62),  # Cà Mau
        (104.46, 10.4),  # Hà Tiên
        (107.55, 14.69),  # where three countries meet
    ],
)
def test_the_outline_passes_known_places(longitude: float, latitude: float) -> None:
    nearest = min(abs(x - longitude) + abs(y - latitude) for x, y in MAINLAND)
    assert nearest <= NEARLY


def test_the_outline_is_closed_without_crossing_itself() -> None:
    ends = [*MAINLAND[1:], MAINLAND[0]]
    edges = list(zip(MAINLAND, ends, strict=True))

    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    crossing = [
        (one, other)
        for index, one in enumerate(edges)
        for other in edges[index + 2 :]
        if {*one}.isdisjoint(other)
        and side(*one, other[0]) * side(*one, other[1]) < 0
        and side(*other, one[0]) * side(*other, one[1]) < 0
    ]
    assert crossing == []


def test_everything_stands_within_the_frame() -> None:
    for points in (MAINLAND, ISLANDS, HOANG_SA, TRUONG_SA):
        for x, y in map(project, points):
            assert 0 < x < WIDTH
            assert 0 < y < HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_archipelagoes_are_named_as_text_in_each_language(language: str) -> None:
    html = shown(language)
    texts = [re.sub("<[^>]*>", "", one) for one in re.findall("<text.*?</text>", html)]
    for label in LABELS[language]:
        assert label in texts
    assert "Tỉnh thử" in texts
    assert list(check_drawing("map", "ban-do-viet-nam.svg", re.sub("Tỉnh thử|Vị trí", "", html))) == []
    assert strings(language)["map.note"] in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_tells_what_it_shows_and_is_light(language: str) -> None:
    html = shown(language)
    names = re.findall(r'aria-labelledby="([^"]*)"', html)[0].split()
    assert [re.findall(f'<{tag} id="([^"]*)"', html)[0] for tag in ("title", "desc")] == names
    assert 'role="img"' in html
    assert "style=" not in html
    assert len(gzip.compress(html.encode())) < 4000


def test_the_portals_own_outline_lies_where_the_province_lies() -> None:
    text = (ROOT / "content" / "portal.yml").read_text("utf-8")
    found = yaml.load(text, yaml.CBaseLoader)["locator"]  # noqa: S506  (our own)
    points = read_points(Locator.model_validate(found).outline)
    assert within(points, 102.3, 103.99, 21.68, 22.83)
    assert max(x for x, _ in points) - min(x for x, _ in points) > 1.5
