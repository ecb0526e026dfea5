"""The theme over Material: its templates are ours, and nothing of Material is published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]
from rcssmin import cssmin
from rjsmin import jsmin

from subportal.markdown.languages import mark_languages

ASSETS = "assets"
_SECTION = re.compile(r"(?=<h2[ >])")
_ID = re.compile(r'<h2 id="([^"]*)"')


def prepare_environment(environment: Environment) -> Environment:
    """Switch on escaping, which MkDocs leaves off, and add our filters."""
    environment.autoescape = True
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.filters["bands"] = split_bands
    environment.filters["marked"] = marked
    environment.cache = {}  # of our few templates; Jinja's own counts which was used last
    environment.getattr = partial(_attribute, environment)  # type: ignore[method-assign]
    environment.make_globals = partial(_globals, environment)  # type: ignore[method-assign]
    environment.template_class = _Template
    rendered: dict[tuple[str, tuple[str, str, str]], Markup] = {}

    def frame(name: str, view: Any) -> Markup:
        """Return a partial that shows nothing but the page's frame, rendered once a frame."""
        key = (name, view.frame.key)
        if key not in rendered:
            rendered[key] = Markup(environment.get_template(name).render(view=view.frame))  # noqa: S704  (escaped)
        return rendered[key]

    environment.globals["frame"] = frame
    return environment


def _globals(environment: Environment, own: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what all templates know and one of them its `own`, as they are when it is loaded.

    Jinja keeps the two apart, and puts them together anew for each page.
    """
    return {**environment.globals, **(own or {})}


class _Template(Template):
    """A template that writes what it shows as text.

    Jinja makes a `Markup` of each piece, which it only joins with the others.
    """

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  (Jinja's name)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


def _escaped(shown: Any) -> str:
    """Return a value as it stands in HTML; what is marked as HTML stays.

    `escape_text` is what `escape` itself calls for a text, before it wraps it.
    """
    if type(shown) is str:
        return escape_text(shown)
    return shown if type(shown) is Markup else escape(shown)


def _attribute(environment: Environment, one: Any, name: str) -> Any:
    """Return what a template means by `one.name`: of a mapping its item, else its method.

    Jinja asks in the other order, and where an item is missing it raises two errors on the way.
    """
    if type(one) is dict:
        if name in one:
            return one[name]
        if not hasattr(dict, name):
            return environment.undefined(obj=one, name=name)
    elif type(one) is SimpleNamespace and name in one.__dict__:
        return one.__dict__[name]
    return Environment.getattr(environment, one, name)


def marked(text: str, language: str) -> Markup:
    """Return a text with passages in other languages marked as such."""
    return Markup(mark_languages(str(escape(text)), language))  # noqa: S704  (escaped)


def split_bands(content: str) -> list[tuple[str, str]]:
    """Split HTML at its second-level headings; return each part with the id of its heading."""
    bands = []
    for part in _SECTION.split(content):
        if part.strip():
            found = _ID.match(part)
            bands.append((found[1] if found else "", part))
    return bands


def asset_files(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, address with a digest of the content, and bytes of each of the theme's assets.

    Stylesheets and scripts are published without comments and needless blanks. The digest lets browsers
    keep an asset for ever: another content has another address. Stylesheets come last, for they name the
    drawings.
    """
    root = folder / ASSETS
    paths = [path for path in sorted(root.rglob("*")) if path.is_file()]
    names: dict[bytes, bytes] = {}
    for path in sorted(paths, key=lambda path: path.suffix == ".css"):
        name = path.relative_to(root).as_posix()
        data = _minified(path)
        for plain, dated in names.items():
            data = data.replace(b"url(" + plain + b")", b"url(" + dated + b")")
        stem, _, suffix = name.rpartition(".")
        address = f"{stem}.{blake2b(data, digest_size=4).hexdigest()}.{suffix}"
        names[name.encode()] = address.encode()
        yield name, f"{ASSETS}/{address}", data


def _minified(path: Path) -> bytes:
    data = path.read_bytes()
    minify = {".css": cssmin, ".js": jsmin}.get(path.suffix)
    return minify(data.decode()).encode() if minify else data


def asset_addresses(folder: Path) -> dict[str, str]:
    """Return the address of each asset by its name."""
    return {name: address for name, address, _ in asset_files(folder)}
