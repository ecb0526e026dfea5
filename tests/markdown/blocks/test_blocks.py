"""Each own block: what it makes of good data, and what it refuses."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from subportal.locale.strings import strings
from subportal.markdown import Origin, Surroundings, render
from subportal.markdown.blocks import Place, fenced, registry

PLACE = Place("en", strings("en"), Origin(depth=1))
AUTHORS = {"facts", "figures", "gallery", "bilingual", "timeline", "map", "figure-chart", "gate-notices"}
GENERATED = {"cards", "chart", "figure-table", "listing", "locator", "bars"}


def block(name: str, text: str) -> str:
    return registry()[name].render(text, PLACE)


def chart(**changes: object) -> str:
    data: dict[str, object] = {
        "title": "The year",
        "columns": ["Activity", "When & how long"],
        "start": "2015-01-01",
        "end": "2015-12-31",
        "months": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"],
        "items": [
            {"labels": ["First \\<half\\>"], "when": "To *June*", "spans": [["2015-01-01", "2015-06-30"]]},
            {"labels": ["Reports"], "when": "Twice", "marks": ["2015-06-14", "2015-12-31"]},
        ],
    }
    return block("chart", fenced("chart", {**data, **changes}).partition("\n")[2].rpartition("````")[0])


def test_every_block_is_found_and_knows_who_may_write_it() -> None:
    assert {name for name, one in registry().items() if one.for_authors} == AUTHORS
    assert {name for name, one in registry().items() if not one.for_authors} == GENERATED


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("facts", "Area: 9,068 km²\n", ["<dl", "<dt>Area</dt>", "<dd>9,068 km²</dd>"]),
        (
            "facts",
            "- {label: A, value: '**b**', note: c}\n",
            ["<strong>b</strong>", "note-inline", ">c</span>"],
        ),
        ("facts", "- {label: A, value: 中, lang: zh-Hans}\n", ['<dd lang="zh-Hans">中</dd>']),
        ("facts", "Time: 14:30\nOpen: no\n", ["<dd>14:30</dd>", "<dd>no</dd>"]),
        ("facts", "Page: '[a](b.md)'\n", ['<a href="../b/">a</a>']),
        ("timeline", "- {date: 1909, text: Founded}\n", ["<ol", "<b>1909</b>", "<p>Founded</p>"]),
        (
            "timeline",
            "- {date: 28 June 1909, text: x, datetime: 1909-06-28}\n",
            ['<time datetime="1909-06-28">28 June 1909</time>'],
        ),
        (
            "gallery",
            "- {image: ../../media/nui.svg, alt: Núi & đá, caption: '*Núi*', credit: Báo}\n",
            ['src="../../media/nui.svg"', 'alt="Núi &amp; đá"', "<em>Núi</em>", 'class="credit">Báo'],
        ),
        ("gallery", "- {image: nui.svg, alt: Núi}\n", ['<li><figure><img src="../nui.svg" alt="Núi"']),
        (
            "bilingual",
            "- {vi: Một, zh: 一}\n- {vi: Hai, zh: 二}\n",
            ['<div lang="vi"><p>Một</p>', '<div lang="zh-Hans"><p>二</p>'],
        ),
        ("gate-notices", "none: Không có.\n", ["<p>Không có.</p>"]),
        ("map", "caption: '*Vị trí*'\n", ["<p><em>Vị trí</em></p>"]),
        ("figure-chart", "title: a\nfigures: [b, {id: c, label: d}]\n", ["<li>b</li><li>c</li>"]),
        ("figures", "- dien-tich\n- dan-so\n", ["<li>dien-tich</li><li>dan-so</li>"]),
        (
            "figure-table",
            """[{"label": "Area", "value": "9 km²", "as_of": "2023", "id": "dien-tich", "remark": "r",
            "sources": [{"title": "A"}, {"title": "Báo Công", "url": "https://b.vn", "lang": "vi"}]}]""",
            [
                'id="dien-tich"',
                "As of 2023",
                "Source: A; ",
                '<span lang="vi"><a href="https://b.vn">Báo Công</a></span>',
                "<small>r</small>",
            ],
        ),
        (
            "cards",
            '[{"title": "News", "href": "a.md", "meta": "5 May", "datetime": "2026-05-05", "lang": "vi"}]',
            ["cards-cards", '<li lang="vi">', '<h3><a href="../a/">News</a></h3>', 'datetime="2026-05-05"'],
        ),
        (
            "cards",
            '{"style": "figures", "level": 2, "items": [{"title": "Area", "text": "9 km²"}]}',
            ["cards-figures", '<p class="value">9 km²</p><h2>Area</h2>'],
        ),
    ],
)
def test_good_data_is_drawn(name: str, text: str, expected: list[str]) -> None:
    found = block(name, text)
    for part in expected:
        assert part in found
    assert "None" not in found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts", "- {label: A}\n"),
        ("facts", "- {label: A, value: b, vlaue: c}\n"),
        ("facts", "A: {b: c}\n"),
        ("facts", "just words\n"),
        ("timeline", "- {date: 1909}\n"),
        ("timeline", "date: 1909\n"),
        ("gallery", "- {alt: a}\n"),
        ("gallery", "- a.svg\n"),
        ("bilingual", "- {vi: a}\n"),
        ("bilingual", "- {vi: a, en: b, zh: c}\n"),
        ("bilingual", "- {vi: a, en: b}\n- {en: b, vi: a}\n"),
        ("bilingual", "- {vi: a, en: b}\n- {vi: a, zh: b}\n"),
        ("map", "of: vn\n"),
        ("gate-notices", "gate: a\n"),
        ("figure-chart", "title: a\nfigures: []\n"),
        ("figure-chart", "title: a\nfigures: [{name: b}]\n"),
        ("bars", '{"title": "a", "items": [{"label": "b"}]}'),
        ("locator", '{"caption": "a", "label": "b", "outline": [[103]]}'),
        ("figures", "- {id: a}\n"),
        ("figures", "a: b\n"),
        ("cards", '{"style": "fancy", "items": []}'),
        ("cards", '{"level": 5, "items": []}'),
        ("cards", '[{"href": "a.md"}]'),
        ("listing", '{"items": []}'),
        ("listing", '{"id": "a", "items": [{"href": "b.md"}]}'),
        ("chart", '{"title": "a", "items": []}'),
        ("figure-table", '[{"label": "a"}]'),
    ],
)
def test_bad_data_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValidationError):
        block(name, text)


@pytest.mark.parametrize("name", sorted(registry()))
def test_a_block_gives_the_same_bytes_for_the_same_data_and_none_of_its_fence(name: str) -> None:
    samples = {
        "facts": "A: b\n",
        "figures": "- a\n",
        "gallery": "- {image: a.svg, alt: b}\n",
        "bilingual": "- {vi: a, en: b}\n",
        "timeline": "- {date: a, text: b}\n",
        "cards": '[{"title": "a"}]\n',
        "chart": fenced(
            "chart", {"title": "a", "columns": ["b", "c"], "start": "2015-01-01", "end": "2015-12-31"}
        ),
        "figure-table": '[{"label": "a", "value": "b", "as_of": "c", "sources": []}]\n',
        "listing": '{"id": "a", "items": []}\n',
        "map": "caption: a\n",
        "gate-notices": "none: a\n",
        "figure-chart": "title: a\nfigures: [b, c]\n",
        "bars": '{"title": "a", "items": [{"label": "b", "value": "1", "number": 1, "as_of": "c", '
        '"sources": []}]}\n',
        "locator": '{"caption": "a", "label": "b", "outline": [[103, 22], [104, 22], [103, 21]]}\n',
    }
    text = samples[name]
    if name == "chart":
        text = text.partition("\n")[2].rpartition("\n}")[0] + ',\n"months": [],\n"items": []\n}\n'
    around = Surroundings(language="en", strings=strings("en"))
    page = f"Before.\n\n````{name}\n{text}````\n\nAfter.\n"
    first = render(page, around).html
    assert render(page, around).html == first
    assert "````" not in first
    assert "<pre>" not in first
    assert first.startswith("<p>Before.</p>")
    assert first.endswith("<p>After.</p>\n")


def test_a_fence_with_another_name_is_code() -> None:
    found = render("```yaml\na: b\n```\n", Surroundings()).html
    assert found == '<pre><code class="language-yaml">a: b\n</code></pre>\n'


@pytest.mark.parametrize(
    "data",
    [
        [{"label": "Đ & <b>", "value": '"'}],
        {"items": [{"label": "```", "value": "`"}]},
        {"id": "a", "items": [{"title": "b"}], "facets": []},
        [],
        {"id": "a", "items": []},
    ],
)
def test_what_is_fenced_is_read_again(data: object) -> None:
    from subportal.markdown.blocks.base import parse  # noqa: PLC0415
    from subportal.markdown.dialect import take_inventory, to_html  # noqa: PLC0415

    text = fenced("facts", data)
    assert fenced("facts", data) == text
    (fence,) = take_inventory(to_html(text)).fences
    expected = data["items"] if isinstance(data, dict) and list(data) == ["items"] else data
    assert (fence.name, parse(fence.text)) == ("facts", expected)


# The list that a script filters -------------------------------------------------------------------

LISTING = """\
{"id": "list", "level": 2,
 "facets": [{"key": "type", "label": "Type & kind", "options": [{"value": "press", "label": "Press"}]}],
 "items": [
  {"title": "One", "href": "a.md", "text": "*t*", "facts": [["When", "2015"]],
   "facets": {"type": ["press"], "period": ["q1", "q2"]}},
  {"title": "Hai", "lang": "vi", "text": "Chữ"}]}
