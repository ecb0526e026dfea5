"""What was measured, and its medians and paired ratios."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Literal

from measure import Run

Kind = Literal["cold", "edit"]
KINDS: tuple[Kind, ...] = ("cold", "edit")


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one peer in one round."""

    peer: str
    size: int
    kind: Kind
    round: int
    run: Run


@dataclass(slots=True)
class Results:
    """Everything that goes into the report."""

    command: str
    machine: dict[str, str]
    peers: dict[str, dict[str, str]]
    """By key: name, version, remarks."""
    runs: list[Measured] = field(default_factory=list)
    dropped: dict[str, dict[str, str]] = field(default_factory=dict)
    """By key and size: why a peer was not measured there."""
    output: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """By size and key: what stood in the output."""
    scale: list[dict[str, float]] = field(default_factory=list)

    def sizes(self) -> list[int]:
        """Return the sizes that were measured."""
        return sorted({one.size for one in self.runs})

    def of(self, peer: str, size: int, kind: Kind) -> dict[int, Run]:
        """Return the runs of a peer by round."""
        return {
            one.round: one.run for one in self.runs if (one.peer, one.size, one.kind) == (peer, size, kind)
        }

    def median(self, peer: str, size: int, kind: Kind, of: Callable[[Run], float]) -> float | None:
        """Return the median over all rounds, if there was one."""
        return median_of(map(of, self.of(peer, size, kind).values()))

    def ratios(self, peer: str, base: str, size: int, kind: Kind) -> list[float]:
        """Return the ratios of wall time to `base` within the rounds that both have."""
        ours, theirs = self.of(peer, size, kind), self.of(base, size, kind)
        return [ours[turn].wall / theirs[turn].wall for turn in sorted(ours.keys() & theirs.keys())]

    def drop(self, peer: str, size: int | None, reason: str) -> None:
        """Note why a peer is not measured (at this size and above)."""
        self.dropped.setdefault(peer, {})["all" if size is None else str(size)] = reason

    def save(self, path: Path) -> None:
        """Write everything as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")


def load(path: Path) -> Results:
    """Read what was saved."""
    told = json.loads(path.read_text("utf-8"))
    runs = [Measured(**{**one, "run": Run(**one["run"])}) for one in told.pop("runs")]
    return Results(**told, runs=runs)


def median_of(values: Iterable[float]) -> float | None:
    """Return the median, or nothing of nothing."""
    found = list(values)
    return median(found) if found else None


def spread_of(values: Iterable[float]) -> str:
    """Return the least and the most, or nothing of nothing."""
    found = sorted(values)
    return f"{number(found[0])}–{number(found[-1])}" if found else number(None)


def number(value: float | None, unit: str = "") -> str:
    """Return a number with two or three significant digits, or a dash."""
    if value is None:
        return "–"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{digits}f}{unit}"


def format_table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table; columns that hold nothing but numbers are set to the right."""
    columns = list(zip(head, *rows, strict=True))
    right = [bool(rows) and all(cell[:1] in "0123456789–" for cell in cells) for _, *cells in columns]
    lines = []
    for row in (head, ["---"] * len(head), *rows):
        cells = []
        for cell, column, to_right in zip(row, columns, right, strict=True):
            width = max(3, *map(len, column))
            if cell == "---":
                cells.append("-" * (width - 1) + (":" if to_right else "-"))
            else:
                cells.append(cell.rjust(width) if to_right else cell.ljust(width))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
