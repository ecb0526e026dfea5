"""Passages in another language carry it (WCAG 2.2, 3.1.2); the page's own language does not."""

from __future__ import annotations

import pytest

from subportal.markdown import Surroundings, render
from subportal.markdown.languages import guess_language, mark_languages

ZH, VI = '<span lang="zh-Hans">', '<span lang="vi">'


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "Châu Hồng Hà (红河州)", f"Châu Hồng Hà ({ZH}红河州</span>)"),
        ("vi", "Lễ hội Gầu Tào", "Lễ hội Gầu Tào"),
        ("vi", "The East Sea", "The East Sea"),
        ("en", "Mường Tè, 勐德", f"{VI}Mường</span> {VI}Tè</span>, {ZH}勐德</span>"),
        ("en", "The Gầu Tào festival", f"The {VI}Gầu Tào</span> festival"),
        ("en", "Lai Chau Province", "Lai Chau Province"),
        (
            "en",
            "A naïve café, Córdoba, Québec, créée",
            "A naïve café, Córdoba, Québec, créée",
        ),
        ("en", "Châu, Hà Giang, Bình", f"{VI}Châu</span>, {VI}Hà</span> Giang, {VI}Bình</span>"),
        ("en", "Hmông, Cơ-tu, Lào-Việt", f"{VI}Hmông</span>, {VI}Cơ-tu</span>, {VI}Lào-Việt</span>"),
        ("zh-Hans", "咖啡（café）", "咖啡（café）"),
        ("en", "“红河”和", f"{ZH}“红河”和</span>"),
        ("zh-Hans", "莱州省", "莱州省"),
        ("zh-Hans", "奔徒（Bum Tở）乡", f"奔徒（{VI}Bum Tở</span>）乡"),
        ("zh-Hans", "网站 ASEAN 链接", "网站 ASEAN 链接"),
    ],
)
def test_foreign_passages_are_marked_and_own_ones_are_not(language: str, text: str, expected: str) -> None:
    found = mark_languages(text, language)
    assert found.replace("</span> " + VI, " ") == expected.replace("</span> " + VI, " ")


@pytest.mark.parametrize(
    "fragment",
    [
        '<span lang="vi">Mường Tè</span>',
        '<div lang="zh-Hans"><p>勐德</p></div>',
        "<code>Mường</code>",
        "<pre>勐德</pre>",
        '<img src="a" alt="Mường Tè">',
        '<a href="Mường" title="勐德">x</a>',
        "<svg><title>Mường</title></svg>",
    ],
)
def test_what_is_marked_already_or_is_no_prose_stays(fragment: str) -> None:
    assert mark_languages(fragment, "en") == fragment


def test_marking_goes_on_after_an_element_with_a_language() -> None:
    found = mark_languages('<p><q lang="vi">Núi<br>Đá</q> and Mường</p>', "en")
    assert found == f'<p><q lang="vi">Núi<br>Đá</q> and {VI}Mường</span></p>'


@pytest.mark.parametrize("language", ["vi", "en", "zh-Hans"])
def test_marking_twice_is_marking_once(language: str) -> None:
    once = mark_languages("<p>Mường 勐德 text</p>", language)
    assert mark_languages(once, language) == once


def test_headings_and_blocks_are_marked_too() -> None:
    text = "## Mường Tè\n\n```facts\nName: 勐德\n```\n"
    found = render(text, Surroundings(language="en")).html
    assert 'id="muong-te">' + VI in found
    assert f"<dd>{ZH}勐德</span></dd>" in found


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("红河州政府", "zh-Hans"),
        ("Báo Lai Châu", "vi"),
        ("Café de Paris", "en"),
        ("World Bank", "en"),
        ("danviet.vn, bài d1370008, 13/10/2025", "vi"),
        ("Decree on visa exemption (82/2015/NĐ-CP) – news.chinhphu.vn", "en"),
        ("30 years of Việt Nam in ASEAN – Viet Nam News", "en"),
        ("2015", "en"),
    ],
)
def test_the_language_of_a_title_is_guessed_by_its_letters(title: str, tag: str) -> None:
    assert guess_language(title) == tag
