"""Pictures of records: on their pages, in lists, in what machines read, and what is wrong with them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.digest import approval_digest
from subportal.engine.build import build
from subportal.engine.project import load_project
from subportal.records.heritage import Heritage
from tests.media.samples import FACTS, photograph
from tests.projects import LANGUAGES, PAGE, TODAY, write_content, write_project
from tests.records.samples import SAMPLES
from tests.records.samples_kinds import HERITAGE

URL = "https://portal.example/a/b/"
FILE = "records/heritage/di-san.yml"
PHOTOS = {
    f"media/{name}{end}": data
    for name in ("le.jpg", "hat.jpg")
    for end, data in (("", photograph(900, 600)), (".yml", FACTS))
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    news = PAGE.replace("title: Trang con", "title: Tin\ndate: 2026-01-02")
    files = {
        **SAMPLES,
        FILE: f"{HERITAGE}pictures: [le.jpg, hat.jpg]\n",
        "vi/general/tin.md": f"{news}\n![](../../media/le.jpg)\n",
        **PHOTOS,
    }
    root = write_project(tmp_path_factory.mktemp("pictured"), files)
    project = load_project(root, site_url=URL)
    assert build(project, today=TODAY).pages
    return Path(project.site)


def test_the_first_picture_stands_on_top_and_is_fetched_first(site: Path) -> None:
    page = (site / "en/heritage/di-san/index.html").read_text("utf-8")
    prose = page[page.index('<div class="prose">') :]
    first, other = re.findall(r"<img [^>]*>", prose)
    assert re.match(r'<div class="prose">\s*<figure><picture><source type="image/avif" srcset=', prose)
    assert 'width="900" height="600"' in first
    assert 'alt="Terraced fields"' in first
    assert 'fetchpriority="high"' in first
    assert 'loading="lazy"' in other
    heading = prose.index('<h2 id="pictures">Pictures</h2>')
    assert prose.index('class="gallery"') > heading > prose.index('id="facts"')
    assert prose.count("Picture: Nguyễn") + prose.count('Picture: <span lang="vi">Nguyễn') == 2
    assert "le.jpg" not in page, "the original stays inside, and its name is no fact"


def test_machines_are_told_of_the_picture(site: Path) -> None:
    page = (site / "zh/heritage/di-san/index.html").read_text("utf-8")
    found = re.search(r'<meta property="og:image" content="([^"]*)">', page)
    assert found
    address = found[1]
    assert re.fullmatch(rf"{URL}media/le-[0-9a-f]{{12}}-900\.jpg", address)
    assert (site / address.removeprefix(URL)).is_file()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert data
    assert json.loads(data[1])["@graph"][0]["image"] == address
    assert f"<image:loc>{address}</image:loc>" in (site / "sitemap.xml").read_text("utf-8")
    [record] = json.loads((site / "data/v1/heritage.json").read_text("utf-8"))
    assert record["pictures"] == ["le.jpg", "hat.jpg"]


def test_lists_show_it_small_and_only_when_it_is_near(site: Path) -> None:
    page = (site / "en/heritage/index.html").read_text("utf-8")
    [small] = re.findall(r"<img [^>]*thumb[^>]*>", page)
    assert re.search(r'src="\.\./\.\./media/le-[0-9a-f]{12}-320\.webp"', small)
    assert 'width="320" height="213" alt="" loading="lazy"' in small


def test_feeds_name_the_picture_of_an_item(site: Path) -> None:
    data = json.loads((site / "feeds/all.vi.json").read_text("utf-8"))
    images = {one["title"]: one.get("image", "") for one in data["items"]}
    assert re.fullmatch(rf"{URL}media/le-[0-9a-f]{{12}}-900\.jpg", images["Tin"])
    assert "" in images.values()
    atom = (site / "feeds/all.vi.atom").read_text("utf-8")
    assert f'<link rel="enclosure" type="image/jpeg" href="{images["Tin"]}"/>' in atom
    assert atom.count('rel="enclosure"') == 1


@pytest.mark.parametrize(
    ("file", "line", "code"),
    [
        (FILE, "pictures: [khong-co.jpg]", "E204"),
        (FILE, "pictures: [tep.pdf]", "E105"),
        (FILE, "pictures: [hinh.svg]", "E013"),
        (FILE, "pictures: le.jpg", "E105"),
        ("records/figure/dien-tich.yml", "pictures: [le.jpg]", "E103"),
    ],
)
def test_what_cannot_be_shown_is_told(tmp_path: Path, file: str, line: str, code: str) -> None:
    files = {**SAMPLES, **PHOTOS, "media/tep.pdf": b"%PDF-1.4", "media/hinh.svg": DRAWING}
    files[file] = f"{files.get(file, '')}{line}\n"
    issues = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY).issues
    assert [one.code for one in issues if one.code.startswith("E")] == [code]
    [fault] = [one for one in issues if one.code == code]
    assert fault.position.path.endswith(file)
    assert fault.position.line == files[file].count("\n")


def test_approvals_hold_until_a_picture_comes() -> None:
    plain = {"id": "a", "title": {"vi": "A"}, "category": "tangible", "level": "national"}
    before = approval_digest(Heritage.model_validate(plain))
    assert approval_digest(Heritage.model_validate({**plain, "pictures": []})) == before
    assert approval_digest(Heritage.model_validate({**plain, "pictures": ["a.jpg"]})) != before
