"""What stands around every page: names, menu, imprint; staged as `site.json`."""

from __future__ import annotations

from typing import Any

from subportal.addresses import CALENDAR_PAGE, DATA_PAGE, FEED_FORMS, FEEDS_PAGE, feed_file, list_path
from subportal.locale.strings import language_tag, strings
from subportal.pages.announcements import render_announcements, render_feedback
from subportal.pages.data import has_data
from subportal.pages.occurrences import has_calendar
from subportal.pages.site import Site
from subportal.public import PublicPortal
from subportal.records.agency import Agency
from subportal.records.figure import Figure
from subportal.records.settings import PLACEHOLDERS
from subportal.records.term import Term

_TOOLS = ("contact", "sitemap", "accessibility", "terms")


def render_chrome(portal: PublicPortal) -> dict[str, Any]:
    """Return, by language, everything that is the same on all pages of that language."""
    return {language: _of_language(Site(portal, language)) for language in portal.languages}


def _of_language(site: Site) -> dict[str, Any]:
    settings = site.portal.settings
    authority = site.portal.find(Agency, settings.authority)
    return {
        "tag": language_tag(site.language),
        "name": site.text(settings.name),
        "short_name": site.text(settings.short_name),
        "province": site.text(settings.province),
        "authority": site.text(authority.title) if authority else "",
        "parent_url": settings.parent_url or "",
        "established": settings.established,
        "cards": settings.cards.value,
        "languages": [
            {
                "code": language,
                "tag": language_tag(language),
                "name": strings(language)["language.name"],
            }
            for language in site.portal.languages
        ],
        "menu": [
            {
                "section": section,
                "title": site.title(f"{section}/index"),
                "href": f"{section}/index.md",
            }
            for section in settings.sections
            if f"{section}/index" in site.portal.pages
        ],
        "imprint": [_imprint(site, key) for key in PLACEHOLDERS],
        "announcements": render_announcements(site),
        "feedback": render_feedback(site),
        "contact": bool(site.title("contact")),
        "offline": settings.offline,
        "tools": _tools(site),
        "data": _data(site),
        "feeds": [
            {
                "type": FEED_FORMS[form],
                "title": f"{site.string('feeds.all')} ({site.string(f'feeds.form.{form}')})",
                "href": feed_file(site.language, form),
            }
            for form in ("atom", "json")
        ],
    }


def _imprint(site: Site, key: str) -> dict[str, str]:
    value = getattr(site.portal.settings, key)
    label_key = key.removesuffix("_agency") if key == "managing_agency" else key
    text = value if isinstance(value, str | None) else site.text(value)
    return {"key": key, "label": site.string(f"footer.{label_key}"), "value": text or ""}


def _tools(site: Site) -> list[dict[str, str]]:
    found = []
    for path in _TOOLS:
        title = site.string("sitemap.title") if path == "sitemap" else site.title(path)
        if title:
            found.append({"title": title, "href": f"{path}.md"})
    return found


def _data(site: Site) -> list[dict[str, str]]:
    lists = [
        {"title": site.list_title(kind), "href": f"{list_path(kind)}.md"}
        for kind in (Figure, Term)
        if site.portal.records.get(kind.kind)
    ]
    pages = [("data", DATA_PAGE)] if has_data(site.portal) else []
    pages.append(("feeds", FEEDS_PAGE))
    if has_calendar(site.portal):
        pages.append(("calendar", CALENDAR_PAGE))
    return [*lists, *({"title": site.string(f"{key}.title"), "href": f"{path}.md"} for key, path in pages)]
