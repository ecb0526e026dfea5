"""Titles and descriptions of pages that lists of search results would cut."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.locale.fitting import TITLE, bounds, width
from subportal.portal import Page, Portal
from subportal.rules.places import in_front_matter


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Yield titles wider than 65 letters, and descriptions longer than their language shows."""
    for language, prose in page.prose.items():
        title, description = width(prose.title), prose.texts.description
        most = bounds(language)[1]
        for field, length, room in (("title", title, TITLE), ("description", len(description), most)):
            if length > room:
                position = in_front_matter(portal, prose, page.path, (field,))
                yield issue("W430", position, field, name=field, length=length, most=room)
