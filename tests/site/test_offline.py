"""What can be read offline, and how that is switched off: in a real Chromium, in front of a real server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from subportal.engine.build import build
from subportal.engine.project import load_project
from tests.projects import TODAY
from tests.site.samples import TAGS, folder
from tests.site.visits import SITE_URL, choose, served_samples

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-1")]

INSTALLED = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one && one.active))"
CACHES = "caches.keys().then((names) => names.length)"


def _until(page: Page, expression: str) -> None:
    """Wait until a promise in the page gives what is true."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(expression)


def _visit(page: Page, url: str) -> None:
    """Open a page and wait until it is kept."""
    page.goto(url)
    _until(page, INSTALLED)
    _until(page, "caches.match(location.origin + location.pathname).then(Boolean)")


def test_what_was_visited_can_be_read_offline(tmp_path: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        with served_samples(tmp_path) as (server, _):
            url = server.url
            _visit(page, f"{url}en/general/page/")
            _visit(page, f"{url}zh/general/?q=1")
        for path in ("en/general/page/", "zh/general/#x"):
            page.goto(f"{url}{path}")
            expect(page.locator(".prose")).to_have_count(1)
            expect(page.locator("body.page-404")).to_have_count(0)
            expect(page.locator("body")).to_have_css("margin", "0px")
        words = {"vi": "Không có kết nối mạng", "en": "You are offline", "zh": "没有网络连接"}
        for language, text in words.items():
            page.goto(f"{url}{folder(language)}never/seen/")
            expect(page.locator("h1")).to_have_text(text)
            expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
            expect(page.locator("body")).to_have_css("margin", "0px")


def test_a_page_that_was_withdrawn_is_not_kept(tmp_path: Path, browser: Browser) -> None:
    with browser.new_context() as context, served_samples(tmp_path) as (server, _):
        page = context.new_page()
        _visit(page, f"{server.url}en/general/page/")
        kept = f"caches.match('{server.url}en/general/page/').then(Boolean)"
        _until(page, kept)
        shutil.rmtree(tmp_path / "site" / "en" / "general" / "page")
        page.goto(f"{server.url}en/general/page/")
        _until(page, f"{kept}.then((found) => !found)")


def test_the_operator_switches_it_off_for_all(tmp_path: Path, browser: Browser) -> None:
    with browser.new_context() as context, served_samples(tmp_path) as (server, root):
        page = context.new_page()
        _visit(page, server.url)
        settings = root / "content" / "portal.yml"
        settings.write_text(settings.read_text("utf-8") + "offline: false\n", "utf-8")
        project = load_project(root, site_url=SITE_URL, site=tmp_path / "site")
        assert build(project, today=TODAY).pages
        page.goto(f"{server.url}en/")
        page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one && one.update())")
        _until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
        _until(page, f"{CACHES}.then((count) => count === 0)")
        page.goto(server.url)
        page.wait_for_timeout(300)
        assert page.evaluate(INSTALLED) is False


def test_a_reader_switches_it_off_and_on_again(tmp_path: Path, browser: Browser) -> None:
    with browser.new_context() as context, served_samples(tmp_path) as (server, _):
        page = context.new_page()
        _visit(page, server.url)
        choose(page, "offline", "off")
        _until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
        _until(page, f"{CACHES}.then((count) => count === 0)")
        page.goto(f"{server.url}en/")
        page.wait_for_timeout(300)
        assert page.evaluate(INSTALLED) is False
        choose(page, "offline", "")
        _until(page, INSTALLED)
