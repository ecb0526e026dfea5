"""Press conferences: the plans ask for one a quarter at least."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from subportal.issues import Issue, issue
from subportal.portal import Portal
from subportal.records.base import Visibility
from subportal.records.plan import Plan
from subportal.records.press import Press, PressState, PressType
from subportal.rules.places import in_record

_REGULAR = frozenset({PressType.CONFERENCE, PressType.BRIEFING})
_KEPT = frozenset({PressState.HELD, PressState.PLANNED})
_QUARTER = 92
"""Days: three months have no more."""


def check_whole(portal: Portal) -> Iterator[Issue]:
    """Warn where the last conference and coming ones lie more than three months apart, or none is to come.

    What was missed in the past cannot be mended and is not told; portals without a plan for this year, or a
    later one, are free.
    """
    plan = portal.of(Plan).get(portal.settings.plan or "")
    if plan is None or plan.year < portal.today.year:
        return
    conferences = sorted(_conferences(portal), key=lambda one: (_day(one), one.id))
    past = [one for one in conferences if _day(one) < portal.today]
    coming = conferences[len(past) :]
    for one, following in pairwise([*past[-1:], *coming]):
        days = (_day(following) - _day(one)).days
        if days > _QUARTER:
            place = in_record(portal, Press.kind, following.id, ("date",))
            yield issue("W422", place, "date", value=following.date.iso, last=one.date.iso, days=days)
    if not coming:
        yield issue("W423", in_record(portal, "settings", "", ("plan",)), "plan")


def _conferences(portal: Portal) -> Iterator[Press]:
    for one in portal.of(Press).values():
        public = one.visibility is Visibility.PUBLIC and one.withdrawn is None
        if public and one.type in _REGULAR and one.state in _KEPT:
            yield one


def _day(press: Press) -> dt.date:
    return press.date.first
