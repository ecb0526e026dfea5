"""The notices that stand on every page on a day, and where readers' answers go."""

from __future__ import annotations

from typing import Any

from subportal.locale.strings import language_tag
from subportal.pages.site import Site
from subportal.records.notice import Notice


def render_announcements(site: Site) -> list[dict[str, Any]]:
    """Return the notices of the portal's day, the gravest first."""
    day = site.portal.day
    shown = [one for one in site.portal.settings.notices if one.starts_on <= day <= one.ends_on]
    grades = list(type(shown[0].level)) if shown else []
    return [_announcement(site, one) for one in sorted(shown, key=lambda one: -grades.index(one.level))]


def _announcement(site: Site, notice: Notice) -> dict[str, Any]:
    data = {
        "level": notice.level.value,
        "label": notice.level.label(site.language),
        "text": site.text(notice.text),
        "until": notice.ends_on.isoformat(),
    }
    if site.tag(notice.text):
        data["lang"] = language_tag(notice.text.language(site.language))
    if notice.link:
        name, _, identifier = notice.link.partition(":")
        data["href"] = site.target(name, identifier) or notice.link
    return data


def render_feedback(site: Site) -> dict[str, str]:
    """Return the form's endpoint and the address for e-mail; empty where none is known."""
    settings = site.portal.settings
    feedback = settings.feedback
    return {
        "endpoint": feedback.endpoint or "",
        "email": feedback.email or settings.email or "",
    }
