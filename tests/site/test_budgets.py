"""The weight of every page, held to `budgets.yml`."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import Server
from tests.site.samples import ARTICLE, PLAN

BUDGETS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("budgets.yml").read_text("utf-8"))
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


@cache
def weight(path: Path) -> int:
    """Return what a file weighs on the wire."""
    return len(gzip.compress(path.read_bytes(), BUDGETS["compression"], mtime=0))


def weigh(page: Path) -> int:
    """Return what a page weighs with its stylesheets and scripts."""
    linked = LINKED.findall(page.read_text("utf-8"))
    files = [page.parent / address for address in linked if not address.startswith("/")]
    return weight(page) + sum(weight(path.resolve()) for path in files)


def test_no_page_weighs_more_than_it_may(site: Path) -> None:
    weights = {str(path.relative_to(site)): weigh(path) for path in site.rglob("*.html")}
    assert len(weights) > 1000
    assert {name: weight for name, weight in weights.items() if weight > BUDGETS["limit"]} == {}


def test_a_heavy_page_and_its_files_would_be_seen(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(bytes(range(256)) * 10)
    page = tmp_path / "index.html"
    page.write_text('<link rel="stylesheet" href="a.css"><script src="a.css" defer></script>', "utf-8")
    assert weigh(page) == weight(page) + 2 * weight(tmp_path / "a.css")
    own = LINKED.findall((site / "index.html").read_text("utf-8"))
    assert {Path(address).suffix for address in own} == {".css", ".js"}


def test_each_asset_keeps_to_its_limit(site: Path) -> None:
    for path in (site / "assets").iterdir():
        name = f"{path.name.partition('.')[0]}{path.suffix}"
        limit = BUDGETS["assets"].get(name, BUDGETS["assets"][path.suffix[1:]])
        assert weight(path) <= limit, path.name


@pytest.mark.browser
@pytest.mark.xdist_group("browser-1")
@pytest.mark.parametrize("path", ["", "en/", "zh/general/", ARTICLE, PLAN, "documents/all/"])
def test_a_first_view_asks_for_little(browser: Browser, nginx: Server, path: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context, context.new_page() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{nginx.url}{path}", wait_until="load")
        own = [one for one in asked if "/media/" not in one]
        assert 2 < len(own) <= BUDGETS["requests"]
        assert sum(not one.startswith(nginx.url) for one in asked) == BUDGETS["third_party"]
        assert sum(one.endswith((".woff", ".woff2", ".ttf")) for one in asked) == BUDGETS["fonts"]
