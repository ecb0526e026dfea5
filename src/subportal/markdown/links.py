"""Links and images: addresses of the staged tree become addresses of the site."""

from __future__ import annotations

import re

_LINK = re.compile(r'<a href="([^"]*)"( title="[^"]*")?>(.*?)</a>(\{[^}<]*\})?', re.DOTALL)
_IMAGE = re.compile(
    r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? ?/?>(\{[^}<]*\})?'
)
_LONE_IMAGE = re.compile(r"<p>(<img [^>]*>)</p>")
_ATTRIBUTE = re.compile(r"([\w-]+)=([\w-]+)|\.([\w-]+)")
_ALLOWED = frozenset({"lang", "hreflang"})
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")


def rewrite_address(address: str, *, is_index: bool) -> str:
    """Turn the address of a staged file, relative to this one, into one relative to its page.

    `x.md` is served as `x/`, and so is this page unless it is an index.
    """
    if _SCHEME.match(address) or address.startswith(("#", "//", "/")) or not address:
        return address
    path, mark, fragment = address.partition("#")
    if path.endswith("index.md"):
        path = path.removesuffix("index.md") or "./"
    elif path.endswith(".md"):
        path = path.removesuffix(".md") + "/"
    if not is_index:
        path = f"../{path}".replace("/./", "/")
    return f"{path}{mark}{fragment}"


def _attributes(written: str | None) -> tuple[str, str]:
    """Return what stands in braces as HTML attributes, and the class names."""
    attributes, classes = "", []
    for name, value, class_name in _ATTRIBUTE.findall(written or ""):
        if class_name:
            classes.append(class_name)
        elif name in _ALLOWED:
            attributes += f' {name}="{value}"'
    return attributes, " ".join(classes)


def rewrite_links(converted: str, *, is_index: bool) -> str:
    def rewrite(match: re.Match[str]) -> str:
        address, title, content, written = match.groups()
        attributes, classes = _attributes(written)
        if classes:
            attributes += f' class="{classes}"'
        if _SCHEME.match(address) and not address.lower().startswith(_SAFE_SCHEMES):
            return content
        target = rewrite_address(address, is_index=is_index)
        return f'<a href="{target}"{title or ""}{attributes}>{content}</a>'

    return _LINK.sub(rewrite, converted)


def rewrite_images(converted: str, *, is_index: bool) -> str:
    def rewrite(match: re.Match[str]) -> str:
        address, alt, caption, written = match.groups()
        attributes, classes = _attributes(written)
        address = rewrite_address(address, is_index=is_index)
        title = f' title="{caption}"' if caption else ""
        class_attribute = f' class="{classes}"' if classes else ""
        return (
            f'<img src="{address}" alt="{alt}"{title}{attributes}{class_attribute}'
            ' loading="lazy" decoding="async">'
        )

    def frame(match: re.Match[str]) -> str:
        image = match[1]
        caption = re.search(r' title="([^"]*)"', image)
        classes = re.search(r' class="([^"]*)"', image)
        image = re.sub(r' (?:title|class)="[^"]*"', "", image)
        text = f"<figcaption>{caption[1]}</figcaption>" if caption else ""
        class_attribute = f' class="{classes[1]}"' if classes else ""
        return f"<figure{class_attribute}>{image}{text}</figure>"

    return _LONE_IMAGE.sub(frame, _IMAGE.sub(rewrite, converted))
