"""Prose pages: what the front matter of a Markdown file may say.

Facts about a page stand once, in the Vietnamese file; a translation carries texts only.
"""

import datetime as dt
from typing import Annotated

from pydantic import Field

from subportal.records.base import (
    Approval,
    Day,
    Flag,
    Guarded,
    Model,
    Public,
    Source,
    Text,
    Visibility,
    Withdrawal,
)

Sentence = Annotated[str, Field(min_length=1)]


class PageTexts(Model):
    """The front matter of a translation."""

    title: Sentence
    """The page's title and first heading."""
    description: Sentence
    """One sentence for lists, search results and shared links."""
    menu: str | None = None
    """A shorter title for menus and breadcrumbs."""
    source_hash: str | None = None
    """The digest of the Vietnamese text that was translated; `subportal translate stamp` sets it."""
    note: str | None = None
    """A remark for editors; never published."""


class Correction(Model):
    """A fault that was put right, told to those who have read it."""

    on: Annotated[Day, Public("Ngày", "Date", "日期")]
    """The day on which it was put right."""
    text: Annotated[Text, Public("Nội dung đính chính", "Correction", "更正内容")]
    """What was wrong and what is right."""


class PageFacts(Guarded):
    """The front matter of a Vietnamese page."""

    title: Sentence
    """The page's title and first heading."""
    description: Sentence
    """One sentence for lists, search results and shared links."""
    menu: str | None = None
    """A shorter title for menus and breadcrumbs."""
    order: int = 100
    """Its place among its neighbours; the smallest comes first."""
    date: Day | None = None
    """News: the day of the event or of the announcement."""
    topics: tuple[str, ...] = ()
    """News: the sections to which the item belongs besides its own."""
    related: tuple[str, ...] = ()
    """Pages (`potential/tea.md`) and records (`kind:id`) worth reading next."""
    sources: tuple[Source, ...] = ()
    """Where the facts were found."""
    reviewed: Day | None = None
    """The day on which somebody last compared the page with its sources."""
    updated: Day | None = None
    """The day of the last change of substance; translations older than it say so."""
    corrections: tuple[Correction, ...] = ()
    """What was put right after publication; shown on the page and told in the feeds."""
    withdrawn: Withdrawal | None = None
    """Set when the page is withdrawn: readers and feeds then get the reason instead of the text."""
    review_by: Day | None = None
    """The day by which it must be compared again."""
    publish_on: Day | None = None
    """First day on which it is shown (Asia/Ho_Chi_Minh)."""
    expires_on: Day | None = None
    """First day on which it is no longer shown (Asia/Ho_Chi_Minh)."""
    approved: Approval | None = None
    """The approval, if one is needed."""
    dated: Flag = False
    """True for a page that keeps the old names of places and agencies on purpose."""
    sample: Flag = False
    """Invented for tests or for demonstration; a production build refuses it."""
    note: str | None = None
    """A remark for editors; never published."""

    def shown_on(self, today: dt.date) -> bool:
        """Tell whether the page is published on the day `today`."""
        if self.visibility is not Visibility.PUBLIC:
            return False
        started = self.publish_on is None or self.publish_on <= today
        return started and (self.expires_on is None or today < self.expires_on)
