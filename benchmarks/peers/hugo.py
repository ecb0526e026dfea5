"""Hugo with a lean theme: a header, a menu, articles, lists in pages of fifty."""

from __future__ import annotations

import shutil
from pathlib import Path

from articles import articles

from peers.peer import BENCH, NAMES, NEWEST, NEWS, Peer, article_page, page, write

CONFIG = f"""\
baseURL = "https://example.org/"
defaultContentLanguage = "vi"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[pagination]
pagerSize = {NEWEST}
"""
BASE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<nav>{{ range .AllTranslations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav>
</header>
<main><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}</main>
</body>
</html>
"""
SINGLE = """\
{{ define "main" }}<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>
{{ .Content }}{{ end }}
"""
LIST = """\
{{ define "main" }}{{ .Content }}{{ $pages := .Paginate .RegularPages }}
<ul>{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>
{{ end }}</ul>
<nav>{{ with $pages.Prev }}<a href="{{ .URL }}">&lt;</a>{{ end }}
{{ with $pages.Next }}<a href="{{ .URL }}">&gt;</a>{{ end }}</nav>{{ end }}
"""


def lay_out(folder: Path, count: int) -> None:
    """Write a project with `count` articles into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    languages = "".join(
        f'[languages.{language}]\ntitle = "{name}"\ncontentDir = "content/{language}"\n'
        for language, name in NAMES.items()
    )
    write(folder / "hugo.toml", CONFIG + languages)
    for name, text in {"baseof": BASE, "single": SINGLE, "list": LIST}.items():
        write(folder / "layouts" / "_default" / f"{name}.html", text)
    for language in NAMES:
        write(folder / "content" / language / "_index.md", page({"title": NAMES[language]}, ""))
        write(folder / "content" / language / "news" / "_index.md", page({"title": NEWS[language]}, ""))
    for article in articles(count):
        path = folder / "content" / article.language / "news" / f"{article.name}.md"
        write(path, article_page(article, folders=True))


def command(_folder: Path) -> list[str]:
    """Return the program itself; the package's Python wrapper would only add its start."""
    found = sorted(BENCH.glob("venv/lib/python*/site-packages/hugo/binaries/hugo*"))
    program = str(found[0]) if found else str(BENCH / "venv" / "bin" / "hugo")
    return [program, "--quiet"]


PEER = Peer(
    key="hugo",
    name="Hugo",
    package="hugo",
    lay_out=lay_out,
    command=command,
    made=("public", "resources"),
    site="public",
    source="content/{language}/news/{name}.md",
    page="{language}/news/{name}/index.html",
    remarks="a lean theme of three small templates; links are not checked; no cache between builds",
)
