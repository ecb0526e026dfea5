"""The calendar, and the pages that lead to feeds and data."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from subportal.feeds import render_feeds
from subportal.pages import render_pages
from subportal.pages.staged import StagedPage
from tests.feeds.samples import URL, files, portal
from tests.projects import LANGUAGES


@cache
def pages() -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(portal())}


def test_this_year_and_the_next_stand_on_the_page_and_each_year_before_has_its_own() -> None:
    names = {name for name in pages() if name.startswith("vi/calendar")}
    assert names == {"vi/calendar.md", "vi/calendar/2025.md"}
    body = pages()["vi/calendar.md"].body
    assert re.findall(r"^## .*\{#y(\d+)\}", body, re.MULTILINE) == ["2026", "2027", "2028"]
    assert "[Năm 2025](calendar/2025.md)" in body
    assert "6/4/2025 – 7/4/2025, ngày mùng 9 tháng Ba (âm lịch)" in pages()["vi/calendar/2025.md"].body


def test_each_line_tells_both_dates_the_place_and_what_changed() -> None:
    vi, en, zh = (pages()[f"{language}/calendar.md"].body for language in LANGUAGES)
    assert "### Tháng 5/2026 {#y2026-05}" in vi
    assert "[Lễ hội thử](events/le-hoi.md), Đỉnh Thử (dời từ 25/4/2026: Mưa lớn)" in vi
    assert "**15 April 2027 to 16 April 2027 (9th day of the 3rd lunar month)**" in en
    assert "Test Peak (expected)" in en
    assert "**2026年6月1日至2026年6月3日（农历四月十六）**" in zh
    assert "广场（已取消：台风）" in zh


def test_an_event_can_be_taken_along_from_its_page_and_while_it_is_to_come_from_its_list() -> None:
    for language in LANGUAGES:
        for name in ("le-hoi", "hoi-cho"):
            link = f"](../../calendar/event/{name}.{language}.ics)"
            assert link in pages()[f"{language}/events/{name}.md"].body
        listed = pages()[f"{language}/events/index.md"].body
        assert f"(../../calendar/event/le-hoi.{language}.ics)" in listed
        assert f"(../../calendar/event/hoi-cho.{language}.ics)" not in listed


def test_calendars_can_be_taken_along() -> None:
    for language in LANGUAGES:
        links = re.findall(r"\(\.\./(calendar/events/[^)]+)\)", pages()[f"{language}/calendar.md"].body)
        assert links == [f"calendar/events/{name}.{language}.ics" for name in ("all", "festival", "fair")]
        assert set(links) <= set(files())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["data", "feeds", "calendar"])
def test_every_file_that_a_page_offers_is_there(language: str, name: str) -> None:
    body = pages()[f"{language}/{name}.md"].body
    links = re.findall(r"\(\.\./([^)#]+)\)", body)
    assert len(links) >= 3
    assert set(links) <= set(files())


def test_every_kind_of_data_and_every_feed_of_the_language_is_offered() -> None:
    body = pages()["vi/data.md"].body
    for file in files():
        if file.startswith("data/v1/") and "/plan/" not in file:
            assert f"(../{file})" in body, file
    for file in files():
        if file.startswith("feeds/") and ".zh." in file:
            assert f"(../{file})" in pages()["zh/feeds.md"].body, file


def test_without_events_there_is_no_calendar() -> None:
    given = portal()
    records = {name: found for name, found in given.records.items() if name != "event"}
    other = replace(given, records=records, referrers={})
    assert not [page.file for page in render_pages(other) if "calendar" in page.file]
    assert not any(name.startswith("calendar/events") for name, _ in render_feeds(other, URL))
