"""A drawing of build times against the number of articles, both by powers of ten."""

from __future__ import annotations

import math
from xml.sax.saxutils import escape

from results import KINDS, Kind, Results, number

WIDTH, HEIGHT = 460, 400
LEFT, RIGHT, TOP, BOTTOM = 56, 150, 44, 46
GAP = 15
"""Between two names at the ends of lines, at least."""
COLOURS = ("#d33f2f", "#e07b1f", "#2f7fd3", "#7b5cd6", "#1f9a8a", "#a88a12", "#c2478f", "#6f7f8f", "#5a9a2f")
TITLES: dict[Kind, str] = {"cold": "Cold build", "edit": "After one edit"}
STYLE = """\
text{font:12px system-ui,sans-serif;fill:#222}.axis{stroke:#888;fill:none}
.grid{stroke:#888;stroke-opacity:.25}
.title{font-size:14px;font-weight:600}@media(prefers-color-scheme:dark){text{fill:#ddd}}"""

Point = tuple[float, float]


def draw(results: Results) -> str:
    """Return the drawing as SVG, readable on light and dark ground."""
    sizes = results.sizes()
    lines: dict[Kind, dict[str, list[Point]]] = {kind: _lines(results, kind) for kind in KINDS}
    values = [wall for kind in KINDS for line in lines[kind].values() for _, wall in line] or [1.0]
    xs = (math.log10(min(sizes, default=1)), math.log10(max(sizes, default=10)))
    ys = (math.floor(math.log10(min(values))), math.ceil(math.log10(max(values) * 1.01)))
    panels = [
        f'<g transform="translate({place * WIDTH} 0)">{_panel(kind, lines[kind], results, xs, ys)}</g>'
        for place, kind in enumerate(KINDS)
    ]
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d"',
            f'viewBox="0 0 {WIDTH * 2} {HEIGHT}">',
            '<title id="t">Build time by number of articles</title>',
            f'<desc id="d">{escape(_describe(results, lines))}</desc>',
            f"<style>{STYLE}</style>",
            *panels,
            "</svg>\n",
        ]
    )


def _lines(results: Results, kind: Kind) -> dict[str, list[Point]]:
    lines: dict[str, list[Point]] = {}
    for key in results.peers:
        for size in results.sizes():
            wall = results.median(key, size, kind, lambda run: run.wall)
            if wall is not None:
                lines.setdefault(key, []).append((size, wall))
    return lines


def _describe(results: Results, lines: dict[Kind, dict[str, list[Point]]]) -> str:
    told = []
    for kind, of_kind in lines.items():
        for key, line in of_kind.items():
            walls = ", ".join(f"{number(wall)} s at {size:,.0f}" for size, wall in line)
            told.append(f"{TITLES[kind]}, {results.peers[key]['name']}: {walls}.")
    return " ".join(told)


def _panel(
    kind: Kind, lines: dict[str, list[Point]], results: Results, xs: Point, ys: tuple[int, int]
) -> str:
    def x(size: float) -> float:
        part = (math.log10(size) - xs[0]) / (xs[1] - xs[0] or 1)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT), 1)

    def y(wall: float) -> float:
        part = (math.log10(wall) - ys[0]) / (ys[1] - ys[0] or 1)
        return round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM), 1)

    end, floor = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = [f'<text class="title" x="{LEFT}" y="24">{TITLES[kind]}, seconds</text>']
    for power in range(ys[0], ys[1] + 1):
        at = y(10.0**power)
        parts.append(f'<path class="grid" d="M{LEFT} {at}H{end}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{at + 4}" text-anchor="end">{10.0**power:g}</text>')
    parts.append(f'<path class="axis" d="M{LEFT} {TOP}V{floor}H{end}"/>')
    parts.extend(
        f'<text x="{x(size)}" y="{floor + 18}" text-anchor="middle">{size:,}</text>'
        for size in results.sizes()
    )
    parts.append(f'<text x="{(LEFT + end) / 2}" y="{floor + 36}" text-anchor="middle">articles</text>')
    ends = []
    for key, line in lines.items():
        colour = COLOURS[list(results.peers).index(key) % len(COLOURS)]
        wide = 3.5 if key == "subportal" else 2
        points = " ".join(f"{x(size)},{y(wall)}" for size, wall in line)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{wide}"/>')
        parts.extend(
            f'<circle cx="{x(size)}" cy="{y(wall)}" r="{wide}" fill="{colour}"/>' for size, wall in line
        )
        ends.append((y(line[-1][1]), x(line[-1][0]), colour, results.peers[key]["name"]))
    last = -math.inf
    for at, right, colour, name in sorted(ends):
        last = max(at, last + GAP)
        parts.append(f'<path d="M{right + 4} {at}L{end + 12} {last}" stroke="{colour}" stroke-opacity=".5"/>')
        parts.append(f'<text x="{end + 15}" y="{last + 4}">{escape(name)}</text>')
    return "".join(parts)
