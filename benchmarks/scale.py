"""What a page costs this generator, as the portal grows."""

from __future__ import annotations

import sys

from measure import RunError
from output import look
from peers import PEERS
from peers.peer import BENCH, put_aside
from results import Results, format_table, number
from rounds import build_cold, build_edited, folder_of

SIZES = (300, 3_000, 9_000, 30_000)
OURS = "subportal"


def run_scale(results: Results, sizes: tuple[int, ...], limit: float) -> None:
    """Build once cold and once after an edit at each size."""
    peer = PEERS[OURS]
    for size in sizes:
        folder = folder_of(OURS, size)
        put_aside(folder)
        peer.lay_out(folder, size)
        try:
            cold = build_cold(peer, folder, limit)
            edit = build_edited(peer, folder, 0, limit)
        except RunError as error:
            results.drop(OURS, size, str(error))
            return
        site = folder / peer.site
        seen = look(site, site / "news/bulletin-00000/index.html")
        results.scale.append(
            {
                "size": size,
                "pages": seen["pages"],
                "cold": cold.wall,
                "each": 1000 * cold.wall / seen["pages"],
                "peak": cold.peak,
                "edit": edit.wall,
                "edit_peak": edit.peak,
            }
        )
        results.save(BENCH / "results.json")
        print(f"{size:>6} articles: {results.scale[-1]}", file=sys.stderr, flush=True)


def scale_table(results: Results) -> str:
    """Return the cost of a page by size."""
    head = ["Articles", "pages", "cold, s", "ms a page", "peak, MB", "kB a page", "edit, s", "edit peak, MB"]
    return format_table(
        head,
        [
            [
                f"{one['size']:,}",
                f"{one['pages']:,}",
                number(one["cold"]),
                number(one["each"]),
                number(one["peak"]),
                number(1024 * one["peak"] / one["pages"]),
                number(one["edit"]),
                number(one["edit_peak"]),
            ]
            for one in results.scale
        ],
    )
