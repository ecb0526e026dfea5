"""Lists of any length: pages of fifty, a list for each value, news by year, month and topic."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from subportal.pages import render_pages
from subportal.pages.listing import PAGE_SIZE, chunks, numbered, page_count, reviewed_since
from subportal.pages.news import NEWEST
from subportal.pages.site import Site
from subportal.pages.sitemap import AT_MOST
from subportal.pages.staged import StagedPage
from subportal.public import project
from subportal.records.agency import Agency
from tests.records.samples import NEWS, SAMPLES, read_portal, sample_public
from tests.records.samples_kinds import PROJECT

MANY = 120


@cache
def many() -> dict[str, StagedPage]:
    """Return the pages of a portal with many projects that all lie in one commune."""
    files = {
        f"records/project/p{number:03}.yml": PROJECT.replace("energy", "energy" if number % 2 else "tourism")
        for number in range(MANY)
    }
    without = {name: text for name, text in SAMPLES.items() if name != "records/project/thuy-dien.yml"}
    with TemporaryDirectory() as folder:
        portal = project(read_portal(Path(folder), {**without, **files}))
        return {page.file: page for page in render_pages(portal)}


@cache
def newsy(folder: Path) -> dict[str, StagedPage]:
    files = {
        f"vi/news/{2020 + number // 20}/n{number:02}.md": NEWS.format(
            name=f"n{number:02}", date=f"{2020 + number // 20}-0{number % 6 + 1}-{number % 20 + 1:02}"
        ).replace("visibility", "topics: [cooperation]\nvisibility" if number % 2 else "visibility")
        for number in range(45)
    }
    return {page.file: page for page in render_pages(project(read_portal(folder, {**SAMPLES, **files})))}


def entries(page: StagedPage) -> list[str]:
    found = re.search(r"^````(?:listing|cards)\n(.*?)\n````$", page.body, re.DOTALL | re.MULTILINE)
    assert found
    data = json.loads(found[1])
    return [item["href"] for item in (data["items"] if isinstance(data, dict) else data)]


def test_no_page_of_a_list_is_longer_than_fifty() -> None:
    parts = [many()[f"zh/projects/{path}.md"] for path in ("index", "page/2", "page/3")]
    assert [len(entries(part)) for part in parts] == [50, 50, 20]
    assert "zh/projects/page/4.md" not in many()
    hrefs = [name.rpartition("/")[2] for part in parts for name in entries(part)]
    assert len(set(hrefs)) == MANY
    assert len({part.meta["description"] for part in parts}) == 3


def test_a_page_leads_to_the_one_before_and_the_one_after() -> None:
    assert "[下一页](page/2.md)" in many()["zh/projects/index.md"].body
    assert "上一页" not in many()["zh/projects/index.md"].body
    second = many()["zh/projects/page/2.md"].body
    assert "[上一页](../index.md) · 第2页，共3页 · [下一页](3.md)" in second
    assert "下一页" not in many()["zh/projects/page/3.md"].body


def test_projects_can_be_read_by_sector_without_a_script() -> None:
    assert "[能源](sector/energy.md) (60)" in many()["zh/projects/index.md"].body
    parts = [many()[f"zh/projects/sector/{path}.md"] for path in ("energy", "energy/page/2")]
    assert [len(entries(part)) for part in parts] == [50, 10]
    assert many()["zh/projects/sector/energy.md"].meta["crumbs"][-1] == ["投资项目目录", "../index.md"]


def test_a_page_that_many_name_stays_short_and_leads_to_their_list() -> None:
    body = many()["en/places/xa-thu.md"].body
    assert body.count("](../projects/p") == 20
    assert f"[See the list ({MANY} items)](../projects/index.md)" in body


def test_the_site_map_lists_the_first_of_a_kind_and_leads_to_the_rest() -> None:
    body = many()["en/sitemap.md"].body
    assert body.count("](projects/p") == AT_MOST
    assert f"[See all ({MANY})](projects/index.md)" in body
    assert "projects/page" not in body
    assert "projects/sector" not in body


@pytest.mark.parametrize("count", [0, 1, 50, 51, 3000])
def test_pages_are_counted_right(count: int) -> None:
    parts = list(chunks(range(count)))
    assert len(parts) == page_count(range(count))
    assert sum(map(len, parts)) == count
    assert all(len(part) <= PAGE_SIZE for part in parts)


def test_later_pages_stand_below_the_first() -> None:
    assert [numbered("a/index", n) for n in (1, 2)] == ["a/index", "a/page/2"]
    assert [numbered("a/all", n) for n in (1, 2)] == ["a/all", "a/all/page/2"]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StagedPage]:
    return newsy(tmp_path_factory.mktemp("news"))


def test_the_newest_items_come_first_and_the_others_behind_them(news: dict[str, StagedPage]) -> None:
    first, second, third = (news[f"vi/news/{path}.md"] for path in ("index", "page/2", "page/3"))
    shown = re.findall(r'"href": "(?:\.\./)?(?:20\d\d|general)/n[ew\d]', first.body)
    assert len(shown) == NEWEST
    assert (len(entries(second)), len(entries(third))) == (NEWEST, 8)
    assert "[Trang sau](page/2.md)" in first.body


def test_news_stand_by_year_month_and_topic(news: dict[str, StagedPage]) -> None:
    assert len(entries(news["vi/news/2020/index.md"])) == 20
    assert "[tháng 6/2020](06.md)" in news["vi/news/2020/index.md"].body
    assert entries(news["vi/news/2020/06.md"]) == ["n17.md", "n11.md", "n05.md"]
    assert len(entries(news["vi/news/topic/cooperation.md"])) == 22
    assert "[2020](" not in news["vi/index.md"].body
    assert "](topic/cooperation.md) (22)" in news["vi/news/index.md"].body


def test_a_section_shows_the_news_on_it(news: dict[str, StagedPage]) -> None:
    body = news["vi/cooperation/index.md"].body
    assert '"href": "../news/2022/n43.md"' in body
    assert "](../news/topic/cooperation.md){.more}" in body


def test_an_item_leads_to_its_topics_and_to_items_near_it(news: dict[str, StagedPage]) -> None:
    page = news["vi/news/2020/n05.md"]
    assert "](../topic/cooperation.md)" in page.body
    assert len(page.meta["related"]) == 3
    assert "related" not in news["vi/news/2020/n04.md"].meta


def test_items_at_the_edge_of_a_year_have_neighbours_in_the_other(news: dict[str, StagedPage]) -> None:
    last = news["vi/news/2020/n17.md"].meta
    assert last["previous"][1].startswith("n")
    assert last["next"][1].startswith("../2021/")


def test_news_never_enter_the_menu() -> None:
    from subportal.pages.chrome import render_chrome  # noqa: PLC0415

    menu = render_chrome(sample_public())["vi"]["menu"]
    assert {entry["href"] for entry in menu} == {
        f"{section}/index.md" for section in sample_public().settings.sections
    }


# Orders --------------------------------------------------------------------------------------------


def listing(page: StagedPage) -> dict[str, Any]:
    found = re.search(r"^````listing\n(.*?)\n````$", page.body, re.DOTALL | re.MULTILINE)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


CAPITALS = {
    "a": "{value: 970, unit: billion-vnd}",
    "b": "{value: 1050000, unit: million-vnd}",
    "c": "{value: 2000, unit: million-usd}",
    "d": "",
}


def test_projects_can_be_ordered_by_capital_and_date(tmp_path: Path) -> None:
    files = {}
    for number, (name, capital) in enumerate(CAPITALS.items()):
        text = re.sub("^as_of:.*$", f"as_of: 202{number}", PROJECT, flags=re.MULTILINE)
        text = re.sub("^capital:.*(?:\n +.*)*\n", "", text, flags=re.MULTILINE)
        files[f"records/project/{name}.yml"] = text + (f"capital: {capital}\n" if capital else "")
    without = {name: text for name, text in SAMPLES.items() if "/project/" not in name}
    pages = render_pages(project(read_portal(tmp_path, {**without, **files})))
    data = listing(next(page for page in pages if page.file == "en/projects/index.md"))
    assert [(one["value"], one["label"]) for one in data["orders"]] == [
        ("name", "Name"),
        ("as_of", "As of: newest first"),
        ("capital", "Total capital: largest first"),
    ]
    ranks = {item["href"].removesuffix(".md"): item["ranks"] for item in data["items"]}
    assert sorted(ranks, key=lambda one: ranks[one]["capital"]) == ["b", "a", "c", "d"]
    assert sorted(ranks, key=lambda one: ranks[one]["as_of"]) == ["d", "c", "b", "a"]
    assert "whole" not in data


def test_a_page_of_a_long_list_says_that_it_is_a_part() -> None:
    first, second = (listing(many()[f"vi/projects/{path}.md"]) for path in ("index", "page/2"))
    assert (first["whole"], first["start"]) == (MANY, "index.md")
    assert (second["whole"], second["start"]) == (MANY, "../index.md")
    part = listing(many()["vi/projects/sector/energy.md"])
    assert (part["whole"], part["start"]) == (MANY // 2, "../index.md")


def test_lists_of_one_entry_have_no_order() -> None:
    pages = {page.file: page for page in render_pages(sample_public())}
    assert "orders" not in listing(pages["vi/projects/index.md"])


def test_a_list_says_since_when_all_of_it_was_reviewed() -> None:
    site = Site(sample_public(), "en")
    one, other = list(site.portal.of(Agency).values())[:2]
    days = (dt.date(2026, 3, 2), dt.date(2026, 3, 1))
    both = [who.model_copy(update={"reviewed": day}) for who, day in zip((one, other), days, strict=True)]
    assert reviewed_since(site, both) == {"iso": "2026-03-01", "text": "1 March 2026"}
    assert reviewed_since(site, [both[0], other.model_copy(update={"reviewed": None})]) is None
    assert reviewed_since(site, []) is None
