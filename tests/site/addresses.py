"""The list of all addresses that were ever published; none of them may die.

`python -m tests.site.addresses SITE` adds those of a built site to the list.
"""

from __future__ import annotations

import sys
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")


def published(site: Path) -> set[str]:
    """Return the addresses of all pages, from the site's root."""
    return {path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")}


def remembered() -> set[str]:
    """Return the addresses on the list."""
    return {line.removeprefix("/") for line in LIST.read_text("utf-8").splitlines()}


def dead(site: Path, known: set[str]) -> list[str]:
    """Return the known addresses at which the site has no page, not even one that leads on."""
    return sorted(known - published(site))


def main() -> None:
    """Add the addresses of a site to the list."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "build/site")
    known = remembered() if LIST.is_file() else set()
    LIST.write_text("".join(f"/{one}\n" for one in sorted(known | published(site))), "utf-8")


if __name__ == "__main__":
    main()
