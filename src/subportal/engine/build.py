"""Build a site: what has changed is read, checked, staged and rendered, then all of it put in place."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import Any

from subportal.check import Checked
from subportal.engine.contents import Contents, check_names, read_contents, run_checks
from subportal.engine.differing import count_pages, heads_changed
from subportal.engine.frame import Site
from subportal.engine.hand import DamagedError, Hand, Put
from subportal.engine.indexing import stage_indexes
from subportal.engine.lock import locked
from subportal.engine.looks import Look, looks_at, site_check
from subportal.engine.media import make_media, shares_of
from subportal.engine.progress import Progress
from subportal.engine.project import Project
from subportal.engine.publishing import (
    heads_of,
    publish,
    remove_files,
)
from subportal.engine.scan import scan
from subportal.engine.state import Done, State, program_key
from subportal.engine.store import Store
from subportal.engine.surroundings import read_site, view_key
from subportal.engine.workers import spread, without_collector
from subportal.engine.writing import Writer
from subportal.issues import Issue, has_errors
from subportal.leaks import LeakFinder, public_texts
from subportal.public import PublicPortal
from subportal.reads import pack, recording
from subportal.stage import (
    SITE_FILE,
    pieces,
    render_site_file,
    render_site_map,
    write_if_changed,
)
from subportal.stamps import Found


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the check's result, and how many pages the site has (none after an error)."""

    checked: Checked
    pages: int
    rendered: int = 0
    """How many of the pages were made anew."""
    faults: tuple[Issue, ...] = ()
    """Found after the check, in the theme or by the last gate; nothing was published."""


def build(
    project: Project,
    *,
    today: dt.date,
    strict: bool = False,
    languages: Collection[str] = (),
    clean: bool = False,
    progress: Progress | None = None,
    store: Store | None = None,
    ahead: Look | None = None,
) -> Built:
    """Build the site, or the pages of some `languages`; after an error the last site stays.

    Only what has changed since the last build is done again, unless `clean`. Two processes that build
    the same project wait for each other. Who builds again and again gives the same `store` each time: what
    it remembers need not be read. `ahead` looks at the project's files, since shortly before.
    """
    with locked(project.root / "build" / "cache" / "lock"), without_collector():
        run = _Run(project, today, progress or Progress(shown=False), store or store_of(project))
        state = None
        if not languages and not clean:
            state = run.store.recall(run.key) or run.store.load(run.key)
        look = ahead if looks_at(project, ahead) else None
        seen = look.take() if look else None
        is_whole: Callable[[], bool] = lambda: True  # noqa: E731
        if state:
            is_whole = site_check(project, state, run.store.mark, look if seen is not None else None)
        wanted = tuple(languages) or project.languages
        try:
            return run.build(state, wanted, strict=strict, seen=seen, is_whole=is_whole)
        except DamagedError:
            return run.build(None, wanted, strict=strict)
        finally:
            is_whole()  # waits for the other process, however this one ended


def store_of(project: Project) -> Store:
    """Return where a project's state is kept."""
    return Store(project.root / "build" / "cache" / "state")


