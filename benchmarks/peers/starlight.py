"""Astro with the Starlight theme, as it comes."""

from __future__ import annotations

import shutil
from pathlib import Path

from articles import articles

from peers.peer import BENCH, Peer, article_page, start_pages, write

CONFIG = """\
import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({
  site: "https://example.org",
  telemetry: false,
  integrations: [starlight({
    title: "Bench",
    defaultLocale: "vi",
    locales: {
      vi: { label: "Tiếng Việt", lang: "vi" },
      en: { label: "English", lang: "en" },
      zh: { label: "中文", lang: "zh" },
    },
    sidebar: [{ label: "News", link: "/news/" }],
  })],
});
"""
COLLECTIONS = """\
import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def lay_out(folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "package.json", '{"name": "bench", "type": "module"}\n')
    write(folder / "astro.config.mjs", CONFIG)
    write(folder / "src" / "content.config.ts", COLLECTIONS)
    docs = folder / "src" / "content" / "docs"
    everything = list(articles(count))
    for name, text in start_pages(everything, folders=True).items():
        write(docs / name, text)
    for article in everything:
        path = docs / article.language / "news" / f"{article.name}.md"
        write(path, article_page(article, folders=True, dated=False))


PEER = Peer(
    key="starlight",
    name="Astro Starlight",
    package="@astrojs/starlight",
    lay_out=lay_out,
    command=lambda _folder: [str(BENCH / "node_modules" / ".bin" / "astro"), "build", "--silent"],
    made=("dist", ".astro", "node_modules"),
    site="dist",
    source="src/content/docs/{language}/news/{name}.md",
    page="{language}/news/{name}/index.html",
    remarks="articles are not in the sidebar; links are not checked; own cache of contents",
    environment={"ASTRO_TELEMETRY_DISABLED": "1"},
)
