"""The site map for people (Circular 32/2017/TT-BTTTT, Article 16(4)): every page, by section.

Of kinds and news with many pages it lists thirty, and leads to the list of them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from subportal.addresses import SITEMAP, STANDALONE, list_path
from subportal.pages.news import NEWS
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.records import kinds

_GENERAL = ""
AT_MOST = 30


def render_sitemap(site: Site, pages: Iterable[StagedPage]) -> StagedPage:
    """Return the site map of all `pages` of the site's language."""
    sections = site.portal.settings.sections
    by_section: dict[str, list[StagedPage]] = {}
    for page in pages:
        if page.path not in {"index", *STANDALONE} and not _is_part(page) and not page.meta.get("moved_to"):
            section = page.meta.get("section", _GENERAL)
            by_section.setdefault(section if section in sections else _GENERAL, []).append(page)
    parts = [
        _section(site, section, by_section[section])
        for section in (*sections, _GENERAL)
        if section in by_section
    ]
    return site.stage(
        SITEMAP,
        "\n".join(parts),
        template="article.html",
        title=site.string("sitemap.title"),
        description=site.describe(site.string("sitemap.description")),
        crumbs=site.crumbs(SITEMAP, []),
    )


def _is_part(page: StagedPage) -> bool:
    """Tell whether a page is a later page, or a part by a facet, of a list."""
    return page.meta["template"] == "list.html" and page.path.count("/") > 1


def _section(site: Site, section: str, pages: list[StagedPage]) -> str:
    title = site.title(f"{section}/index") if section else site.string("sitemap.other")
    lines = [f"## {escape(title)} {{#{section or 'general-pages'}}}\n"]
    present = {page.path for page in pages}
    below: dict[str, list[StagedPage]] = {}
    for page in pages:
        below.setdefault(_parent(page, present), []).append(page)
    for page in below.get("", ()):
        lines.append(f"- {_link(site, page)}")
        lines.extend(_children(site, page, below.get(page.path, [])))
    return "\n".join(lines) + "\n"


@cache
def _grouped() -> dict[str, str]:
    """Return the lists that have a page for each group, by their folders."""
    return {kind.folder: list_path(kind) for kind in kinds().values() if kind.grouped_by}


def _parent(page: StagedPage, present: set[str]) -> str:
    """Return the list under which a page stands; empty for one that stands by itself."""
    kind = page.meta.get("kind")
    if kind:
        parent = list_path(kinds()[kind])
    elif page.meta["template"] == "news.html":
        parent = NEWS
    else:
        parent = _grouped().get(page.path.partition("/")[0], "")
    return parent if parent in present and parent != page.path else ""


def _children(site: Site, page: StagedPage, children: list[StagedPage]) -> Iterator[str]:
    if page.path == NEWS:
        children = sorted(children, key=_date, reverse=True)
    for child in children[:AT_MOST]:
        yield f"  - {_link(site, child)}"
    if len(children) > AT_MOST:
        yield f"  - [{site.string('sitemap.all', count=len(children))}]({page.path}.md)"


def _date(page: StagedPage) -> tuple[str, str]:
    return page.meta.get("date", {}).get("iso", ""), page.path


def _link(site: Site, page: StagedPage) -> str:
    link = f"[{escape(page.meta['title'])}]({page.path}.md)"
    if site.language in page.meta["alternates"]:
        return link
    return f'<span lang="{page.meta["lang"]}">{link}</span> ({site.string("sitemap.not_translated")})'
