"""`subportal build` without what the others leave out: search, feeds, site map, open data, calendars.

Only for the comparison: nobody publishes a portal like this, so the program has no such option.
"""

from __future__ import annotations

import sys

from subportal import stage
from subportal.__main__ import run
from subportal.engine import build, hand, publishing


def leave_out() -> None:
    """Make the parts of the program that the others have not make nothing."""
    hand.entries_of = lambda *_: []
    build.stage_indexes = lambda *_: None
    stage.render_files = lambda *_: {}
    publishing.render_sitemap = lambda *_: iter(())


if __name__ == "__main__":
    leave_out()
    sys.argv[1:] = ["build"]
    run()
