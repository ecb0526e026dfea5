"""What a reader may do with a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from subportal.feeds.service import format_mailto, render_service
from subportal.locale.strings import strings

TITLE = 'Chè & sâm: "50%" <đặc sản>'


def service(language: str, *, date: str = "21/11/2026", email: str = "thu@example.gov.vn") -> dict[str, Any]:
    return render_service(
        strings(language),
        title=TITLE,
        name="Trang thử",
        publisher="Ủy ban thử",
        date=date,
        url="https://portal.example/en/che/",
        email=email,
    )


@pytest.mark.parametrize("language", ["vi", "en", "zh"])
def test_a_citation_names_all_that_is_needed_to_find_the_page(language: str) -> None:
    dated, undated = service(language)["citation"], service(language, date="")["citation"]
    for text in (dated, undated):
        places = [
            text.index(one) for one in ("Ủy ban thử", TITLE, "Trang thử", "https://portal.example/en/che/")
        ]
        assert places == sorted(places)
        assert "{" not in text
    assert "21/11/2026" in dated
    assert "21/11/2026" not in undated


def test_a_message_arrives_as_it_was_meant() -> None:
    address = format_mailto("thu@example.gov.vn", f"[Có] {TITLE}", "a&b\nc?")
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "thu@example.gov.vn")
    assert parse_qs(parts.query) == {"subject": [f"[Có] {TITLE}"], "body": ["a&b\r\nc?"]}
    assert not set(address) & set(' "<>[]#')
    assert "%5BCó%5D%20Chè%20%26%20sâm:%20" in address


def test_each_answer_has_a_subject_and_the_address_of_the_page() -> None:
    answers = service("en")["answers"]
    assert list(answers) == ["yes", "no", "report"]
    assert unquote(answers["no"]).startswith(f"mailto:thu@example.gov.vn?subject=[No] {TITLE}&body=")
    assert all("https://portal.example/en/che/" in unquote(one) for one in answers.values())
    assert service("en", email="")["answers"] == {}


def test_a_page_is_passed_on_to_whom_the_reader_chooses() -> None:
    assert unquote(service("vi")["send"]).startswith("mailto:?subject=")
