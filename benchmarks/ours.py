"""Lay the articles out for this generator: the portal itself, with the articles as its news."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import ROOT, articles


def lay_out(folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for article in articles(count):
        path = folder / "content" / article.language / "news" / f"{article.name}.md"
        head = [f"title: {article.title}", f"description: \"{article.description.replace(chr(34), '')}\""]
        if article.language == "vi":
            head += [f"date: {article.date}", "visibility: public", "sources:", "  - title: SAMPLE"]
        path.write_text("---\n" + "\n".join(head) + "\n---\n\n" + article.body, "utf-8")


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), int(sys.argv[2]))
