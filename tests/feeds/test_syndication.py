"""News feeds in three forms, read by other programs."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest

from tests.feeds.samples import URL, changed, files, many_news
from tests.projects import LANGUAGES
from tests.records.samples import NEWS

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = [name for name in files() if name.startswith("feeds/")]
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "properties": {
                    "id": {"type": "string"},
                    "url": {"type": "string", "format": "uri"},
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
    "patternProperties": {"^_": {"type": "object"}},
}
"""JSON Feed 1.1 as far as we use it; extensions are objects whose names begin with a low line."""


def test_the_addresses() -> None:
    assert sorted(FEEDS) == sorted(
        f"feeds/{name}.{language}.{form}"
        for language in LANGUAGES
        for name, forms in (
            ("all", ("atom", "rss", "json")),
            ("section/general", ("atom", "rss", "json")),
            ("section/news", ("atom", "rss", "json")),
            ("exchange", ("rss",)),
        )
        for form in forms
    )


@pytest.mark.parametrize("name", FEEDS)
def test_every_feed_can_be_read(name: str) -> None:
    data = files()[name]
    if name.endswith(".json"):
        jsonschema.validate(json.loads(data), JSON_FEED, format_checker=jsonschema.FormatChecker())
        return
    ET.fromstring(data)  # noqa: S314  (our own bytes)
    found = feedparser.parse(data)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == ("atom10" if name.endswith(".atom") else "rss20")
    assert found.feed.title
    assert found.feed.rights
    assert found.feed.updated_parsed
    assert any(link.rel == "self" and link.href == URL + name for link in found.feed.links)
    for entry in found.entries:
        assert entry.id
        assert entry.title
        assert entry.published_parsed
        assert entry.content[0].value


def titles(name: str) -> list[str]:
    if name.endswith(".json"):
        return [item["title"] for item in json.loads(files()[name])["items"]]
    return [entry.title for entry in feedparser.parse(files()[name]).entries]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_the_newest_come_first_with_corrections_and_withdrawals(form: str) -> None:
    assert titles(f"feeds/all.vi.{form}") == [
        "Đã gỡ: Tin bị gỡ",
        'Đính chính ngày 7/4/2026: Tin có sửa & "ngoặc"',
        'Tin có sửa & "ngoặc"',
        "Tin ba",
        "Tin hai",
        "Tin một",
    ]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_only_real_translations_are_told(form: str) -> None:
    assert titles(f"feeds/all.en.{form}") == [
        "Correction of 7 April 2026: A corrected item",
        "A corrected item",
    ]
    assert titles(f"feeds/all.zh.{form}") == []


def test_a_section_tells_its_own_and_what_names_it_as_a_topic() -> None:
    assert titles("feeds/section/news.vi.atom") == titles("feeds/all.vi.atom")[1:3]
    assert titles("feeds/section/general.vi.atom") == titles("feeds/all.vi.atom")


def test_what_is_withdrawn_is_gone_and_the_reason_has_its_identifier() -> None:
    everything = b"".join(files()[name] for name in FEEDS).decode()
    assert "Chữ không còn được đăng" not in everything
    first = feedparser.parse(files()["feeds/all.vi.atom"]).entries[0]
    assert first.id == "tag:thu.example.gov.vn,2026:vi/general/news-e"
    assert first.content[0].value == "<p>Nguồn đã rút lại</p>"
    assert first.updated == "2026-04-30T00:00:00+07:00"


def test_the_text_is_whole_and_its_addresses_are_absolute() -> None:
    for name in ("feeds/all.vi.atom", "feeds/all.vi.rss", "feeds/all.en.atom"):
        for entry in feedparser.parse(files()[name], sanitize_html=False).entries:
            for address in re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value):
                assert address.startswith("https://"), address
    vi = json.loads(files()["feeds/all.vi.json"])["items"][2]["content_html"]
    assert f'<a href="{URL}general/page/#de-muc-mot">' in vi
    assert f'<a href="{URL}agencies/ubnd/">' in vi
    assert '<a href="https://example.org/?a=1&amp;b=2"' in vi
    en = json.loads(files()["feeds/all.en.json"])["items"][1]
    assert f'<a href="{URL}en/general/page/">' in en["content_html"]
    assert en["url"] == f"{URL}en/general/news-d/"


def test_dates_are_days_in_viet_nam_and_the_last_change_counts() -> None:
    root = ET.fromstring(files()["feeds/all.vi.atom"])  # noqa: S314
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-04-30T00:00:00+07:00"
    corrected = root.findall("a:entry", ATOM)[2]
    assert corrected.findtext("a:published", namespaces=ATOM) == "2026-04-05T00:00:00+07:00"
    assert corrected.findtext("a:updated", namespaces=ATOM) == "2026-04-08T00:00:00+07:00"
    rss = ET.fromstring(files()["feeds/all.vi.rss"])  # noqa: S314
    assert rss.findtext("channel/item[3]/pubDate") == "Sun, 05 Apr 2026 00:00:00 +0700"
    empty = ET.fromstring(files()["feeds/all.zh.atom"])  # noqa: S314
    assert empty.findtext("a:updated", namespaces=ATOM) == "2026-01-01T00:00:00+07:00"


def test_portals_that_republish_get_credit_and_the_original_address() -> None:
    found = feedparser.parse(files()["feeds/exchange.en.rss"])
    entry = found.entries[1]
    assert entry.source.href == f"{URL}feeds/exchange.en.rss"
    assert "Source: Test Committee. Original:" in entry.content[0].value
    assert f'href="{URL}en/general/news-d/"' in entry.content[0].value
    assert entry.author == "Test Committee"


def test_identifiers_do_not_depend_on_where_the_portal_stands() -> None:
    for name in FEEDS:
        if name.endswith(".atom"):
            root = ET.fromstring(files()[name])  # noqa: S314
            ids = [one.text or "" for one in root.iter("{http://www.w3.org/2005/Atom}id")]
            assert len(set(ids)) == len(ids)
            assert all(one.startswith("tag:thu.example.gov.vn,2026:") for one in ids)


def test_the_fifty_newest_are_told_of_all_and_of_each_section(tmp_path: Path) -> None:
    news = many_news(60)
    old = NEWS.format(name="cũ", date="2020-01-01")
    found = changed(tmp_path, {**news, "vi/cooperation/old.md": old})
    assert len(feedparser.parse(found["feeds/all.vi.atom"]).entries) == 50
    section = feedparser.parse(found["feeds/section/news.vi.atom"]).entries
    assert len(section) == 50
    days = [dt.date(*entry.published_parsed[:3]) for entry in section]
    assert days == sorted(days, reverse=True)
    assert [entry.title for entry in feedparser.parse(found["feeds/section/cooperation.vi.rss"]).entries] == [
        "Tin cũ"
    ]
