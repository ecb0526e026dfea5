"""Load a content folder and apply every rule: the first half of the way of the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from subportal.issues import Issue
from subportal.load.portal import load_portal
from subportal.portal import Portal
from subportal.rules import check_portal, check_texts


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal, if its settings could be read, and everything that is wrong with it."""

    portal: Portal | None
    issues: tuple[Issue, ...]


def check_content(root: Path, *, languages: Sequence[str], today: dt.date) -> Checked:
    """Load the content folder and return the portal with all issues, in the order of the files."""
    loaded = load_portal(root, languages=languages, today=today)
    issues = [*loaded.issues, *check_texts(loaded.texts)]
    if loaded.portal is not None:
        issues.extend(check_portal(loaded.portal))
    return Checked(loaded.portal, tuple(sorted(set(issues), key=lambda found: found.order)))
