"""A staged page as a file, and what all pages share: crumbs, links, neighbours, notices."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from subportal.locale.strings import strings
from subportal.markdown import Surroundings, render
from subportal.pages import render_pages
from subportal.pages.site import Site, escape, section_pages
from subportal.pages.staged import StagedPage, read_staged
from subportal.public import project
from tests.projects import LANGUAGES, PAGE
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION, read_portal, sample_public

FIG, VI, EN = "records/figure/dien-tich.yml", "vi/general/page.md", "en/general/page.md"


def pages(folder: Path | None = None, **files: str) -> dict[str, StagedPage]:
    public = sample_public()
    if folder is not None:
        names = {"figure": FIG, "page": VI, "english": EN}
        changed = {names[name]: text for name, text in files.items()}
        public = project(read_portal(folder, {**SAMPLES, **changed}))
    return {page.file: page for page in render_pages(public)}


META: dict[str, Any] = {
    "title": 'A: "b" # c',
    "description": "Đường\nbiên — 边界",
    "alternates": ["vi", "en"],
    "crumbs": [["Trang chủ", "../index.md"]],
    "date": {"iso": "2026-01-02", "text": "2/1/2026"},
    "sample": True,
}


@pytest.mark.parametrize("body", ["Chữ.\n", "## A\n\n---\n\nB\n", "", "key: value\n", "---\n"])
def test_a_staged_page_is_read_as_it_was_written(body: str) -> None:
    page = StagedPage("vi", "general/page", META, body)
    meta, text = read_staged(page.to_text())
    assert (meta, text) == (META, body)
    assert page.file == "vi/general/page.md"


def test_any_reader_of_yaml_understands_the_front_matter() -> None:
    for page in pages().values():
        head = page.to_text().split("\n---\n")[0].removeprefix("---\n")
        assert yaml.safe_load(head) == page.meta


def test_a_page_has_title_description_template_and_a_body_that_renders() -> None:
    for name, page in pages().items():
        own = strings(name.partition("/")[0])
        assert all(page.meta[key] for key in ("title", "description", "template", "lang", "alternates")), name
        assert read_staged(page.to_text())[0] == page.meta
        found = render(page.body, Surroundings(language=page.meta["lang"], strings=own)).html
        assert not re.search("````|<pre>|None", found), name


def test_every_link_between_staged_pages_leads_to_one() -> None:
    found = pages()
    for page in found.values():
        addresses = re.findall(r'\]\(<?([^)>\s]+\.md)|"href": "([^"]+?\.md)', page.body)
        crumbs = [("", href) for _, href in page.meta.get("crumbs", ())]
        for one, other in [*addresses, *crumbs]:
            folder = posixpath.dirname(page.file)
            target = posixpath.normpath(posixpath.join(folder, one or other))
            assert target in found, f"{page.file}: {target}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vi/general/page.md", [["Trang chủ", "../index.md"], ["Thông tin chung", "index.md"]]),
        ("vi/general/index.md", [["Trang chủ", "../index.md"]]),
        (
            "en/agencies/ubnd.md",
            [["Home", "../index.md"], ["Thông tin chung", "../general/index.md"], ["Agencies", "index.md"]],
        ),
        (
            "zh/plans/ke-hoach.md",
            [
                ["首页", "../index.md"],
                ["Văn bản", "../documents/index.md"],
                [strings("zh")["plan.list_title"], "index.md"],
            ],
        ),
        ("en/sitemap.md", [["Home", "index.md"]]),
    ],
)
def test_crumbs_lead_from_the_home_page_down(name: str, expected: list[list[str]]) -> None:
    assert pages()[name].meta["crumbs"] == expected


def test_news_know_the_older_and_the_newer_item() -> None:
    found = pages()
    neighbours = {
        name: (
            found[f"vi/general/news-{name}.md"].meta.get("previous"),
            found[f"vi/general/news-{name}.md"].meta.get("next"),
        )
        for name in "abc"
    }
    assert neighbours == {
        "a": (None, ["Tin hai", "news-b.md"]),
        "b": (["Tin một", "news-a.md"], ["Tin ba", "news-c.md"]),
        "c": (["Tin hai", "news-b.md"], None),
    }
    assert found["en/general/news-b.md"].meta["date"] == {"iso": "2026-02-05", "text": "5 February 2026"}


def test_a_section_lists_its_pages_its_news_by_year_and_its_records() -> None:
    body = pages()["vi/general/index.md"].body
    assert body.index("{#pages}") < body.index("{#news}") < body.index("{#y2026}") < body.index("{#records}")
    assert body.index("news-c.md") < body.index("news-b.md") < body.index("news-a.md")
    assert '"href": "../figures/index.md"' in body
    assert list(sample_public().news.dated()) == [f"general/news-{one}" for one in "cba"]
    assert [page.path for page in section_pages(sample_public(), "general")] == ["general/page"]


def test_the_home_page_shows_sections_news_figures_and_the_plan() -> None:
    body = pages()["en/index.md"].body
    for anchor in ("{#sections}", "{#news}", "{#figures}", "{#plan}"):
        assert anchor in body
    assert "9,068.73 km²" in body
    assert "[Test plan](plans/ke-hoach.md)" in body


# Translations -------------------------------------------------------------------------------------


def test_a_page_that_is_not_translated_is_never_passed_off_as_translated() -> None:
    found = pages()
    page = found["zh/general/page.md"]
    assert (page.meta["lang"], page.meta["state"], page.meta["alternates"]) == ("vi", "missing", ["vi", "en"])
    assert page.meta["title"] == "Trang con"
    translated = found["en/general/page.md"]
    assert (translated.meta["lang"], "state" in translated.meta) == ("en", False)
    assert translated.meta["heading_ids"] == ["de-muc-mot"]
    assert "heading_ids" not in found["vi/general/page.md"].meta


def test_a_record_without_a_name_in_the_language_shows_the_original_with_its_language() -> None:
    page = pages()["en/documents/quyet-dinh.md"]
    assert (page.meta["state"], page.meta["title_lang"], page.meta["alternates"]) == ("missing", "vi", ["vi"])
    assert '<span lang="vi">Về việc khác</span>' in page.body


def test_an_outdated_translation_says_since_when(tmp_path: Path) -> None:
    original = PAGE.replace("visibility", "updated: 2026-10-01\nvisibility")
    stale = TRANSLATION.replace("description", "source_hash: '0'\ndescription")
    meta = pages(tmp_path, page=original, english=stale)["en/general/page.md"].meta
    assert (meta["state"], meta["since"], meta["lang"]) == ("outdated", "1 October 2026", "en")


def test_links_to_records_and_figures_in_a_text_are_filled_in(tmp_path: Path) -> None:
    text = PAGE + "[Ủy ban](agency:ubnd), [số](figure:dien-tich#x)\n\n```figures\n- dien-tich\n```\n"
    body = pages(tmp_path, page=text)["vi/general/page.md"].body
    assert "[Ủy ban](../agencies/ubnd.md)" in body
    assert "(../figures/land.md#dien-tich" in body
    assert "````figure-table" in body
    assert "9.068,73 km²" in body
    assert "```figures" not in body


def test_sources_carry_their_language_and_their_reliability(tmp_path: Path) -> None:
    sources = FIGURE + "    mark: S2\n    date: 2023-12\n  - {title: World Bank, url: 'https://a.org'}\n"
    text = PAGE.replace("  - title: Nguồn thử\n", sources.partition("sources:\n")[2])
    shown = pages(tmp_path, page=text)["vi/general/page.md"].meta["sources"]
    assert shown == [
        {"title": "Nguồn thử", "date": "tháng 12/2023", "remark": strings("vi")["sources.second_hand"]},
        {"title": "World Bank", "lang": "en", "url": "https://a.org"},
    ]


def test_related_pages_and_records_have_titles_of_the_language(tmp_path: Path) -> None:
    text = PAGE.replace("visibility", "related: [general/news-a.md, 'agency:ubnd']\nvisibility")
    found = pages(tmp_path, page=text)
    assert found["en/general/page.md"].meta["related"] == [
        ["Tin một", "news-a.md"],
        ["Test Committee", "../agencies/ubnd.md"],
    ]


# The site -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_map_has_every_page_that_people_look_for(language: str) -> None:
    found = pages()
    body = found[f"{language}/sitemap.md"].body
    for name, page in found.items():
        own = name.removeprefix(f"{language}/")
        part = page.meta["template"] == "list.html" and page.path.count("/") > 1
        if (
            name.startswith(f"{language}/")
            and own not in {"index.md", "404.md", "offline.md", "sitemap.md"}
            and not part
        ):
            assert f"]({own})" in body, page.file


def test_the_page_for_lost_addresses_is_not_indexed_and_leads_on() -> None:
    page = pages()["en/404.md"]
    assert page.meta["noindex"]
    assert '"href": "index.md"' in page.body
    assert '"href": "sitemap.md"' in page.body


@pytest.mark.parametrize("text", ["a*b_c", "[x](y)", "<b>", "1 | 2", "# a", "`a`", "~a~", "a\nb", "\\"])
def test_escaped_text_means_just_its_characters(text: str) -> None:
    from subportal.markdown.dialect import plain, to_html  # noqa: PLC0415

    assert plain(to_html(f"x {escape(text)}")) == f"x {' '.join(text.split())}"


def test_addresses_are_relative_to_the_page() -> None:
    site = Site(sample_public(), "en")
    assert site.relative("general/page", "general/x.md") == "x.md"
    assert site.relative("index", "general/x.md#y") == "general/x.md#y"
    assert site.relative("a/b/c", "general/x.md") == "../../general/x.md"
