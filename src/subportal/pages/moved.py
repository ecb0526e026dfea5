"""Pages at retired addresses, which lead to those that have taken their place; one a language."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.pages.site import Site
from subportal.pages.staged import StagedPage
from subportal.records.settings import Redirect


def render_moved(site: Site, redirect: Redirect) -> Iterator[StagedPage]:
    """Yield the page of a retired address: it leads on by itself, and has a plain link."""
    path, target = redirect.address.strip("/"), target_file(site, redirect)
    text = site.string("moved.text")
    yield site.stage(
        path,
        f"{text}\n\n[{site.string('moved.link')}]({site.relative(path, target)}){{.more}}\n",
        template="404.html",
        title=site.string("moved.title"),
        description=text,
        noindex=True,
        moved_to=target.removesuffix(".md"),
    )


def target_file(site: Site, redirect: Redirect) -> str:
    """Return the staged file to which a retired address leads."""
    inner = redirect.to.strip("/")
    index = f"{inner}/index" if inner else "index"
    return f"{index}.md" if index in site.portal.pages else f"{inner}.md"
