"""The portal of a build: assembled from the files' states, with what differs from the last build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path

from subportal.briefs import Brief, news_of, withdrawn_of
from subportal.engine.scan import (
    Scan,
    briefs_of,
    changed_by_date,
    changed_reads,
    names_of_files,
    value_of,
)
from subportal.engine.state import Done, FileState, State
from subportal.issues import Issue
from subportal.leaks import Words, internal_of_page, internal_of_record
from subportal.load.item import SETTINGS_FILE, name_of
from subportal.load.portal import assemble, missing_originals, missing_settings
from subportal.load.twins import find_twins
from subportal.portal import Portal
from subportal.public import PublicPortal, project
from subportal.reads import Changes, Read, names_of, pack, recording
from subportal.rules import PAGE_RULES, RECORD_RULES, WHOLE_RULES

_issues = attrgetter("issues")
_reads = attrgetter("reads")


@dataclass(frozen=True, slots=True)
class Contents:
    """The portal, and what has changed since the last build."""

    portal: Portal | None
    briefs: Mapping[str, Mapping[str, Brief]]
    issues: tuple[Issue, ...]
    """Of files, each by itself."""
    changed: Changes | None
    """None where everything counts as changed."""

    def public(self) -> PublicPortal:
        """Return the public part; the portal must be there."""
        if self.portal is None:
            message = "no portal without settings"
            raise ValueError(message)
        return project(self.portal, self.briefs)

    def stale(self, done: Mapping[str, Done], names: Iterable[str]) -> list[str]:
        """Return the names of the work that must be done again."""
        if self.changed is None:
            return list(names)
        wanted = list(names)
        known = list(filter(done.__contains__, wanted))
        places = self.changed.touched(list(map(_reads, map(done.__getitem__, known))))
        if len(known) == len(wanted):
            return [known[place] for place in sorted(places)]
        touched = {known[place] for place in places}
        return [name for name in wanted if name not in done or name in touched]


def read_contents(
    root: Path, scanned: Scan, languages: Sequence[str], today: dt.date, last: State | None
) -> Contents:
    """Assemble the portal of the scanned files and compare it with the last build."""
    names = names_of_files(scanned.files, languages)
    states = dict(zip(names, map(scanned.files.__getitem__, names.values()), strict=True))
    issues = [*scanned.issues, *chain.from_iterable(map(_issues, scanned.files.values()))]
    if last is None or scanned.files.keys() != last.files.keys():
        # Both are errors, after which no state is left: the files of the last build had neither.
        issues.extend(find_twins(root, scanned.files, languages))
        issues.extend(missing_originals(root, names))
    fine = [name for name, state in states.items() if state.value is not None]
    briefs = briefs_of({name: states[name] for name in fine})
    portal = None
    if ("settings",) in names and states["settings",].value is not None:
        value = partial(value_of, states)
        portal = assemble(root, names, fine, value, languages=languages, today=today)
        originals = set(names_of(portal.pages))
        briefs["page"] = {path: brief for path, brief in briefs["page"].items() if path in originals}
    elif ("settings",) not in names:
        issues.append(missing_settings(root))
    changed = _changed(scanned, briefs, languages, today, last) if last else None
    return Contents(portal, briefs, tuple(issues), None if changed is None else Changes(changed))


def _changed(
    scanned: Scan,
    briefs: Mapping[str, Mapping[str, Brief]],
    languages: Sequence[str],
    today: dt.date,
    last: State,
) -> frozenset[Read] | None:
    """Return what has changed, or None for everything."""
    touched = {*scanned.changed, *scanned.removed}
    if SETTINGS_FILE in touched:
        return None
    if _media(touched) and _media(scanned.files) != _media(last.files):
        return None
    changed: set[Read] = set()
    for relative in touched:
        old, new = last.files.get(relative), scanned.files.get(relative)
        changed.update(changed_reads(name_of(relative, languages), old, new))
    day = dt.date.fromisoformat(last.day)
    if day != today or any(
        _brief(last.files, relative) != _brief(scanned.files, relative) for relative in touched
    ):
        old_names = names_of_files(last.files, languages)
        old_briefs = briefs_of({name: last.files[relative] for name, relative in old_names.items()})
        changed.update(changed_by_date(old_briefs, briefs, (day, today)))
        changed.update(news_of(briefs, today).changes(news_of(old_briefs, day)))
        if withdrawn_of(briefs, today) != withdrawn_of(old_briefs, day):
            changed.add(("withdrawn",))
    return frozenset(changed)


def _brief(files: Mapping[str, FileState], relative: str) -> Brief | None:
    return files[relative].brief if relative in files else None


def _media(files: Iterable[str]) -> set[str]:
    return {relative for relative in files if relative.startswith("media/")}


def check_names(portal: Portal) -> list[str]:
    """Return the names of all checks."""
    pages = [f"page/{path}" for path in names_of(portal.pages)]
    records = [f"record/{kind}/{name}" for kind, found in portal.records.items() for name in names_of(found)]
    # Those that look at all pages take longest; begun first, they end while there is other work.
    return [*(f"whole/{index}" for index in range(len(WHOLE_RULES))), *pages, *records]


def run_checks(portal: Portal, public: PublicPortal, names: Iterable[str]) -> list[tuple[str, Done]]:
    """Apply the rules for the pages and records named, and note what they have read."""
    results = []
    for name in names:
        sort, _, rest = name.partition("/")
        internal: tuple[Words, ...] = ()
        with recording() as reads:
            if sort == "page":
                page = portal.pages[rest]
                issues = tuple(one for rule in PAGE_RULES for one in rule(portal, page))
                internal = tuple(internal_of_page(page, public.pages.get(rest)))
            elif sort == "record":
                kind, _, identifier = rest.partition("/")
                record = portal.records[kind][identifier]
                issues = tuple(one for rule in RECORD_RULES for one in rule(portal, record))
                internal = tuple(internal_of_record(record, public.records[kind].get(identifier)))
            else:
                issues = tuple(WHOLE_RULES[int(rest)](portal))
        results.append((name, Done(pack(reads), issues, internal=internal)))
    return results
