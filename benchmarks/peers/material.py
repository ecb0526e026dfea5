"""MkDocs with Material and static-i18n, and Zensical, which reads the same kind of project."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

from articles import articles

from peers.peer import BENCH, Peer, article_page, start_pages, write

MATERIAL = """\
site_name: Bench
site_url: https://example.org/
theme:
  name: material
  font: false
nav:
  - index.md
  - news/index.md
not_in_nav: /*/news/bulletin-*
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - { locale: vi, name: Tiếng Việt, default: true }
        - { locale: en, name: English }
        - { locale: zh, name: 中文 }
"""
ZENSICAL = """\
site_name: Bench
site_url: https://example.org/
theme:
  font: false
nav:
  - Tiếng Việt: [vi/index.md, vi/news/index.md]
  - English: [en/index.md, en/news/index.md]
  - 中文: [zh/index.md, zh/news/index.md]
extra:
  alternate:
    - { name: Tiếng Việt, link: /vi/, lang: vi }
    - { name: English, link: /en/, lang: en }
    - { name: 中文, link: /zh/, lang: zh }
"""


def lay_out(config: str, folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "mkdocs.yml", config)
    everything = list(articles(count))
    for name, text in start_pages(everything, folders=False).items():
        write(folder / "docs" / name, text)
    for article in everything:
        path = folder / "docs" / article.language / "news" / f"{article.name}.md"
        write(path, article_page(article, folders=False))


PEERS = (
    Peer(
        key="material",
        name="MkDocs Material",
        package="mkdocs-material",
        lay_out=partial(lay_out, MATERIAL),
        command=lambda _folder: [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        made=("site",),
        site="site",
        source="docs/{language}/news/{name}.md",
        page="news/{name}/index.html",
        remarks="with mkdocs-static-i18n; articles are not in the menu, and `reconfigure_search: false`, as "
        "its time would grow with the square of the pages; no cache between builds",
        environment={"NO_MKDOCS_2_WARNING": "1"},
    ),
    Peer(
        key="zensical",
        name="Zensical",
        package="zensical",
        lay_out=partial(lay_out, ZENSICAL),
        command=lambda _folder: [str(BENCH / "venv" / "bin" / "zensical"), "build", "-f", "mkdocs.yml"],
        made=("site", ".cache"),
        site="site",
        source="docs/{language}/news/{name}.md",
        page="{language}/news/{name}/index.html",
        remarks="articles are not in the menu; languages are folders of one site in one interface "
        "language; own cache",
    ),
)
