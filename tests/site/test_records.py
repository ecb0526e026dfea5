"""Lists of records as a reader meets them: narrowed with and without script, dated in each language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Server

SECTORS = ("energy", "agriculture", "forestry", "processing", "tourism")
FESTIVAL = {
    "": "7/2/2027 – 9/2/2027",
    "en/": "7 February 2027 to 9 February 2027",
    "zh/": "2027年2月7日至2027年2月9日",
}
LUNAR = {"": "tháng Giêng (âm lịch)", "en/": "1st lunar month", "zh/": "农历正月初二"}

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-0")]


def test_projects_are_narrowed_by_sector_in_chinese_with_script(browser: Browser, nginx: Server) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{nginx.url}zh/projects/")
        total = page.locator("#list > li").count()
        assert total >= 10
        sums = 0
        for sector in SECTORS:
            page.locator("select[name=sector]").select_option(sector)
            expect(page).to_have_url(f"{nginx.url}zh/projects/?sector={sector}")
            sums += page.locator("#list > li").filter(visible=True).count()
        assert sums == total
        page.locator("select[name=sector]").select_option("energy")
        expect(page.locator("#list > li").filter(visible=True).first).to_contain_text("能源")


def test_projects_are_narrowed_by_sector_in_chinese_without_script(browser: Browser, nginx: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(f"{nginx.url}zh/projects/")
        link = page.locator("main a", has_text=re.compile("^能源$"))
        link.click()
        expect(page).to_have_url(f"{nginx.url}zh/projects/sector/energy/")
        items = page.locator("#list > li")
        assert items.count() == 2
        for index in range(items.count()):
            expect(items.nth(index)).to_contain_text("能源")


@pytest.mark.parametrize("folder", FESTIVAL)
def test_a_festival_of_2027_shows_both_its_dates(browser: Browser, nginx: Server, folder: str) -> None:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(f"{nginx.url}{folder}events/gau-tao/")
        expect(page.locator("main")).to_contain_text(FESTIVAL[folder])
        expect(page.locator("main")).to_contain_text(LUNAR[folder])
        page.goto(f"{nginx.url}{folder}calendar/")
        month = page.locator("#y2027-02")
        expect(month).to_be_visible()
