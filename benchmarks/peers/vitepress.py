"""VitePress with its default theme."""

from __future__ import annotations

import shutil
from pathlib import Path

from articles import articles

from peers.peer import BENCH, Peer, article_page, start_pages, write

CONFIG = """\
const themed = (news, language) => ({ nav: [{ text: news, link: `/${language}/news/` }] });
export default {
  title: "Bench",
  cleanUrls: true,
  locales: {
    vi: { label: "Tiếng Việt", lang: "vi", themeConfig: themed("Tin tức", "vi") },
    en: { label: "English", lang: "en", themeConfig: themed("News", "en") },
    zh: { label: "中文", lang: "zh", themeConfig: themed("新闻", "zh") },
  },
};
"""


def lay_out(folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "package.json", '{"name": "bench", "type": "module"}\n')
    write(folder / ".vitepress" / "config.mjs", CONFIG)
    everything = list(articles(count))
    for name, text in start_pages(everything, folders=False).items():
        write(folder / name, text)
    for article in everything:
        path = folder / article.language / "news" / f"{article.name}.md"
        write(path, article_page(article, folders=False))


PEER = Peer(
    key="vitepress",
    name="VitePress",
    package="vitepress",
    lay_out=lay_out,
    command=lambda _folder: [str(BENCH / "node_modules" / ".bin" / "vitepress"), "build"],
    made=(".vitepress/dist", ".vitepress/cache", ".vitepress/.temp", "node_modules"),
    site=".vitepress/dist",
    source="{language}/news/{name}.md",
    page="{language}/news/{name}.html",
    remarks="the default theme without its search; no sidebar; no cache of pages between builds",
)
