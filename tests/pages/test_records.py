"""The pages of records: plan, activity, agency, and the others."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from subportal.locale.strings import strings
from subportal.markdown import Surroundings, render
from subportal.pages import render_pages
from subportal.pages.staged import StagedPage
from subportal.records import kinds
from tests.projects import LANGUAGES
from tests.records.samples import sample_public


@cache
def pages() -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(sample_public())}


def html(name: str) -> str:
    own = strings(name.partition("/")[0])
    return render(pages()[name].body, Surroundings(language=pages()[name].meta["lang"], strings=own)).html


def block(name: str, kind: str) -> dict[str, object]:
    found = re.search(rf"^````{kind}\n(.*?)\n````$", pages()[name].body, re.DOTALL | re.MULTILINE)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


# The plan -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_is_a_table_whose_times_are_drawn(language: str) -> None:
    name = f"{language}/plans/ke-hoach.md"
    found = html(name)
    table = found[found.index('<table class="year">') :].partition("</table>")[0]
    assert re.search(r"<caption>[^<]*2015", table)
    data = block(name, "chart")
    rows = data["items"]
    assert isinstance(rows, list)
    assert table.count('<th scope="row">') + table.count("<details>") == table.count("<svg") == len(rows)
    words = re.sub("<[^>]*>", "", table)
    for row in rows:
        assert all(re.sub("<[^>]*>", "", label) in words for label in row["labels"])
        assert re.sub("<[^>]*>", "", row["when"]) in words
    assert len(data["months"]) == 12  # type: ignore[arg-type]


def test_a_recurring_activity_has_a_bar_a_quarter_and_deadlines_have_marks() -> None:
    rows = {row["labels"][0]: row for row in block("vi/plans/ke-hoach.md", "chart")["items"]}  # type: ignore[attr-defined]
    assert len(rows["Họp báo"].get("spans") or rows["Họp báo"]["marks"]) in {1, 4}
    assert html("vi/plans/ke-hoach.md").count('class="bar"') == 5
    assert html("vi/plans/ke-hoach.md").count('class="mark"') == 2


def test_activities_can_be_filtered_by_type_agency_and_quarter() -> None:
    found = html("en/plans/ke-hoach.md")
    assert 'data-type="press" data-agency="ubnd so-thu" data-period="q1 q2 q3 q4"' in found
    assert 'data-type="communication" data-agency="so-thu" data-period="q2"' in found
    for key in ("type", "agency", "period"):
        assert f'<select name="{key}">' in found
    used = set(re.findall(r'<option value="([^"]+)"', found))
    assert {"press", "communication", "ubnd", "so-thu", "q1", "q4"} <= used
    assert "training" not in used


def test_internal_activities_duties_and_deadlines_are_absent() -> None:
    for language in LANGUAGES:
        body = pages()[f"{language}/plans/ke-hoach.md"].body
        for words in (
            "noi-bo",
            "không được đăng",
            "not published",
            "内部活动",
            "内部职责",
            "内部期限",
            "II.4",
            "III.2",
        ):
            assert words not in body
    assert f"{LANGUAGES[0]}/activities/noi-bo.md" not in pages()


def test_a_summary_stands_on_the_plan_where_it_was_written() -> None:
    assert "**Hoạt động tóm tắt** (II.3): Một câu đã biên tập" in pages()["vi/plans/ke-hoach.md"].body
    assert "{#summaries}" not in pages()["en/plans/ke-hoach.md"].body


def test_deadlines_name_the_rule_and_the_last_good_day() -> None:
    body = pages()["en/plans/ke-hoach.md"].body
    assert "| Yearly report | before 15 November 2015 | 14 November 2015 | The Ministry |" in body
    assert "| Press conference of quarter 1 | by 31 March 2015 | 31 March 2015 | – |" in body


def test_legal_bases_and_cited_documents_stand_apart() -> None:
    body = pages()["en/plans/ke-hoach.md"].body
    bases = body[body.index("{#basis}") : body.index("{#cited}")]
    assert "nghi-dinh.md" in bases
    assert "quyet-dinh.md" not in bases
    assert pages()["en/plans/ke-hoach.md"].meta["dated"] == "Old names are kept"


def test_the_plan_leads_to_its_data_in_the_language_of_the_page() -> None:
    for language in LANGUAGES:
        body = pages()[f"{language}/plans/ke-hoach.md"].body
        assert f"(../../calendar/ke-hoach.{language}.ics)" in body
        for path in ("plan/ke-hoach.json", "plan/ke-hoach-activities.csv", "schema/plan.json"):
            assert f"(../../data/v1/{path})" in body


def test_agencies_are_counted_by_what_they_do() -> None:
    body = pages()["en/plans/ke-hoach.md"].body
    assert "| [Test Committee](../agencies/ubnd.md) | 1 | – |" in body
    assert "| [Department of Tests](../agencies/so-thu.md) | 1 | 1 |" in body


# Activities and agencies --------------------------------------------------------------------------


def test_an_activity_tells_who_when_and_what_came_of_it() -> None:
    body = pages()["en/activities/hop-bao.md"].body
    for words in (
        "Quarterly press conference",
        "[Test plan](../plans/ke-hoach.md)",
        "[Test Committee](../agencies/ubnd.md)",
        "[Department of Tests](../agencies/so-thu.md)",
        "Each quarter",
        "inferred from part III of the plan",
        "- [Part of it](mot-phan.md)",
        "[News page](<../general/news-b.md>)",
    ):
        assert words in body
    assert pages()["en/activities/hop-bao.md"].meta["template"] == "activity.html"


def test_an_activity_without_outcome_says_so() -> None:
    part = pages()["en/activities/mot-phan.md"].body
    assert strings("en")["activity.outcomes_none"] in part
    assert '"href": "hop-bao.md"' in part


def test_an_agency_tells_its_duties_its_work_and_what_became_of_it() -> None:
    body = pages()["en/agencies/ubnd.md"].body
    order = ["{#succession}", "{#duties}", "{#leads}", "{#documents}"]
    assert [body.index(anchor) for anchor in order] == sorted(body.index(anchor) for anchor in order)
    assert "**Since March 2025:** It was reorganised → [Department of Tests](so-thu.md)" in body
    assert "(Sources: [Nghị quyết thử](<https://example.gov.vn/nq>))" in body
    assert "- Lead the plan (III.1) – [Press conference](../activities/hop-bao.md)" in body
    assert "- [Test decree](../documents/nghi-dinh.md): On tests" in body
    joins = pages()["en/agencies/so-thu.md"].body
    assert "{#joins}" in joins
    assert "{#duties}" not in joins


# The others ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("zh/documents/nghi-dinh.md", ["关于测试", "1/2014/NĐ-CP", "2014年5月6日"]),
        ("vi/documents/all.md", ["nghi-dinh.md", "quyet-dinh.md", '"key": "status"']),
        ("vi/figures/land.md", ["9.068,73 km²", "tháng 12/2023", '"id": "dien-tich"', "Theo đất đai"]),
        ("zh/figures/land.md", ["9068.73平方公里", "2023年12月"]),
        ("en/places/xa-thu.md", ["03385", "1 July 2025", "试乡", '"lang": "zh-Hans"']),
        ("en/partners/chau-thu.md", ["Border cooperation", "China"]),
        ("en/partners/index.md", ['"value": "trung-quoc"', '"key": "country"']),
        ("zh/glossary/border.md", ['<span lang="vi">Biển Đông</span>', "| 东海 |"]),
    ],
)
def test_a_page_shows_the_facts_of_its_records(name: str, words: list[str]) -> None:
    for one in words:
        assert one in pages()[name].body


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_list_and_a_page_for_each_record_that_has_one(language: str) -> None:
    for kind in kinds().values():
        assert f"{language}/{kind.folder}/{kind.list_page}.md" in pages()
        for record in sample_public().of(kind).values():
            shown = kind.has_pages and record.visibility == "public"
            assert (f"{language}/{kind.folder}/{record.id}.md" in pages()) is shown
