"""Notices of border gates: on the page of the gate, and wherever a text asks for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.locale.formats import format_range
from subportal.markdown.blocks.base import parse
from subportal.markdown.spans import replace_fences
from subportal.pages.site import Site, by_title, escape
from subportal.pages.values import source_links
from subportal.records.base import Visibility
from subportal.records.place import GateNotice, Place


def fill_gate_notices(site: Site, path: str, body: str) -> str:
    """Replace each `gate-notices` block of the page at `path` by the notices that hold or will."""
    return replace_fences(body, "gate-notices", lambda text: _all(site, path) or parse(text)["none"])


def notices_of(site: Site, place: Place) -> str:
    """Return the notices of a place that hold or will as alerts; empty for none."""
    return "\n".join(_alert(site, notice, "") for notice in _current(site, place))


def _all(site: Site, path: str) -> str:
    places = site.portal.of(Place)
    public = [one for one in places.values() if one.visibility is Visibility.PUBLIC]
    return "\n".join(
        _alert(site, notice, f"{site.link(path, one)} – ")
        for one in by_title(site, public)
        for notice in _current(site, places[one.id])
    )


def _current(site: Site, place: Place) -> Iterator[GateNotice]:
    if place.notices:
        today = site.portal.today
        yield from sorted((one for one in place.notices if one.holds(today)), key=lambda one: one.starts_on)


def _alert(site: Site, notice: GateNotice, before: str) -> str:
    """Return a notice: where, what, when, the words and who said so."""
    if notice.ends_on:
        when = format_range(notice.starts_on, notice.ends_on, site.language)
    else:
        when = site.string("gates.from", date=site.day(notice.starts_on))
    head = (
        f"{before}**{escape(notice.type.label(site.language))}**{site.string('sentence.colon')}{escape(when)}"
    )
    cited = source_links(site, notice.sources)
    lines = [head, site.paragraphs(notice.text).rstrip(), cited]
    return "> [!IMPORTANT]\n> " + "\n\n".join(lines).replace("\n", "\n> ") + "\n"