"""


def test_a_listing_reads_well_without_its_script() -> None:
    found = block("listing", LISTING)
    assert re.search(r'<form class="filter" data-filter="list"[^>]* hidden>', found)
    assert 'data-shown="Showing {shown} of {total}"' in found
    assert 'data-none="Nothing matches. Choose fewer conditions."' in found
    assert '<select name="type"><option value="">All</option><option value="press">Press</option>' in found
    assert "Type &amp; kind" in found
    assert '<p role="status">' in found
    assert '<ol class="listing" id="list">' in found
    assert (
        '<li data-type="press" data-period="q1 q2"><h2><a href="../a/">One</a></h2><p><em>t</em></p>' in found
    )
    assert "<div><dt>When</dt><dd>2015</dd></div>" in found
    assert '<li><h2 lang="vi">Hai</h2><p lang="vi">Chữ</p></li>' in found


def test_a_listing_without_questions_has_no_form() -> None:
    assert "<form" not in block("listing", '{"id": "list", "items": [{"title": "One"}]}')


# The chart ----------------------------------------------------------------------------------------


def test_a_chart_says_in_words_what_it_draws_for_those_who_see() -> None:
    found = chart()
    assert found.startswith('<table class="year"><caption>The year</caption>')
    assert '<th scope="col">When &amp; how long<span class="scale" aria-hidden="true">' in found
    assert re.findall(r"<span>(\w+)</span>", found) == ["Jan", "Apr", "Jul"]
    assert '<th scope="row">First &lt;half&gt;</th><td>To <em>June</em><svg' in found
    assert found.count("<svg") == found.count('aria-hidden="true"') - 1 == 2
    assert found.count('class="bar"') == 1
    assert found.count('class="mark"') == 2


def test_what_takes_place_at_one_time_stands_in_one_row() -> None:
    found = chart(items=[{"labels": ["*a*", "b"], "when": "c", "spans": [["2015-01-01", "2015-06-30"]]}])
    assert "<tr><td><details><summary>2 activities</summary><ul><li><em>a</em></li><li>b</li></ul>" in found
    with pytest.raises(ValidationError, match="labels"):
        chart(items=[{"labels": [], "when": "c"}])


def test_quarters_are_where_they_begin() -> None:
    assert chart().count('<path class="quarter" d="M90 0v10M181 0v10"/>') == 2
    leap = chart(start="2016-01-01", end="2016-12-31")
    assert 'viewBox="0 0 366 10"' in leap
    assert "M91 0v10M182 0v10" in leap


def test_bars_stay_within_the_chart_and_follow_the_days() -> None:
    days = ("2015-01-01", "2015-01-01"), ("2015-07-01", "2015-07-31"), ("2015-12-31", "2015-12-31")
    beyond = ("2014-06-01", "2016-06-01")
    found = chart(items=[{"labels": ["a"], "when": "b", "spans": [*days, beyond]}])
    bars = [(int(x), int(width)) for x, width in re.findall(r'class="bar" x="(\d+)" width="(\d+)"', found)]
    assert bars == [(0, 2), (181, 31), (363, 2), (0, 365)]
    marks = chart(items=[{"labels": ["a"], "when": "b", "marks": ["2015-01-01", "2015-12-31"]}])
    assert re.findall(r'class="mark" d="M(\d+)', marks) == ["1", "364"]


@pytest.mark.parametrize(
    "text",
    [
        "Bản tin số 12: chè, 2.000 ha – 15/1/2026 (Lai Châu)",
        "2. Not a list",
        "2) Nor this",
        "2.5 million",
        "A_b_ c",
        "a  b ",
        "Trailing ",
        "- dash",
        "x *y* & “z” <b>",
        "第3号：茶叶（莱州）。",
        "a: b",
        "see www.example.org, a@example.org",
        "Tết 30\\. x",
        "~~x~~ `y` [z](w.md) $1$ #2 ^3 |4| =5 +6",
        "",
    ],
)
def test_a_line_without_marks_is_drawn_as_the_engine_would(text: str) -> None:
    whole = PLACE.paragraphs(text).strip()
    paragraph = whole.startswith("<p>") and whole.endswith("</p>")
    assert PLACE.inline(text) == (whole[3:-4] if paragraph else whole)
