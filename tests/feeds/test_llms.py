"""`llms.txt` says what the portal is, and every address in it leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

URL = "https://laichau.gov.vn/thongtindoingoai/"
LINK = re.compile(r"\]\((https://[^)]+)\)")
FILES = {"llms.txt": "", "llms.en.txt": "en/", "llms.zh.txt": "zh/"}


@pytest.mark.parametrize("name", FILES)
def test_every_address_leads_somewhere_in_its_language(site: Path, name: str) -> None:
    text = (site / name).read_text("utf-8")
    links = LINK.findall(text)
    assert len(links) > 25
    for link in links:
        place = site / link.removeprefix(URL)
        assert (place / "index.html" if link.endswith("/") else place).is_file(), link
    pages = [link for link in links if link.endswith("/")]
    assert all(link.startswith(f"{URL}{FILES[name]}") for link in pages)


def test_it_begins_with_a_title_and_a_sentence(site: Path) -> None:
    for name in FILES:
        title, sentence, reuse = (site / name).read_text("utf-8").split("\n\n")[:3]
        assert title.startswith("# ")
        assert sentence.startswith("> ")
        assert title[2:] in reuse
    assert "# Lai Chau External Information Portal" in (site / "llms.en.txt").read_text("utf-8")
