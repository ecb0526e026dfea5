"""Topics of news: sections of the portal, so that each has its page."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.load.fields import hints
from subportal.portal import Page, Portal
from subportal.records.base import SOURCE_LANGUAGE
from subportal.rules.places import in_front_matter


def check_page(portal: Portal, page: Page) -> Iterator[Issue]:
    """Every topic names a section of the menu."""
    sections = portal.settings.sections
    for index, topic in enumerate(page.facts.topics):
        if topic not in sections:
            position = in_front_matter(portal, page.prose[SOURCE_LANGUAGE], page.path, ("topics", index))
            yield issue("E211", position, f"topics.{index}", value=topic, **hints(topic, sections))
