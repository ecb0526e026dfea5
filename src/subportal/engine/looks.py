"""What was seen of a project's files before a build, and whether the site is as the last build left it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Protocol

from subportal.engine.ahead import SITE
from subportal.engine.listing import is_as_listed
from subportal.engine.project import Project
from subportal.engine.state import State
from subportal.engine.workers import ask_beside
from subportal.stamps import Found


class Look(Protocol):
    """A look at the files of the project in `root` that began before the build."""

    root: str

    def take(self) -> Sequence[Found] | None:
        """Return what stands in the content, if it was looked at."""

    def mark(self) -> bytes:
        """Return the mark of the listing, if the site was as listed."""


def looks_at(project: Project, ahead: Look | None) -> bool:
    """Tell whether this is the project that is looked at, and its folders are there."""
    return ahead is not None and str(project.root) == ahead.root and project.site == project.root / SITE


def site_check(project: Project, state: State, mark: bytes, look: Look | None) -> Callable[[], bool]:
    """Return what tells whether the site is as a state says; without a look it is compared meanwhile."""
    compare = partial(is_as_listed, str(project.site), state.site)
    return cache(lambda: look.mark() == mark or compare()) if look else ask_beside(compare)
