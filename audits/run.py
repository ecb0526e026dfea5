"""`make audit`: Lighthouse, first paint on a slow line, axe on every page; `--write` renews `docs/audit.md`.

The page has no dates and no times, which differ from run to run: the scores, and whether limits were kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from audits import barriers, lighthouse, paint
from audits.serving import ROOT, served

PAGE = ROOT / "docs" / "audit.md"
LATEST = 1000
"""Milliseconds until a page shows text."""
HEAD = """\
# Audit

Written by `make audit AUDIT=--write`: Lighthouse {version} on a phone, one page of each type in each
language, the site behind the nginx of the tests; where speed is below 100, the median of three runs. TLS and
the public address cannot be judged there and are left out. First paint is measured at 400 kbit/s and 300 ms
there and back, with an empty cache, as the median of three visits.

| Page | Language | Performance | Accessibility | Best practices | SEO | Missed |
| --- | --- | ---: | ---: | ---: | ---: | --- |
"""


def main() -> None:
    """Run the parts that are asked for, print what was found, and fail where a limit is not kept."""
    parser = argparse.ArgumentParser(prog="audits.run")
    parser.add_argument("--only", choices=("lighthouse", "paint", "axe"), action="append")
    parser.add_argument(
        "--write", action="store_true", help="write docs/audit.md, where scores and paint were asked for"
    )
    given = parser.parse_args()
    wanted = given.only or ["lighthouse", "paint", "axe"]
    faults: list[str] = []
    lines: list[str] = []
    with served() as server:
        if "lighthouse" in wanted:
            lines += _lighthouse(lighthouse.audit(server.url), faults)
        if "paint" in wanted:
            lines += _paint(paint.measure(server.url), faults)
        if "axe" in wanted:
            for width, scheme, found in barriers.audit(server.url):
                print(f"axe {width} {scheme}: {len(found)}", flush=True)
                faults += found
    if given.write and {"lighthouse", "paint"} <= {*wanted}:
        PAGE.write_text(HEAD.format(version=_version()) + "\n".join(lines) + "\n", "utf-8")
    print("\n".join(faults) or "all limits kept")
    sys.exit(bool(faults))


def _version() -> str:
    package = json.loads((ROOT / "audits" / "package.json").read_text("utf-8"))
    return str(package["dependencies"]["lighthouse"])


def _lighthouse(found: Iterable[lighthouse.Score], faults: list[str]) -> list[str]:
    lines = []
    for one in found:
        cells = (one.page, one.language, *map(str, one.scores), ", ".join(one.missed))
        lines.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
        print(lines[-1], flush=True)
        if min(one.scores) < 100:  # noqa: PLR2004
            faults.append(f"lighthouse: {one.language} {one.page}: {one.scores} {', '.join(one.missed)}")
    return lines


def _paint(found: Iterable[paint.Paint], faults: list[str]) -> list[str]:
    lines = ["", "| Page | First paint under 1 s | Layout shift 0 |", "| --- | --- | --- |"]
    for one in found:
        print(f"{one.page}: first paint {one.first:.0f} ms, shift {one.shift:.4f}", flush=True)
        kept = one.first < LATEST, one.shift == 0
        lines.append(f"| {one.page} | {' | '.join('yes' if good else 'no' for good in kept)} |")
        if not all(kept):
            faults.append(f"paint: {one.page}: {one.first:.0f} ms, shift {one.shift}")
    return lines


if __name__ == "__main__":
    main()
