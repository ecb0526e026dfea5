"""What every maker of pages needs: links, names and formats in one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from subportal.addresses import address_of, record_address
from subportal.locale import formats
from subportal.locale.fitting import fit_description
from subportal.locale.strings import language_tag, strings
from subportal.markdown.languages import guess_language
from subportal.markdown.links import resolve_records
from subportal.pages.pictures import pictures_in
from subportal.pages.staged import StagedPage
from subportal.portal import Page
from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import PartialDate, Record, Source, Text, Visibility
from subportal.states import State

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#~]")


def escape(text: str) -> str:
    """Return text as Markdown that means just these characters."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Site:
    """A public portal, seen in one language."""

    portal: PublicPortal
    language: str

    def string(self, key: str, **values: object) -> str:
        """Return an interface string."""
        text = strings(self.language)[key]
        return text.format(**values) if values else text

    def own_string(self, key: str) -> str:
        """Return an interface string, or nothing where the language has none of this name."""
        return strings(self.language).get(key, "")

    def list_title(self, kind: type[Record]) -> str:
        """Return what the list of a kind is called."""
        return self.own_string(f"{kind.kind}.list_title") or kind.list_title.label(self.language)

    def list_description(self, kind: type[Record]) -> str:
        """Return what the list of a kind holds, in a sentence."""
        return self.own_string(f"{kind.kind}.list_description") or kind.list_description.label(self.language)

    def page_title(self, title: str, number: int) -> str:
        """Return a list's title with the number of its page, unless it is the first."""
        return title if number == 1 else self.string("listing.title_page", title=title, page=number)

    def describe(self, *parts: str) -> str:
        """Return a page's description: the first part, with others and the portal's name if it is short."""
        name = self.text(self.portal.settings.name)
        return fit_description(self.language, *parts, self.string("description.portal", name=name))

    # Texts -------------------------------------------------------------------------------------

    def text(self, text: Text | None) -> str:
        """Return a text in this language, else in the source language; empty for none."""
        return text.best(self.language) if text else ""

    def tag(self, text: Text) -> str | None:
        """Return the language tag of what `text` gives, or None if it is this language."""
        language = text.language(self.language)
        return None if language == self.language else language_tag(language)

    def marked(self, text: Text | None) -> str:
        """Return a text as inline Markdown, marked with its language if it is another one."""
        if not text:
            return ""
        tag = self.tag(text)
        words = escape(text.best(self.language))
        return f'<span lang="{tag}">{words}</span>' if tag else words

    def paragraphs(self, text: Text | None) -> str:
        """Return a text as Markdown paragraphs; empty lines set them apart."""
        if not text:
            return ""
        tag = self.tag(text)
        parts = [escape(part) for part in re.split(r"\n\s*\n", text.best(self.language))]
        marked = [f'<span lang="{tag}">{part}</span>' if tag else part for part in parts]
        return "\n\n".join(marked) + "\n"

    def day(self, day: dt.date) -> str:
        """Return a day in words."""
        return formats.format_day(day, self.language)

    def partial(self, date: PartialDate) -> str:
        """Return a day, month or year in words."""
        return formats.format_partial(date, self.language)

    def join(self, items: Iterable[str]) -> str:
        """Return the items as an enumeration."""
        return self.string("list.separator").join(items)

    # Links -------------------------------------------------------------------------------------

    def relative(self, origin: str, target: str) -> str:
        """Return the address of a staged file, as seen from the page `origin`."""
        path, mark, fragment = target.partition("#")
        here, there = origin.split("/")[:-1], path.split("/")
        same = 0
        while same < min(len(here), len(there) - 1) and here[same] == there[same]:
            same += 1
        return "../" * (len(here) - same) + "/".join(there[same:]) + mark + fragment

    def link(self, origin: str, record: Record) -> str:
        """Return a Markdown link to a record, or its name where it has no page."""
        name = self.marked(record.title)
        if record.visibility is not Visibility.PUBLIC:
            return name
        return f"[{name}]({self.relative(origin, record_address(record))})"

    def links(self, origin: str, kind: type[Record], identifiers: Iterable[str]) -> str:
        """Return links to several records as an enumeration; what is not public is left out."""
        found = (self.portal.find(kind, identifier) for identifier in identifiers)
        return self.join(self.link(origin, record) for record in found if record)

    def resolve(self, origin: str, markdown: str) -> str:
        """Turn `kind:id` links of a text into addresses of the staged tree."""

        def address(name: str, identifier: str) -> str | None:
            target = self.target(name, identifier)
            return self.relative(origin, target) if target else None

        return resolve_records(markdown, address)

    def target(self, name: str, identifier: str) -> str:
        """Return where the record `name:identifier` stands; nothing where no kind has that name."""
        kind = kinds().get(name)
        if kind is None:
            return ""
        record = None if kind.has_pages else self.portal.find(kind, identifier)
        return record_address(record) if record else address_of(kind, identifier if kind.has_pages else "")

    def title(self, path: str) -> str:
        """Return the short title of a page in this language."""
        page = self.portal.pages.get(path)
        return page.best(self.language).menu if page else ""

    # Pages -------------------------------------------------------------------------------------

    def crumbs(self, origin: str, trail: Iterable[tuple[str, str]]) -> list[list[str]]:
        """Return titles and addresses of the pages above `origin`, the home page first."""
        home = (self.string("home"), "index.md")
        return [[title, self.relative(origin, target)] for title, target in (home, *trail)]

    def section_crumb(self, section: str) -> list[tuple[str, str]]:
        """Return the breadcrumb of a section, if it has a first page."""
        title = self.title(f"{section}/index")
        return [(title, f"{section}/index.md")] if title else []

    def sources(self, sources: Iterable[Source]) -> list[dict[str, str]]:
        """Return sources as plain data."""
        shown = []
        for source in sources:
            data = {"title": source.title}
            tag = source.language or guess_language(source.title)
            if tag != language_tag(self.language):
                data["lang"] = tag
            if source.url:
                data["url"] = source.url
            if source.date:
                data["date"] = self.partial(source.date)
            if source.mark == "S2":
                data["remark"] = self.string("sources.second_hand")
            shown.append(data)
        return shown

    def alternates(self, kind: str, identifier: str) -> list[str]:
        """Return the languages in which a page or record has a real text of its own."""
        return [language for language in self.portal.languages if self.portal.has(kind, identifier, language)]

    def stage(
        self,
        path: str,
        body: str,
        *,
        template: str,
        title: str,
        description: str,
        identity: tuple[str, str] | None = None,
        language: str | None = None,
        **meta: Any,
    ) -> StagedPage:
        """Make a staged page; `identity` names what is translated, for notices and alternates."""
        own = language or self.language
        head: dict[str, Any] = {
            "title": title,
            "description": description,
            "template": template,
            "lang": language_tag(own),
            "alternates": list(self.portal.languages),
        }
        if identity:
            head["alternates"] = self.alternates(*identity)
            state = self.portal.state(*identity, self.language)
            if state is not State.CURRENT:
                head["state"] = state.value
        head["pictures"] = pictures_in(self if own == self.language else Site(self.portal, own), body)
        if not head["pictures"]:
            del head["pictures"]
        head.update({key: value for key, value in meta.items() if value})
        return StagedPage(self.language, path, head, body)


def section_pages(portal: PublicPortal, section: str) -> list[Page]:
    """Return the pages of a section without its first page and its news, in order."""
    dated = portal.news.dated()
    paths = [path for path in portal.pages if path.startswith(f"{section}/") and path not in dated]
    pages = [portal.pages[path] for path in paths]
    return sorted(
        (page for page in pages if not page.is_index), key=lambda page: (page.facts.order, page.path)
    )


def newest(portal: PublicPortal, count: int) -> list[Page]:
    """Return the newest items of the news."""
    return [portal.pages[path] for path in list(portal.news.dated())[:count]]


def by_title(site: Site, records: Iterable[Record]) -> list[Record]:
    """Return records in the order of their names in the site's language."""
    return sorted(records, key=lambda record: (site.text(record.title).casefold(), record.id))
