"""Pages that were corrected or withdrawn after publication."""

from __future__ import annotations

from functools import cache

from subportal.pages import render_pages
from subportal.pages.staged import StagedPage
from tests.feeds.samples import portal


@cache
def pages() -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(portal())}


def test_a_correction_is_told_on_the_page_in_the_readers_language_or_the_originals() -> None:
    vi, en, zh = (pages()[f"{language}/general/news-d.md"].meta for language in ("vi", "en", "zh"))
    assert vi["corrections"] == [{"date": "7/4/2026", "text": "Số đúng là 12", "lang": ""}]
    assert en["corrections"] == [{"date": "7 April 2026", "text": "The right number is 12", "lang": ""}]
    assert zh["corrections"] == [{"date": "2026年4月7日", "text": "Số đúng là 12", "lang": "vi"}]
    assert vi["modified"] == "2026-04-08"
    assert "withdrawn" not in vi


def test_a_withdrawn_page_keeps_its_address_and_loses_its_text() -> None:
    for language in ("vi", "en", "zh"):
        page = pages()[f"{language}/general/news-e.md"]
        assert "Chữ không còn được đăng" not in page.body
        assert page.meta["withdrawn"]["text"] == "Nguồn đã rút lại"
        assert page.meta["noindex"] is True
        assert page.meta["modified"] == "2026-04-30"
