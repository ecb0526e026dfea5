"""Bars of figures: lengths from zero, the same values in words and in a table, ids of their own."""

from __future__ import annotations

import re

import pytest

from subportal.locale.strings import strings
from subportal.markdown.blocks import fenced
from subportal.markdown.render import Surroundings, render
from tests.projects import LANGUAGES

ROWS = [
    {
        "label": "2019",
        "value": "460 <people>",
        "number": 460,
        "as_of": "1 April 2019",
        "sources": [{"title": "Census", "url": "https://a.example/b"}, {"title": "Sổ", "lang": "vi"}],
        "remark": "Rounded *off*.",
    },
    {
        "label": "Huội Quảng",
        "value": "230 people",
        "number": 230,
        "as_of": "2022",
        "sources": [{"title": "A"}],
        "remark": "By the *plant*.",
    },
    {
        "label": "A name that is much too long to stand beside its value",
        "value": "0",
        "number": 0,
        "as_of": "x",
        "sources": [{"title": "B"}],
    },
]


def shown(language: str, *titles: str) -> str:
    text = "".join(fenced("bars", {"title": title, "items": ROWS}) for title in titles)
    return render(text, Surroundings(language, strings(language))).html


def test_a_bar_is_as_long_as_its_value() -> None:
    widths = [float(one) for one in re.findall(r'class="bar"[^>]*width="([^"]*)"', shown("en", "People"))]
    assert widths == [360, 180, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_the_same_as_the_bars(language: str) -> None:
    html = shown(language, "People")
    cells = [cell.partition("<small>")[0] for cell in re.findall("<td>(.*?)</td>", html)]
    assert cells == ["460 &lt;people&gt;", "1 April 2019", "230 people", "2022", "0", "x"]
    assert 'role="img"' in html
    assert "460 &lt;people&gt;" in re.findall("<desc[^>]*>(.*?)</desc>", html)[0]
    assert "style=" not in html


def test_each_value_has_its_remark_and_its_sources() -> None:
    html = shown("en", "People")
    assert 'scope="row">2019<small>Rounded <em>off</em>.</small></th>' in html
    source = '<small>Source: <a href="https://a.example/b">Census</a>; <span lang="vi">Sổ</span></small>'
    assert f"<td>1 April 2019{source}</td>" in html
    assert html.count("<small>Source: ") == 3


def test_long_names_are_cut_in_the_drawing_and_whole_in_the_table() -> None:
    html = shown("en", "People")
    assert "…</text>" in html
    assert f">{ROWS[2]['label']}</th>" in html


def test_a_name_in_another_language_says_so() -> None:
    assert 'scope="row"><span lang="vi">Huội Quảng</span><small>By the <em>plant</em>.</small></th>' in shown(
        "en", "People"
    )
    assert 'scope="row">Huội Quảng<small>' in shown("vi", "People")


def test_two_charts_on_a_page_have_ids_of_their_own_in_every_script() -> None:
    ids = re.findall(' id="([^"]*)"', shown("zh", "人口", "产品"))
    assert len(ids) == len(set(ids)) == 4
