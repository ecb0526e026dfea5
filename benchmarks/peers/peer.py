"""What the benchmark has to know of a generator, and what it writes for all of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from articles import LANGUAGES, ROOT, Article

BENCH = ROOT / "build" / "bench"
ASIDE = BENCH / "aside"
NAMES = {"vi": "Tiếng Việt", "en": "English", "zh": "中文"}
NEWS = {"vi": "Tin tức", "en": "News", "zh": "新闻"}
NEWEST = 50
"""How many articles a list shows on one page."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how its project is laid out, built and cleared."""

    key: str
    name: str
    package: str
    """By which its version is found."""
    lay_out: Callable[[Path, int], None]
    command: Callable[[Path], list[str]]
    """Run inside the project's folder."""
    made: tuple[str, ...]
    """The output and all caches, removed before a cold build."""
    site: str
    """The output."""
    source: str
    """An article's file: `{language}` and `{name}` are filled in."""
    page: str
    """The page of that article in the output."""
    remarks: str
    """How it was set up, and what it leaves out that cannot be seen in its output."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def clear(self, folder: Path) -> None:
        """Put aside what an earlier build left behind."""
        for name in self.made:
            put_aside(folder / name)


def put_aside(path: Path) -> None:
    """Move a folder, if it is there, to where `drop_aside` finds it when nothing is measured any more.

    Just after many files were deleted, some file systems (ext4) are slow to make new ones, which a build on
    a new machine knows nothing of.
    """
    if path.exists():
        ASIDE.mkdir(parents=True, exist_ok=True)
        path.rename(Path(mkdtemp(dir=ASIDE)) / path.name)


def drop_aside() -> None:
    """Delete everything that was put aside."""
    shutil.rmtree(ASIDE, ignore_errors=True)


def write(path: Path, text: str) -> None:
    """Write a text, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def page(head: Mapping[str, object], body: str) -> str:
    """Return a Markdown file with front matter (JSON values are YAML too)."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join(["---", *lines, "---", "", body])


def article_page(article: Article, *, folders: bool, dated: bool = True) -> str:
    """Return an article's file; with `folders`, links go to the addresses where pages will stand.

    Generators that resolve links to files get those links as they are.
    """
    head: dict[str, object] = {"title": article.title, "description": article.description}
    body = article.body
    if folders:
        body = body.replace("](bulletin-", "](../bulletin-").replace(".md)", "/)")
    text = page(head, body)
    return text.replace("---\n\n", f"date: {article.date}\n---\n\n", 1) if dated else text


def start_pages(everything: list[Article], *, folders: bool) -> dict[str, str]:
    """Return, by path, a home page and a list of the newest articles in each language."""
    pages = {}
    for language in LANGUAGES:
        newest = [one for one in everything if one.language == language][:NEWEST]
        target = "./{}/" if folders else "{}.md"
        links = "\n".join(f"- [{one.title}]({target.format(one.name)})" for one in newest)
        into = "./news/" if folders else "news/index.md"
        pages[f"{language}/index.md"] = page(
            {"title": NAMES[language]}, f"# {NAMES[language]}\n\n[{NEWS[language]}]({into})\n"
        )
        pages[f"{language}/news/index.md"] = page(
            {"title": NEWS[language]}, f"# {NEWS[language]}\n\n{links}\n"
        )
    return pages
