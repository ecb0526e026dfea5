"""Eleventy with a lean theme: a header, a menu, articles, lists in pages of fifty."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from articles import articles

from peers.peer import BENCH, NAMES, NEWEST, NEWS, Peer, article_page, page, write

CONFIG = """\
export default function (config) {
  for (const language of ["vi", "en", "zh"]) {
    config.addCollection(`news_${language}`, (all) =>
      all.getFilteredByGlob(`content/${language}/news/bulletin-*.md`).reverse());
  }
  return { dir: { input: "content", includes: "../includes", output: "site" },
    markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
"""
BASE = """\
<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="https://example.org{{ page.url }}">
</head>
<body>
<header><a href="/{{ language }}/">{{ home }}</a>
<nav><a href="/{{ language }}/news/">{{ news }}</a></nav>
<nav><a href="/vi/">vi</a><a href="/en/">en</a><a href="/zh/">zh</a></nav></header>
<main><h1>{{ title }}</h1>
{{ content | safe }}</main>
</body>
</html>
"""
LIST = """\
---
title: {news}
layout: base.njk
pagination: {{ data: collections.news_{language}, size: {size}, alias: shown }}
permalink: >-
  {language}/news/{{% if pagination.pageNumber %}}{{{{ pagination.pageNumber + 1 }}}}/{{% endif %}}index.html
---
<ul>{{% for one in shown %}}<li><a href="{{{{ one.url }}}}">{{{{ one.data.title }}}}</a>
{{{{ one.data.description }}}}</li>{{% endfor %}}</ul>
<nav>{{% if pagination.href.previous %}}<a href="{{{{ pagination.href.previous }}}}">&lt;</a>{{% endif %}}
{{% if pagination.href.next %}}<a href="{{{{ pagination.href.next }}}}">&gt;</a>{{% endif %}}</nav>
"""


def lay_out(folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "package.json", '{"type": "module"}\n')
    write(folder / "eleventy.config.js", CONFIG)
    write(folder / "includes" / "base.njk", BASE)
    for language, name in NAMES.items():
        shared = {"language": language, "home": name, "news": NEWS[language], "layout": "base.njk"}
        write(folder / "content" / language / f"{language}.json", json.dumps(shared, ensure_ascii=False))
        write(folder / "content" / language / "index.md", page({"title": name}, ""))
        listing = LIST.format(news=NEWS[language], language=language, size=NEWEST)
        write(folder / "content" / language / "list.njk", listing)
    for article in articles(count):
        path = folder / "content" / article.language / "news" / f"{article.name}.md"
        write(path, article_page(article, folders=True))


PEER = Peer(
    key="eleventy",
    name="Eleventy",
    package="@11ty/eleventy",
    lay_out=lay_out,
    command=lambda _folder: [str(BENCH / "node_modules" / ".bin" / "eleventy"), "--quiet"],
    made=("site", ".cache"),
    site="site",
    source="content/{language}/news/{name}.md",
    page="{language}/news/{name}/index.html",
    remarks="a lean theme of two small templates; languages are folders; links are not checked; "
    "no cache between builds",
)
