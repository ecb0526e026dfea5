"""The same portal under any path: each link, picture and fragment is reached over HTTP by following."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin
from urllib.request import urlopen

import pytest

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.conftest import Server, need, serve_by_nginx
from tests.media.samples import FACTS, photograph
from tests.projects import LANGUAGES, PAGE, TODAY, write_project
from tests.records.samples import SAMPLES
from tests.site.samples import TAGS, folder

HOST = "https://portal.example"
PATHS = ("/", "/thongtindoingoai/", "/a/b/")
ABSOLUTE = re.compile(rf"{HOST}[^\s\"'<>\\]*")


class Answer(NamedTuple):
    """What the server gave for an address."""

    status: int
    kind: str
    addresses: list[str]
    ids: set[str]


class Crawl(NamedTuple):
    """All that was reached from the home page and from an error page."""

    path: str
    site: Path
    server: Server
    answers: dict[str, Answer]
    fragments: set[tuple[str, str, str]]


SETTINGS = f"""\
feedback: {{endpoint: https://answers.example/}}
notices: [{{text: {{vi: Nghỉ}}, starts_on: {TODAY}, ends_on: {TODAY}}}]
locator: {{label: {{vi: Tỉnh}}, outline: '102.3 22.5, 103.9 21.9, 103 22'}}
"""
FIGURE = """\
title: {vi: Dân số}
value: 4
as_of: 2021
series: [{as_of: 2019, value: 1}, {as_of: 2020, value: 2}, {as_of: 2021, value: 4}]
unit: people
group: people
visibility: public
sources: [{title: Nguồn thử}]
"""
DRAWN = "\n```map\ncaption: a\n```\n\n```figure-chart\ntitle: b\nfigures: [dan-so]\n```\n"
ADDRESSES = ("href", "src", "action", "data-script", "data-style", "data-listen", "data-filters")


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.ids.add(given["id"] or "")
        self.found += [given[name] or "" for name in ADDRESSES if name in given]


def _ask(url: str) -> Answer:
    try:
        with urlopen(url, timeout=10) as answer:  # noqa: S310  (our own server)
            status, kind, data = answer.status, answer.headers.get_content_type(), answer.read()
    except HTTPError as error:
        with error:
            status, kind, data = error.code, error.headers.get_content_type(), error.read()
    text = data.decode("utf-8", errors="replace")
    if kind == "text/html":
        reader = _Addresses()
        reader.feed(text)
        return Answer(status, kind, reader.found, reader.ids)
    if kind == "text/css":
        return Answer(status, kind, re.findall(r"url\(([^)]+)\)", text), set())
    return Answer(status, kind, [], set())


def _follow(path: str, site: Path, server: Server) -> Crawl:
    """Follow every address; those with the portal's public name stand for the server's own."""
    root = server.url.removesuffix(path)
    queue = [server.url, *(f"{server.url}{folder(language)}no/such" for language in LANGUAGES)]
    answers: dict[str, Answer] = {}
    fragments = set()
    while queue:
        url = queue.pop()
        if url in answers:
            continue
        answers[url] = _ask(url)
        for address in answers[url].addresses:
            target, fragment = urldefrag(urljoin(url, address.replace(HOST, root, 1)))
            if target.startswith(f"{root}/"):
                queue.append(target)
                if fragment:
                    fragments.add((url, target, unquote(fragment)))
    return Crawl(path, site, server, answers, fragments)


@pytest.fixture(scope="module", params=PATHS)
def crawl(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    need("nginx")
    path = request.param
    work = tmp_path_factory.mktemp("subpath")
    more = {
        "portal.yml": SAMPLES["portal.yml"] + SETTINGS,
        "records/figure/dan-so.yml": FIGURE,
        "vi/general/hinh.md": PAGE + DRAWN,
        "vi/general/anh.md": f"{PAGE}\n```gallery\n- image: ../../media/doi.jpg\n```\n",
        "media/doi.jpg": photograph(900, 600),
        "media/doi.jpg.yml": FACTS,
    }
    root = write_project(work / "project", {**SAMPLES, **more})
    site = work / "site"
    built = build(load_project(root, site_url=f"{HOST}{path}", site=site), today=TODAY)
    assert built.pages > 40
    for server in serve_by_nginx(site, path, work):
        yield _follow(path, site, server)


def test_every_address_is_answered(crawl: Crawl) -> None:
    missing = {url for url, answer in crawl.answers.items() if answer.status != 200}
    assert missing == {f"{crawl.server.url}{folder(language)}no/such" for language in LANGUAGES}


def test_every_fragment_exists(crawl: Crawl) -> None:
    assert len(crawl.fragments) > 20
    broken = [one for one in crawl.fragments if one[2] not in crawl.answers[one[1]].ids]
    assert broken == []


def test_every_page_and_asset_is_reached_by_following(crawl: Crawl) -> None:
    reached = {unquote(url.removeprefix(crawl.server.url)) for url in crawl.answers}
    for path in crawl.site.rglob("*"):
        name = path.relative_to(crawl.site).as_posix()
        wanted = name.removesuffix("index.html")
        if re.fullmatch(r"search/\w+/\w+\.js", name):  # the script of the search finds its way by itself
            continue
        if path.suffix in {".html", ".css", ".js", ".svg", ".ics", ".csv"} and path.name not in {
            "404.html",
            "offline.html",
            "sw.js",
        }:
            assert wanted in reached, name


def test_no_address_leaves_the_path_of_the_site(crawl: Crawl) -> None:
    for url in crawl.answers:
        assert url.startswith(crawl.server.url), url
    count = 0
    for file in crawl.site.rglob("*"):
        if file.suffix in {".html", ".xml", ".json", ".csv", ".ics", ".txt", ".atom", ".rss"}:
            text = file.read_text("utf-8").replace("\n ", "")
            for absolute in ABSOLUTE.findall(text):
                count += 1
                assert absolute.startswith(f"{HOST}{crawl.path}"), (file.name, absolute)
    assert count > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_address_at_any_depth_has_its_language_and_style(crawl: Crawl, language: str) -> None:
    url = f"{crawl.server.url}{folder(language)}x/y/z"
    with pytest.raises(HTTPError) as raised:
        urlopen(url, timeout=10)  # noqa: S310  (our own server)
    with raised.value as answer:
        assert answer.code == 404
        text = answer.read().decode()
    assert f'<html lang="{TAGS[language]}"' in text
    found = re.search(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert found
    assert _ask(urljoin(url, found[1])).kind == "text/css"
