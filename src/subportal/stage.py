"""The staged tree: a plain MkDocs tree of Markdown and data, made piece by piece.

A piece is the smallest part that is made anew by itself: a page of a language, the lists of a kind, a
data file. Its name never changes while the content has it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from subportal.feeds import render_files
from subportal.pages import pieces as page_pieces
from subportal.pages.chrome import render_chrome
from subportal.pages.site import Site
from subportal.pages.sitemap import render_sitemap
from subportal.pages.staged import StagedPage, read_staged
from subportal.public import PublicPortal
from subportal.search.entries import Entry, entries_of
from subportal.search.index import render_index

SITE_FILE = "site.json"
HEAD_KEYS = (
    *("title", "template", "kind", "lang", "alternates", "section", "noindex", "moved_to", "pictures"),
    "publication",
)


class Product(NamedTuple):
    """A file of the staged tree."""

    file: str
    data: bytes
    head: dict[str, Any] | None = None
    """Of a page, what site maps must know."""
    page: StagedPage | None = None
    """The page itself, to be rendered at once."""


def product_of(page: StagedPage) -> Product:
    """Return a page as a file."""
    return Product(page.file, page.to_text().encode(), _head(page.meta), page)


def _head(meta: Mapping[str, Any]) -> dict[str, Any]:
    head = {key: meta[key] for key in HEAD_KEYS if key in meta}
    if "date" in meta:
        head["date"] = {"iso": meta["date"]["iso"]}
    changed = meta.get("reviewed") or meta.get("date")
    if changed:
        head["changed"] = changed["iso"]
    return head


def head_of_text(text: str) -> dict[str, Any]:
    """Return what site maps must know of a staged page."""
    return _head(read_staged(text)[0])


def render_site_file(portal: PublicPortal) -> Product:
    """Return what surrounds the pages of each language."""
    text = json.dumps(render_chrome(portal), ensure_ascii=False, indent=1) + "\n"
    return Product(SITE_FILE, text.encode())


Made = Iterable[StagedPage] | Iterable[tuple[str, bytes]]
"""What a piece is made of: pages, or other files."""


def pieces(portal: PublicPortal, url: str) -> dict[str, Callable[[], Made]]:
    """Return by name the makers of all pieces but the site maps, which need to know the other pages."""
    files = {f"files/{name}": make for name, make in render_files(portal, url).items()}
    return {**page_pieces(portal), **files}


def products_of(made: Iterable[StagedPage | tuple[str, bytes]]) -> Iterator[Product]:
    """Return what was made as the files of the staged tree."""
    return (product_of(one) if isinstance(one, StagedPage) else Product(*one) for one in made)


def render_site_map(portal: PublicPortal, language: str, heads: Mapping[str, Mapping[str, Any]]) -> Product:
    """Return the site map for people of a language; `heads` has the staged pages of that language."""
    pages = [
        StagedPage(language, file.removeprefix(f"{language}/").removesuffix(".md"), head, "")
        for file, head in heads.items()
    ]
    return product_of(render_sitemap(Site(portal, language), pages))


def render_stage(portal: PublicPortal, url: str = "/") -> Iterator[tuple[str, bytes]]:
    """Yield every file of the staged tree but the media."""
    yield from (render_site_file(portal)[:2],)
    heads: dict[str, dict[str, Mapping[str, Any]]] = {language: {} for language in portal.languages}
    entries: dict[str, list[Entry]] = {language: [] for language in portal.languages}
    for make in pieces(portal, url).values():
        for product in products_of(make()):
            yield product.file, product.data
            if product.head is not None:
                language = product.file.partition("/")[0]
                heads[language][product.file] = product.head
            if product.page is not None:
                page = product.page
                entries[page.language] += entries_of(page.file, page.meta, page.body)
    for language in portal.languages:
        product = render_site_map(portal, language, dict(sorted(heads[language].items())))
        yield product.file, product.data
        yield from render_index(language, entries[language])


def write_stage(files: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Write files into `folder` where they differ, delete all others; return what was touched."""
    folder.mkdir(parents=True, exist_ok=True)
    present = set(_walk(folder))
    touched = []
    for name, data in files:
        present.discard(name)
        if write_if_changed(folder / name, data):
            touched.append(name)
    for name in sorted(present):
        (folder / name).unlink()
        touched.append(name)
    _remove_empty(folder)
    return touched


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file by way of a temporary one, unless it holds these bytes already."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def _walk(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        for name in names:
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _remove_empty(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if Path(parent) != folder and not any(Path(parent).iterdir()):
            Path(parent).rmdir()
