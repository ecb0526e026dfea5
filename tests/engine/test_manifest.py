"""The web manifest of each language: names, icon, and that the portal stays in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site.samples import LANGUAGES, TAGS, folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_home_page_names_the_manifest_of_its_language(site: Path, language: str) -> None:
    home = site / folder(language)
    assert '<link rel="manifest" href="site.webmanifest">' in (home / "index.html").read_text("utf-8")
    data = json.loads((home / "site.webmanifest").read_text("utf-8"))
    assert data["lang"] == TAGS[language]
    assert data["display"] == "browser"
    assert data["name"] in (home / "index.html").read_text("utf-8")
    assert (home / data["start_url"]).resolve() == home.resolve()
    [icon] = data["icons"]
    assert (home / icon["src"]).resolve().is_file()