class _Run:
    """One build."""

    def __init__(self, project: Project, today: dt.date, progress: Progress, store: Store) -> None:
        self.project = project
        self.today = today
        self.progress = progress
        self.fresh = project.site.with_name(f"{project.site.name}.new")
        self.store = store
        marker = store.path.with_name("began")
        marker.touch()
        self.began = marker.stat().st_mtime_ns
        told = f"{program_key(project.root)} {project.site_url} {project.site} {project.languages}"
        self.key = blake2b(told.encode(), digest_size=12).hexdigest()

    def build(
        self,
        last: State | None,
        languages: Collection[str],
        *,
        strict: bool,
        seen: Sequence[Found] | None = None,
        is_whole: Callable[[], bool] = lambda: True,
    ) -> Built:
        """Build on top of the last state, or from nothing.

        `seen` is what stood in the content. `is_whole` tells whether the site is as the last state says: if
        not, DamagedError is raised before anything is published.
        """
        project, progress = self.project, self.progress
        with progress.phase("read"):
            known = last.files if last else {}
            scanned = scan(
                project.content, project.languages, known, self.began, progress.tick, seen if last else None
            )
            contents = read_contents(project.content, scanned, project.languages, self.today, last)
        with progress.phase("check"):
            public = contents.public() if contents.portal else None
            checks, issues = self._check(contents, public, last)
        checked = Checked(contents.portal, issues)
        if public is None or has_errors(issues, strict=strict):
            return Built(checked, 0)
        self.store.put_aside()
        state = State(self.key, "", self.today.isoformat(), scanned.files, checks)
        shutil.rmtree(self.fresh, ignore_errors=True)
        site, made, changed = self._make(contents, public, last, state, languages)
        if made.faults:
            shutil.rmtree(self.fresh, ignore_errors=True)
            faults = sorted(set(made.faults), key=lambda found: found.order)
            return Built(checked, 0, faults=tuple(faults))
        with progress.phase("publish"):
            if not is_whole():
                raise DamagedError
            publish(project, site, self.fresh, made.site | made.shared, last, state, changed)
            if set(languages) == set(project.languages):
                self.store.save(state, last)
        return Built(checked, count_pages(state.staged), len(made.site))

    def _check(
        self, contents: Contents, public: PublicPortal | None, last: State | None
    ) -> tuple[dict[str, Done], tuple[Issue, ...]]:
        checks: dict[str, Done] = {}
        if contents.portal is not None and public is not None:
            names = check_names(contents.portal)
            known = last.checks if last else {}
            checks = {name: known[name] for name in names if name in known}
            stale = contents.stale(known, names)
            self.progress.expect(len(stale))
            for count, results in spread(partial(run_checks, contents.portal, public), stale):
                checks.update(results)
                self.progress.tick(count)
        issues = {*contents.issues, *(one for done in checks.values() for one in done.issues)}
        return checks, tuple(sorted(issues, key=lambda found: found.order))

    def _make(
        self,
        contents: Contents,
        public: PublicPortal,
        last: State | None,
        state: State,
        languages: Collection[str],
    ) -> tuple[Site, Put, set[str]]:
        """Stage and render what is stale, the pages into the fresh folder; fill the state.

        Return the languages of whose pages site maps know something else than they did too.
        """
        project = self.project
        if last is None:
            shutil.rmtree(project.stage, ignore_errors=True)
        surroundings = render_site_file(public).data
        write_if_changed(project.stage / SITE_FILE, surroundings)
        state.view = view_key(project, surroundings)
        site = read_site(project, surroundings)
        known = last.stages if last else {}
        makers = pieces(public, project.site_url)
        if set(languages) != set(project.languages):
            wanted = {*languages, "files"}
            makers = {name: make for name, make in makers.items() if name.partition("/")[0] in wanted}
        gate = LeakFinder(
            (words for done in state.checks.values() for words in done.internal),
            partial(public_texts, public),
        )
        hand = Hand(
            project.stage,
            project.site,
            Writer(project, site, self.fresh),
            last.staged if last else {},
            makers,
            gate,
        )
        maps = {f"{language}/sitemap": language for language in languages}
        # A page's languages follow one another, so that whoever makes them reads the page once.
        stale = sorted(contents.stale(known, makers), key=lambda name: name.partition("/")[2])
        replaced = []
        if last:
            replaced = state.follow(last, {*stale, *(known.keys() - makers.keys() - maps.keys())})
        made = Put.empty()._replace(staged=state.staged)
        with self.progress.phase("pages", len(stale)):
            for count, (done, put) in spread(hand.make, stale):
                state.stages.update(done)
                made.add(put)
                self.progress.tick(count)
        changed = heads_changed(last, state, {*made.moved, *replaced}) if last else set(languages)
        for name, language in maps.items():
            if language in changed or contents.stale(known, [name]):
                self._make_site_map(public, hand, language, name, state, made)
        with self.progress.phase("search"):
            stage_indexes(hand, last, state, languages, made, replaced)
        if last and last.view != state.view:
            self._render_again(hand, state, made)
        heads = self._heads_for_media(last, state, site, made)
        made.faults.extend(make_media(project, site, heads, self.progress))
        if last:
            gone = last.staged.keys() - state.staged.keys()
            remove_files(project.stage, (file for file in gone if last.staged[file].head is not None))
            changed |= heads_changed(last, state, made.moved)  # by now of the site maps for people, too
        return site, made, changed

    def _heads_for_media(
        self, last: State | None, state: State, site: Site, made: Put
    ) -> dict[str, Mapping[str, Any]]:
        """Return the heads of the pages whose pictures and cards may be new."""
        if last and last.view == state.view:
            return heads_of({file: state.staged[file] for file in made.moved})
        if last is None:
            return heads_of({file: one for file, one in state.staged.items() if one.shares})
        heads = heads_of(state.staged)  # cards show the portal's name and the theme's drawings
        for file, head in heads.items():
            state.staged[file] = state.staged[file]._replace(shares=shares_of(file, head, site))
        return heads

    def _render_again(self, hand: Hand, state: State, made: Put) -> None:
        """Render the pages whose staged text is as it was, because what surrounds all pages is not."""
        again = [
            file
            for file, one in state.staged.items()
            if one.head and file in hand.last and hand.last[file].digest == one.digest
        ]
        with self.progress.phase("pages", len(again)):
            for count, put in spread(hand.render_again, again):
                made.add(put)
                self.progress.tick(count)

    def _make_site_map(
        self, public: PublicPortal, hand: Hand, language: str, name: str, state: State, made: Put
    ) -> None:
        """Make the site map for people, which does not name itself."""
        own = state.stages[name].files if name in state.stages else ()
        heads = heads_of(state.staged, f"{language}/", without=own)
        with recording() as reads:
            product = render_site_map(public, language, heads)
        made.add(hand.put([product]))
        state.stages[name] = Done(pack(reads), files=(product.file,))
