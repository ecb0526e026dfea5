"""Records that were withdrawn: a notice in their place, on their page, in lists, feeds and data."""

from __future__ import annotations

import json
from pathlib import Path

from subportal.check import check_content
from subportal.feeds import render_feeds
from subportal.pages import render_pages
from subportal.pages.staged import StagedPage
from subportal.public import PublicPortal, project
from tests.feeds.samples import FESTIVAL, URL
from tests.projects import LANGUAGES, TODAY, write_content
from tests.records.samples import SAMPLES, read_portal

FILE = "records/event/le-hoi.yml"
GONE = (
    FESTIVAL.replace("places: [dinh-nui]\n", "")
    + "withdrawn: {on: 2026-05-04, why: {vi: Nguồn đã rút lại, en: Source withdrawn}}\n"
)
WORDS = "Một lễ hội"


def gone(folder: Path, text: str = GONE) -> PublicPortal:
    return project(read_portal(folder, {**SAMPLES, FILE: text}))


def pages(portal: PublicPortal) -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(portal)}


def test_the_page_stays_as_a_notice_that_search_engines_leave_out(tmp_path: Path) -> None:
    for language, why in (("vi", "Nguồn đã rút lại"), ("en", "Source withdrawn"), ("zh", "Nguồn đã rút lại")):
        page = pages(gone(tmp_path / language))[f"{language}/events/le-hoi.md"]
        assert page.body == ""
        assert page.meta["withdrawn"]["text"] == why
        assert page.meta["noindex"] is True
        assert page.meta["modified"] == "2026-05-04"
        assert "about" not in page.meta
        assert "Lễ hội" in page.meta["title"] or "Festival" in page.meta["title"]


def test_the_list_says_so_and_nothing_else_of_it(tmp_path: Path) -> None:
    found = pages(gone(tmp_path))
    body = found["en/events/index.md"].body
    assert "This entry was withdrawn on 4 May 2026. Source withdrawn" in body
    everything = "".join(page.to_text() for page in found.values())
    assert WORDS not in everything


def test_data_give_the_state_and_the_reason(tmp_path: Path) -> None:
    files = dict(render_feeds(gone(tmp_path), URL))
    (record,) = [one for one in json.loads(files["data/v1/event.json"]) if one["id"] == "le-hoi"]
    assert record["withdrawn"] == {
        "on": "2026-05-04",
        "why": {"vi": "Nguồn đã rút lại", "en": "Source withdrawn"},
    }
    assert set(record) == {"id", "title", "type", "updated", "withdrawn"}
    assert all(WORDS.encode() not in data for data in files.values())


def test_feeds_tell_it_and_calendars_have_it_no_more(tmp_path: Path) -> None:
    files = dict(render_feeds(gone(tmp_path), URL))
    items = json.loads(files["feeds/all.en.json"])["items"]
    (item,) = [one for one in items if one["id"].endswith("/events/le-hoi#withdrawn")]
    assert item["title"] == "Withdrawn: Test Festival"
    assert item["summary"] == "Source withdrawn"
    assert item["url"] == f"{URL}en/events/le-hoi/"
    assert item["date_published"].startswith("2026-05-04")
    for language in LANGUAGES:
        assert f"calendar/event/le-hoi.{language}.ics" not in files
        calendar = files.get(f"calendar/events/all.{language}.ics", b"")
        assert b"le-hoi" not in calendar


def test_a_figure_has_no_page_that_could_say_so_and_is_gone(tmp_path: Path) -> None:
    name = "records/figure/dien-tich.yml"
    text = SAMPLES[name] + "withdrawn: {on: 2026-05-04, why: {vi: Số sai}}\n"
    checked = check_content(
        write_content(tmp_path, {**SAMPLES, name: text}), languages=LANGUAGES, today=TODAY
    )
    assert {one.code for one in checked.issues} <= {"E207"}
    assert checked.portal is not None
    assert "dien-tich" not in project(checked.portal).records["figure"]
