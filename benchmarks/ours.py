"""Lay the articles out for this generator: as the news of the portal itself, or of an empty portal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import ROOT, articles

PORTAL = """\
name: {vi: Cổng thử, en: Bench portal, zh: 测试专页}
short_name: {vi: Thử, en: Bench, zh: 测试}
province: {vi: Tỉnh thử, en: Bench Province, zh: 测试省}
description: {vi: Cổng để đo., en: A portal for measuring., zh: 供测量使用。}
authority: ubnd
sections: [news]
established: 2026
cards: off
"""
AGENCY = """\
title: {vi: Ủy ban thử, en: Bench Committee, zh: 测试委员会}
level: province
visibility: public
sources:
  - title: SAMPLE
"""
START = """\
---
title: {title}
description: {title}.
{more}---

{title}.
"""


def lay_out(folder: Path, count: int) -> None:
    """Write the whole portal with `count` articles into `folder`."""
    _lay_out_program(folder)
    shutil.copytree(ROOT / "content", folder / "content")
    with (folder / "content" / "portal.yml").open("a", encoding="utf-8") as settings:
        settings.write("cards: off\n")  # the others draw none
    _lay_out_articles(folder, count)


def lay_out_alone(folder: Path, count: int) -> None:
    """Write a portal of `count` articles and nothing else into `folder`."""
    _lay_out_program(folder)
    content = folder / "content"
    (content / "records" / "agency").mkdir(parents=True)
    (content / "portal.yml").write_text(PORTAL, "utf-8")
    (content / "records" / "agency" / "ubnd.yml").write_text(AGENCY, "utf-8")
    for language, titles in {"vi": ("Cổng", "Tin"), "en": ("Portal", "News"), "zh": ("专页", "新闻")}.items():
        (content / language / "news").mkdir(parents=True)
        for name, title in zip(("index.md", "news/index.md"), titles, strict=True):
            more = "visibility: public\n" if language == "vi" else ""
            (content / language / name).write_text(START.format(title=title, more=more), "utf-8")
    _lay_out_articles(folder, count)


def _lay_out_program(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _lay_out_articles(folder: Path, count: int) -> None:
    for article in articles(count):
        path = folder / "content" / article.language / "news" / f"{article.name}.md"
        head = [f"title: {article.title}", f'description: "{article.description.replace(chr(34), "")}"']
        if article.language == "vi":
            head += [f"date: {article.date}", "visibility: public", "sources:", "  - title: SAMPLE"]
        path.write_text("---\n" + "\n".join(head) + "\n---\n\n" + article.body, "utf-8")


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), int(sys.argv[2]))
