"""Links and images: addresses of the staged tree become addresses of the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_LINK = re.compile(r'<a href="([^"]*)"( title="[^"]*")?>(.*?)</a>(\{[^}<]*\})?', re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w-]+)=([\w-]+)|\.([\w-]+)")
_ALLOWED = frozenset({"lang", "hreflang"})
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")


_RECORD = r"([a-z][a-z-]*):([a-z0-9-]*)((?:#[^)>\s]*)?(?:[)>\s]|$))"
_RECORD_LINK = re.compile(rf"(\]\(\s*<?){_RECORD}", re.MULTILINE)
_RECORD_DEFINITION = re.compile(rf"(^ {{0,3}}\[[^\]\n]+\]:[ \t]*<?){_RECORD}", re.MULTILINE)
"""Apart from the links, for what begins with two plain signs is found at once."""


def resolve_records(text: str, address: Callable[[str, str], str | None]) -> str:
    """Put addresses in the place of `kind:id` in a text's links.

    `address` tells where a record of a kind stands; None leaves the link as it is.
    """

    def replace(match: re.Match[str]) -> str:
        opening, kind, identifier, closing = match.groups()
        target = address(kind, identifier)
        return match[0] if target is None else f"{opening}{target}{closing}"

    text = _RECORD_LINK.sub(replace, text)
    return _RECORD_DEFINITION.sub(replace, text) if "]:" in text else text


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text stands in the staged tree, for addresses relative to it."""

    depth: int = 0
    """How many folders below its language's folder it stands."""
    is_index: bool = False
    """True for `index.md`, whose page stands in its own folder already."""
    at_root: bool = True
    """True if the language's pages stand at the root of the site, not in a folder of their own."""
    absolute: str = ""
    """For a page that is served at any address (404): the path of its language's home page."""

    def rewrite(self, address: str) -> str:
        """Turn the address of a staged file, relative to this one, into one relative to its page.

        `x.md` is served as `x/`, and so is this page unless it is an index. What lies outside the
        language's folder (`media/`, `data/`) is shared by all languages.
        """
        if not address or address[0] in "#/" or _SCHEME.match(address):
            return address
        path, mark, fragment = address.partition("#")
        if path.endswith("index.md"):
            path = path.removesuffix("index.md") or "./"
        elif path.endswith(".md"):
            path = path.removesuffix(".md") + "/"
        if self.at_root and path.startswith("../" * (self.depth + 1)):
            path = path.removeprefix("../") or "./"
        if self.absolute:
            return f"{self.absolute}{path.removeprefix('./')}{mark}{fragment}"
        if not self.is_index:
            path = "../" if path == "./" else f"../{path}"
        return f"{path}{mark}{fragment}"


def is_unsafe(address: str) -> bool:
    """Tell whether an address has a scheme that no link or image of a page may have."""
    return bool(_SCHEME.match(address)) and not address.lower().startswith(_SAFE_SCHEMES)


def written_attributes(written: str | None) -> tuple[str, str]:
    """Return what stands in braces as HTML attributes, and the class names."""
    attributes, classes = "", []
    for name, value, class_name in _ATTRIBUTE.findall(written or ""):
        if class_name:
            classes.append(class_name)
        elif name in _ALLOWED:
            attributes += f' {name}="{value}"'
    return attributes, " ".join(classes)


def rewrite_links(converted: str, *, origin: Origin) -> str:
    """Rewrite the addresses of links; what is in braces behind a link becomes its attributes."""

    def rewrite(match: re.Match[str]) -> str:
        address, title, content, written = match.groups()
        attributes, classes = written_attributes(written)
        if classes:
            attributes += f' class="{classes}"'
        if is_unsafe(address):
            return content
        target = origin.rewrite(address)
        return f'<a href="{target}"{title or ""}{attributes}>{content}</a>'

    return _LINK.sub(rewrite, converted)
