"""A retired address leads on: by itself, by a plain link, and by a server's answer."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.projects import PORTAL, TODAY, write_project

REDIRECTS = """\
redirects:
  - {address: general/old/, to: general/page/}
  - {address: about-us/, to: general/}
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("moved"), {"portal.yml": PORTAL + REDIRECTS})
    assert build(load_project(folder), today=TODAY).pages
    return folder / "build" / "site"


@pytest.mark.parametrize("language", ["", "en/", "zh/"])
def test_the_old_page_leads_to_the_new_one(moved: Path, language: str) -> None:
    html = (moved / language / "general" / "old" / "index.html").read_text("utf-8")
    canonical = html.partition('<link rel="canonical" href="')[2].partition('"')[0]
    assert canonical.endswith(f"/{language}general/page/")
    assert f'<meta http-equiv="refresh" content="0; url={canonical}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="../page/"' in html
    section = (moved / language / "about-us" / "index.html").read_text("utf-8")
    assert 'href="../general/"' in section


def test_no_list_of_pages_names_the_old_address(moved: Path) -> None:
    for name in ("sitemap.xml", "sitemap/index.html", "en/sitemap/index.html"):
        assert "general/old" not in (moved / name).read_text("utf-8")


def test_servers_can_read_where_the_addresses_lead(moved: Path) -> None:
    lines = (moved / "redirects" / "nginx.map").read_text("utf-8").splitlines()
    assert len(lines) == 6
    assert all(line.endswith(";") for line in lines)
    assert any(
        line.endswith("/en/general/old/ " + line.split("/en/")[0] + "/en/general/page/;") for line in lines
    )
    rows = ET.parse(moved / "redirects" / "iis.xml").getroot()  # noqa: S314  (our own file)
    assert [f"{row.get('key')} {row.get('value')};" for row in rows] == lines
