"""Copies of pictures and cards in a build: what is published, what is made again, what never leaves."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from subportal.engine import media
from subportal.engine.build import build
from subportal.engine.plain import prepare
from subportal.engine.progress import Progress
from subportal.engine.project import Project, load_project
from tests.engine.edits import tree
from tests.media.samples import FACTS, exif, landscape, photograph, saved
from tests.projects import HOME, PAGE, PORTAL, TODAY, write_project

VI, EN = "vi/general/page.md", "en/general/page.md"
PHOTO, RIGHTS = "media/kho/canh-dong.jpg", "media/kho/canh-dong.jpg.yml"
INTERNAL = PAGE.replace("visibility: public", "visibility: internal")
FILES = {
    VI: f'{PAGE}\n![Lời tả](../../{PHOTO} "Chú thích")\n',
    EN: f"---\ntitle: A page\ndescription: A page.\n---\n\n## One\n\n![](../../{PHOTO})\n",
    "vi/general/internal.md": f"{INTERNAL}\n![](../../media/kin.jpg)\n",
    "vi/index.md": HOME,
    PHOTO: photograph(700, 500),
    RIGHTS: f"{FACTS}consent: Văn bản đồng ý lưu tại tủ hồ sơ số ba\nsource: Thư của người chụp\n",
    "media/kin.jpg": photograph(300, 200),
    "media/kin.jpg.yml": FACTS,
    "media/ve.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>',
    "media/van-ban.pdf": b"%PDF-1.7",
}


@pytest.fixture
def project(folder: Path) -> Project:
    return load_project(write_project(folder / "project", FILES))


def phases(project: Project, **options: Any) -> set[str]:
    """Build; return the phases that had anything to do."""
    progress = Progress(shown=False)
    built = build(load_project(project.root), today=TODAY, progress=progress, **options)
    assert built.faults == ()
    assert built.pages
    return set(progress.seconds)


def published(project: Project, start: str) -> set[str]:
    return {name for name in tree(project.site) if name.startswith(start)}


def put(project: Project, name: str, data: str | bytes) -> None:
    (project.content / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def test_copies_are_published_and_originals_are_not(project: Project) -> None:
    build(project, today=TODAY)
    names = published(project, "media/")
    assert {name.rpartition("-")[2] for name in names if "canh-dong" in name} == {
        f"{width}.{form}" for width in (320, 480, 700) for form in ("avif", "webp", "jpg")
    }
    assert PHOTO not in names
    assert {"media/ve.svg", "media/van-ban.pdf"} <= names
    originals = {(project.content / name).read_bytes() for name in (PHOTO, "media/kin.jpg")}
    assert originals.isdisjoint(tree(project.site).values())


def test_a_picture_on_internal_pages_only_is_not_published(project: Project) -> None:
    build(project, today=TODAY)
    assert not [name for name in published(project, "media/") if "kin" in name]


def test_no_published_picture_tells_more_than_it_shows(project: Project) -> None:
    build(project, today=TODAY)
    pictures = {
        name: data
        for name, data in tree(project.site).items()
        if name.endswith((".avif", ".webp", ".jpg", ".png"))
    }
    assert len([name for name in pictures if name.startswith("media/")]) == 9
    assert [name for name in pictures if name.startswith("cards/")]
    for name, data in pictures.items():
        with Image.open(io.BytesIO(data)) as image:
            assert not image.getexif(), name
            assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(image.info), name
        assert "Người chụp bí mật".encode() not in data


def test_what_is_internal_in_a_file_of_rights_stays_inside(project: Project) -> None:
    build(project, today=TODAY)
    for folder in (project.site, project.stage):
        for name, data in tree(folder).items():
            assert "tủ hồ sơ".encode() not in data, name
            assert "Thư của người chụp".encode() not in data, name


def test_an_original_is_published_where_its_rights_say_so(project: Project) -> None:
    put(project, PHOTO, saved(landscape(700, 500)))
    put(project, RIGHTS, f"{FACTS}publish_original: true\n")
    build(project, today=TODAY)
    assert (project.site / PHOTO).read_bytes() == (project.content / PHOTO).read_bytes()
    page = (project.site / "general" / "page" / "index.html").read_text("utf-8")
    assert f'<a href="../../{PHOTO}" download>Tải ảnh gốc</a>' in page
    put(project, RIGHTS, FACTS)
    build(load_project(project.root), today=TODAY)
    assert not (project.site / PHOTO).exists()


def test_nothing_is_encoded_or_drawn_twice(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"pictures", "cards"} <= phases(project)
    first = tree(project.site)

    def never(*_: Any) -> None:
        message = "it was kept"
        raise AssertionError(message)

    monkeypatch.setattr(media, "_encode", never)
    monkeypatch.setattr(media, "_draw", never)
    assert not {"pictures", "cards"} & phases(project)
    assert not {"pictures", "cards"} & phases(project, clean=True)
    shutil.rmtree(project.site)
    assert not {"pictures", "cards"} & phases(project)
    assert tree(project.site) == first


def test_a_new_picture_takes_the_place_of_the_old_one(project: Project) -> None:
    build(project, today=TODAY)
    before = published(project, "media/kho/")
    put(project, PHOTO, photograph(400, 300))
    assert "pictures" in phases(project)
    after = published(project, "media/kho/")
    assert {name.rpartition("-")[2] for name in after} == {
        f"{width}.{form}" for width in (320, 400) for form in ("avif", "webp", "jpg")
    }
    assert before.isdisjoint(after)


def test_a_new_title_is_a_new_card_and_the_old_one_goes(project: Project) -> None:
    build(project, today=TODAY)
    before = published(project, "cards/")
    put(project, VI, PAGE.replace("Trang con", "Tên mới"))
    assert "cards" in phases(project)
    after = published(project, "cards/")
    assert (len(before - after), len(after - before)) == (0, 1)  # the photograph stood for the old page


@pytest.mark.parametrize("choice", ["sections", "off"])
def test_cards_can_be_left_out(project: Project, choice: str) -> None:
    build(project, today=TODAY)
    everything = published(project, "cards/")
    put(project, "portal.yml", f"{PORTAL}cards: {choice}\n")
    put(project, VI, PAGE)
    build(load_project(project.root), today=TODAY)
    left = published(project, "cards/")
    assert len(left) == (6 if choice == "sections" else 0) < len(everything)
    page = (project.site / "general" / "page" / "index.html").read_text("utf-8")
    assert ("og:image" in page) == (choice == "sections")


def test_the_card_of_every_page_is_there_and_none_besides(project: Project) -> None:
    build(project, today=TODAY)
    named = set()
    for path in project.site.rglob("*.html"):
        text = path.read_text("utf-8")
        for part in text.split('property="og:image" content="')[1:]:
            named.add(part.partition('"')[0].removeprefix(project.site_url))
    files = tree(project.site)
    assert named <= files.keys()
    assert published(project, "cards/") <= named


def test_a_picture_that_breaks_while_it_is_read_stops_the_build(project: Project) -> None:
    build(project, today=TODAY)
    before = tree(project.site)
    whole = saved(landscape(700, 500), "PNG")
    put(project, "media/hong.png", whole[:30_000] + bytes(500) + whole[30_500:])
    put(project, "media/hong.png.yml", FACTS)
    put(project, VI, f"{PAGE}\n![](../../media/hong.png)\n")
    built = build(load_project(project.root), today=TODAY)
    (fault,) = built.faults
    assert (fault.code, fault.position.path) == ("E010", "content/media/hong.png")
    assert tree(project.site) == before
    assert fault in prepare(load_project(project.root), today=TODAY).issues


def test_the_parts_of_a_feed_and_a_site_map_name_the_large_copy(project: Project) -> None:
    (project.content / "vi" / "news").mkdir()
    text = PAGE.replace("visibility", "date: 2026-05-01\nvisibility")
    put(project, "vi/news/tin.md", f"{text}\n![](../../{PHOTO})\n")
    build(project, today=TODAY)
    url = f"{project.site_url}media/kho/canh-dong-"
    feed = (project.site / "feeds" / "all.vi.json").read_text("utf-8")
    assert f'src=\\"{url}' in feed
    assert "srcset" not in feed
    site_map = (project.site / "sitemap.xml").read_text("utf-8")
    assert f"<image:loc>{url}" in site_map
    assert "-700.jpg</image:loc>" in site_map
    page = (project.site / "news" / "tin" / "index.html").read_text("utf-8")
    assert f'"image":"{url}' in page


def test_turned_pictures_keep_their_room(project: Project) -> None:
    put(project, PHOTO, photograph(640, 320, exif=exif(orientation=6)))
    build(project, today=TODAY)
    page = (project.site / "general" / "page" / "index.html").read_text("utf-8")
    assert 'width="320" height="640" alt="Lời tả" fetchpriority="high"' in page
