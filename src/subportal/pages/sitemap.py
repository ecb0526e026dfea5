"""The site map for people (Circular 32/2017/TT-BTTTT, Article 16(4)): every page, by section."""

from __future__ import annotations

from collections.abc import Iterable

from subportal.addresses import SITEMAP
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage

_GENERAL = ""


def render_sitemap(site: Site, pages: Iterable[StagedPage]) -> StagedPage:
    """Return the site map of all `pages` of the site's language."""
    by_section: dict[str, list[StagedPage]] = {}
    for page in pages:
        if page.path != "index":
            by_section.setdefault(page.meta.get("section", _GENERAL), []).append(page)
    parts = [
        _section(site, section, by_section[section])
        for section in (*site.portal.settings.sections, _GENERAL)
        if section in by_section
    ]
    return site.stage(
        SITEMAP,
        "\n".join(parts),
        template="article.html",
        title=site.string("sitemap.title"),
        description=site.string("sitemap.description"),
        crumbs=site.crumbs(SITEMAP, []),
    )


def _section(site: Site, section: str, pages: list[StagedPage]) -> str:
    title = site.title(f"{section}/index") if section else site.string("sitemap.other")
    lines = [f"## {escape(title)} {{#{section or 'general-pages'}}}\n"]
    lists = {page.path.rpartition("/")[0]: page for page in pages if page.meta["template"] == "list.html"}
    for page in pages:
        folder = page.path.rpartition("/")[0]
        parent = lists.get(folder)
        if page.meta.get("kind") and parent:
            continue
        lines.append(f"- {_link(site, page)}")
        if page in lists.values():
            children = [one for one in pages if one.meta.get("kind") and _folder(one) == folder]
            lines.extend(f"  - {_link(site, child)}" for child in children)
    return "\n".join(lines) + "\n"


def _folder(page: StagedPage) -> str:
    return page.path.rpartition("/")[0]


def _link(site: Site, page: StagedPage) -> str:
    link = f"[{escape(page.meta['title'])}]({page.path}.md)"
    if site.language in page.meta["alternates"]:
        return link
    return f'<span lang="{page.meta["lang"]}">{link}</span> ({site.string("sitemap.not_translated")})'
