"""Each page has the stylesheets that it needs, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import ROOT

SHEETS = {
    "cards": ".cards",
    "lists": ".listing",
    "pictures": "figure",
    "tables": "table",
    "blocks": ".timeline",
    "figures": ".figures",
    "charts": ".bars",
    "year": ".year",
    "map": ".map",
}
"""Those that only some pages have, and what each of them must draw."""


def leads(name: str) -> set[str]:
    """Return the classes and elements with which the selectors of a sheet begin."""
    text = (ROOT / "overrides" / "assets" / f"{name}.css").read_text("utf-8")
    plain = re.sub(r"/\*.*?\*/|@media[^{]*|:is\([^)]*\)|\{[^{}]*\}", "\n", text, flags=re.DOTALL)
    return set(re.findall(r"(?m)^\s*(?::lang\(zh\) )?(\.?[a-z][\w-]*)", plain))


def used(page: str) -> set[str]:
    """Return the elements of a page, and its classes with a point before them."""
    body = page[page.index("<body") :]
    classes = {name for names in re.findall(r' class="([^"]*)"', body) for name in names.split()}
    return set(re.findall(r"<([a-z]\w*)", body)) | {f".{name}" for name in classes}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_page_has_the_sheets_that_it_needs_and_no_other(site: Path, sheet: str) -> None:
    others = [name for name in ("site", *SHEETS) if name != sheet]
    own = leads(sheet) - {"html", *(lead for name in others for lead in leads(name))}
    assert SHEETS[sheet] in own
    linked = re.compile(rf'<link rel="stylesheet" href="[^"]*/{sheet}\.\w+\.css">')
    wrong = {}
    count = 0
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        needed = own & used(page)
        if bool(needed) != bool(linked.search(page)):
            wrong[str(path.relative_to(site))] = needed
        count += bool(needed)
    assert wrong == {}
    assert count > 2


def test_no_screen_waits_for_the_sheet_for_paper_which_comes_last(site: Path) -> None:
    for path in site.rglob("*.html"):
        links = re.findall(r'<link rel="stylesheet"[^>]*>', path.read_text("utf-8"))
        assert re.fullmatch(r'<link rel="stylesheet" href="[^"]*print\.\w+\.css" media="print">', links[-1])
        assert not any("media=" in link for link in links[:-1])
