"""Links lead to what is shown: in texts, in blocks, in front matter, in records, in the menu."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.issues import Issue
from subportal.public import project
from subportal.stage import render_stage
from tests.projects import LANGUAGES, PAGE, TODAY, write_content
from tests.records.samples import ACTIVITY, SAMPLES, TRANSLATION

VI, EN, NEWS = "vi/general/page.md", "en/general/page.md", "vi/general/news-a.md"
ACT, INTERNAL = "records/activity/hop-bao.yml", "records/activity/noi-bo.yml"
SUMMARY = "records/activity/tom-tat.yml"
LATER = SAMPLES[NEWS].replace("visibility", "publish_on: 2027-01-01\nvisibility")
GONE = SAMPLES[NEWS].replace("visibility", "expires_on: 2026-01-01\nvisibility")


def issues(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Issue, ...]:
    content = write_content(folder, {**SAMPLES, **files})
    return check_content(content, languages=LANGUAGES, today=TODAY).issues


def codes(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    return [one.code for one in issues(folder, files)]


@pytest.mark.parametrize("news", [LATER, GONE])
def test_a_link_to_a_page_that_is_not_shown_is_told(tmp_path: Path, news: str) -> None:
    assert codes(tmp_path, {VI: f"{PAGE}[x](news-a.md)\n", NEWS: news}) == ["E207"]


def test_pages_that_come_on_the_same_day_may_link_to_each_other(tmp_path: Path) -> None:
    page = PAGE.replace("visibility", "publish_on: 2027-01-01\nvisibility") + "[x](news-a.md)\n"
    assert codes(tmp_path, {VI: page, NEWS: LATER}) == []
    early = page.replace("2027-01-01", "2026-12-31")
    assert codes(tmp_path, {VI: early}) == []
    assert codes(tmp_path, {VI: early, NEWS: LATER}) == ["E207"]


def test_a_draft_may_link_to_what_is_internal_but_not_to_nothing(tmp_path: Path) -> None:
    draft = PAGE.replace("visibility: public", "visibility: internal")
    assert codes(tmp_path, {VI: f"{draft}[x](activity:noi-bo) [y](news-a.md)\n", NEWS: LATER}) == []
    assert codes(tmp_path, {VI: f"{draft}[x](activity:khong-co) [y](khong-co.md)\n"}) == ["E201", "E202"]


@pytest.mark.parametrize("to", ["activity:tom-tat", "activity:noi-bo"])
def test_what_has_no_page_cannot_be_linked_nor_related(tmp_path: Path, to: str) -> None:
    assert codes(tmp_path / "a", {VI: f"{PAGE}[x]({to})\n"}) == ["E207"]
    (found,) = issues(tmp_path / "b", {VI: PAGE.replace("visibility", f"related: ['{to}']\nvisibility")})
    assert (found.code, found.field, found.position.line) == ("E207", "related", 4)


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("general/news-a.md", None),
        ("general/news-a", None),
        ("agency:ubnd", None),
        ("general/khong-co.md", "E202"),
        ("agency:khong-co", "E201"),
        ("agency:", "E201"),
        ("agnecy:ubnd", "E201"),
        ("https://a.vn", "E201"),
    ],
)
def test_related_names_a_page_or_a_record(tmp_path: Path, to: str, code: str | None) -> None:
    page = PAGE.replace("visibility", f"related: ['{to}']\nvisibility")
    assert codes(tmp_path, {VI: page}) == [code] * (code is not None)


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("general/news-b.md", None),
        ("index.md", None),
        ("agency:ubnd", None),
        ("https://a.vn/x", None),
        ("general/khong-co.md", "E202"),
        ("agency:khong-co", "E201"),
        ("activity:noi-bo", "E207"),
        ("javascript:alert(1)", "E210"),
        ("news.pdf", "E210"),
    ],
)
def test_an_outcome_leads_to_a_page_a_record_or_the_web(tmp_path: Path, to: str, code: str | None) -> None:
    found = issues(tmp_path, {ACT: ACTIVITY.replace("general/news-b.md", to)})
    assert [one.code for one in found] == [code] * (code is not None)
    assert all(one.field == "outcomes.0.link" for one in found)
    assert all(ACTIVITY.split("\n")[one.position.line - 1].startswith("    link:") for one in found)


def test_a_list_of_records_of_which_none_is_shown_has_no_page(tmp_path: Path) -> None:
    hidden = {
        name: text.replace("visibility: public", "visibility: internal")
        for name, text in SAMPLES.items()
        if name.startswith("records/partner/")
    }
    page = {VI: f"{PAGE}[x](partner:)\n"}
    assert codes(tmp_path / "a", page) == []
    assert codes(tmp_path / "b", {**page, **hidden}) == ["E202"]


def test_a_section_without_a_first_page_is_told(tmp_path: Path) -> None:
    text = SAMPLES["portal.yml"].replace("[general,", "[genreal,")
    (found,) = issues(tmp_path, {"portal.yml": text})
    assert (found.code, found.field, found.position.path) == ("E202", "sections", "content/portal.yml")
    assert "general/index" in found.en


@pytest.mark.parametrize(
    "text",
    ["[a][m]\n\n[m]: agency:ubnd", "[m]\n\n[m]: <agency:ubnd>", "[a]( agency:ubnd )", "[a](<agency:ubnd>)"],
)
def test_a_record_may_be_named_in_any_form_of_link(tmp_path: Path, text: str) -> None:
    checked = check_content(
        write_content(tmp_path, {**SAMPLES, VI: f"{PAGE}{text}\n"}), languages=LANGUAGES, today=TODAY
    )
    assert checked.issues == ()
    assert checked.portal is not None
    staged = dict(render_stage(project(checked.portal)))["vi/general/page.md"].decode()
    assert "agency:ubnd" not in staged
    assert "ubnd.md" in staged


def test_a_record_in_angle_brackets_would_lose_its_link(tmp_path: Path) -> None:
    assert codes(tmp_path, {VI: f"{PAGE}<agency:ubnd>\n"}) == ["E210"]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ('```facts\nA: "[x](khong-co.md)"\n```', "E202"),
        ('```facts\nA: "[x](agency:khong-co)"\n```', "E201"),
        ('```facts\n- {label: A, value: b, note: "[x](activity:noi-bo)"}\n```', "E207"),
        ('```timeline\n- date: "2020"\n  text: "[x](page.md#khong-co)"\n```', "E203"),
        ('```bilingual\n- {vi: "[x](javascript:a)", en: b}\n```', "E210"),
        (
            '```gallery\n- {image: ../../media/nui.svg, alt: a, credit: "[x](khong-co.md)"}\n```',
            "E202",
        ),
        ("```facts\nA: <b>b</b>\n```", "E209"),
        ('```facts\nA: "![x](../../media/nui.png)"\n```', "E204"),
    ],
)
def test_links_in_blocks_are_followed_too(tmp_path: Path, block: str, code: str) -> None:
    files = {VI: f"{PAGE}\n{block}\n", "media/nui.svg": "<svg/>"}
    (found,) = issues(tmp_path, files)
    assert (found.code, found.position.path) == (code, f"content/{VI}")
    assert found.position.line > 12


def test_a_link_in_a_translation_is_checked_in_its_language(tmp_path: Path) -> None:
    (found,) = issues(tmp_path, {EN: TRANSLATION + "[x](activity:tom-tat)\n", SUMMARY: SAMPLES[SUMMARY]})
    assert (found.code, found.position.path) == ("E207", f"content/{EN}")
