"""Kinds whose records have no pages: a page for each group, a page that leads to them, links to lines."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from subportal.pages import render_pages
from subportal.pages.announcements import render_announcements
from subportal.pages.site import Site
from subportal.pages.staged import StagedPage
from subportal.public import project
from tests.projects import LANGUAGES
from tests.records.samples import FIGURE, SAMPLES, TERM, read_portal

GROUPS = {"land": 2, "people": 4}
FILES = {
    **SAMPLES,
    **{
        f"records/figure/{group}-{number}.yml": FIGURE.replace("group: land", f"group: {group}")
        for group, count in GROUPS.items()
        for number in range(count)
    },
    "portal.yml": f"""{SAMPLES["portal.yml"]}
notices:
  - {{text: {{vi: Số mới}}, starts_on: 2026-01-01, ends_on: 2027-12-31, link: "figure:people-3"}}
""",
}


@cache
def pages() -> dict[str, StagedPage]:
    with TemporaryDirectory() as folder:
        return {page.file: page for page in render_pages(project(read_portal(Path(folder), FILES)))}


def cards(file: str) -> list[dict[str, Any]]:
    found = re.search(r"^````cards\n(.*?)\n````$", pages()[file].body, re.DOTALL | re.MULTILINE)
    assert found
    return list(json.loads(found[1])["items"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_leads_to_its_groups_in_their_order_and_says_what_is_in_them(language: str) -> None:
    shown = cards(f"{language}/figures/index.md")
    assert [one["href"] for one in shown] == ["land.md", "people.md"]
    assert [re.findall(r"\d+", one["meta"]) for one in shown] == [["3"], ["4"]]
    assert not shown[0]["text"].endswith("…")
    assert shown[1]["text"].endswith("…")


def test_a_group_has_its_own_title_description_and_way_back() -> None:
    land, people = pages()["en/figures/land.md"], pages()["en/figures/people.md"]
    assert (land.meta["title"], people.meta["title"]) == (
        "All figures: Land and nature",
        "All figures: Population and ethnic groups",
    )
    assert land.meta["description"].startswith("Land and nature. Number of items: 3. Every figure")
    assert land.meta["crumbs"][-1] == ["All figures", "index.md"]
    assert pages()["en/figures/index.md"].meta["crumbs"][-1][0] != "All figures"
    assert re.findall(r'"id": "([^"]+)"', people.body) == [f"people-{number}" for number in range(4)]


def test_the_site_map_has_the_groups_below_their_list() -> None:
    body = pages()["en/sitemap.md"].body
    assert re.search(r"^- \[All figures\]\(figures/index\.md\)\n  - \[All figures: Land", body, re.MULTILINE)


def test_a_term_stands_on_the_page_of_its_group() -> None:
    assert "group: border" in TERM
    assert "Biển Đông" in pages()["vi/glossary/border.md"].body
    assert "| Biển Đông" not in pages()["vi/glossary/index.md"].body


def test_a_notice_may_lead_to_the_line_of_a_figure(tmp_path: Path) -> None:
    (one,) = render_announcements(Site(project(read_portal(tmp_path, FILES)), "vi"))
    assert one["href"] == "figures/people.md#people-3"
