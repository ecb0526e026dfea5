from __future__ import annotations

import json
from typing import Any

import pytest

from subportal.search.entries import Entry, entries_of

META: dict[str, Any] = {
    "title": "Cửa khẩu và lối mở",
    "description": "Nơi qua lại biên giới.",
    "template": "article.html",
    "lang": "vi",
    "alternates": ["vi", "en"],
    "crumbs": [["Trang chủ", "../index.md"], ["Biên giới", "index.md"]],
}


def found(body: str = "Chữ.", file: str = "vi/general/page.md", **meta: Any) -> list[Entry]:
    return entries_of(file, {**META, **meta}, body)


def shown(entry: Entry) -> list[str]:
    told: list[str] = json.loads(b"[%b]" % entry.shown)
    return told


def places(entry: Entry) -> list[set[str]]:
    return [set(terms) for terms in entry.terms()]


def test_an_entry_shows_title_section_date_description_and_text() -> None:
    [entry] = found(
        "## Đề mục {#x}\n\nĐi [tới **nơi**](a.md) này.[^1]\n", date={"iso": "2026-01-02", "text": "2/1/2026"}
    )
    assert entry.name == "general/page"
    told = [META["title"], "Biên giới", "2/1/2026", META["description"], "Đi tới nơi này."]
    assert shown(entry)[1:] == told


def test_a_term_stands_in_its_best_place_only() -> None:
    [entry] = found("## Lối mở {#x}\n\nCửa khẩu và chữ, chữ, chữ, hàng hóa.\n")
    title, _, about, often, rest = places(entry)
    assert {"khâu\u0309", "cưa\u0309 ".strip(), "cua khau", "loi mo"} <= title
    assert "biên" in about
    assert "chư\u0303" in often
    assert "hang" not in rest
    assert "ha\u0300ng" not in rest
    assert "hang\u0300" in rest
    assert not title & about
    assert not (title | about | often) & rest


@pytest.mark.parametrize(
    "table",
    [
        "| Chè | Lúa |\n| --- | :---: |\n| 10 | 20 |",
        "Chè|Lúa\n---|:--\n10|20",
        "|Chè|Lúa|\n|:---|----:|\n|10|20|",
    ],
)
def test_of_a_table_the_cells_are_found_and_not_its_rules(table: str) -> None:
    [entry] = found(f"Lời dẫn---và chữ.\n\n{table}\n\n---\n")
    assert shown(entry)[5] == "Lời dẫn---và chữ. Chè Lúa 10 20"
    assert {"che\u0300", "lua\u0301", "10", "20"} <= places(entry)[4]


def test_titles_of_guides_count_more_than_those_of_records_and_activities() -> None:
    for place, template in enumerate(("section.html", "place.html", "activity.html")):
        [entry] = found(template=template)
        assert [index for index, terms in enumerate(places(entry)) if "cua khau" in terms] == [place]


@pytest.mark.parametrize(
    ("file", "meta"),
    [
        ("zh/general/page.md", {}),
        ("vi/404.md", {"template": "404.html"}),
        ("vi/sitemap.md", {}),
        ("vi/search.md", {}),
        ("vi/general/page.md", {"noindex": True}),
        ("vi/agencies/level/province.md", {"template": "list.html"}),
        ("vi/documents/all/page/2.md", {"template": "list.html"}),
    ],
)
def test_stand_ins_and_parts_of_lists_are_not_found(file: str, meta: dict[str, Any]) -> None:
    assert found(file=file, **meta) == []


def test_a_list_is_found_by_its_own_words_not_by_those_of_what_it_lists() -> None:
    items = json.dumps({"id": "list", "items": [{"title": "Ẩn danh", "href": "a.md"}]}, ensure_ascii=False)
    [entry] = found(
        f"Lời đầu.\n\n````listing\n{items}\n````\n\n- [Một trang khác](b.md)\n", template="list.html"
    )
    assert shown(entry)[5] == "Lời đầu."
    assert not any("danh" in terms or "khac\u0301" in terms for terms in entry.terms())


def test_facts_are_found_and_names_in_other_languages_count_as_headings() -> None:
    facts = [
        {"label": "English", "value": "Border gate", "lang": "en"},
        {"label": "Loại", "value": "Quốc tế"},
    ]
    [entry] = found(f"````facts\n{json.dumps(facts, ensure_ascii=False)}\n````\n")
    assert "border gate" in places(entry)[2]
    assert "Loại: Quốc tế" in shown(entry)[5]


def test_each_figure_of_the_list_of_figures_is_found() -> None:
    rows = [{"label": "Diện tích chè", "value": "10 ha", "as_of": "2025", "id": "che", "sources": []}]
    whole, figure = found(
        f"````figure-table\n{json.dumps(rows, ensure_ascii=False)}\n````\n", file="vi/figures/land.md"
    )
    assert (whole.name, figure.name) == ("figures/land", "figures/land#che")
    assert shown(figure)[:5] == ["figures/land/#che", "Diện tích chè", "Biên giới", "", "10 ha (2025)"]
