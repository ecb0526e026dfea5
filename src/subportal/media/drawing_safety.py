"""Delivered SVG files: nothing in them may run, or fetch anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_ACTIVE = frozenset(
    {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
)
_INNER = ("#", "data:image/png", "data:image/jpeg", "data:image/webp", "data:font/")
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*([^)'\"\s]*)|@import\s+['\"]?([^;'\"\s]*)", re.IGNORECASE)
_DECLARED = re.compile(rb"<!ENTITY", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


def _root(data: bytes) -> ET.Element:
    """Return the root of a drawing; raise ValueError if it is none."""
    if _DECLARED.search(data):
        message = "<!ENTITY"
        raise ValueError(message)
    try:
        root = ET.fromstring(data)  # noqa: S314  (no entity can be declared)
    except (ET.ParseError, LookupError) as error:
        raise ValueError(str(error)) from None
    if _name(root.tag) != "svg":
        message = f"<{_name(root.tag)}>"
        raise ValueError(message)
    return root


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def drawing_size(data: bytes) -> tuple[int, int]:
    """Return the width and height that a drawing claims, 0 and 0 for none; raise ValueError."""
    root = _root(data)
    sides = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    numbers = [side[1] for side in sides if side] or root.get("viewBox", "").replace(",", " ").split()[2:]
    try:
        width, height = (round(float(one)) for one in numbers)
    except ValueError:
        return 0, 0
    return (width, height) if width > 0 and height > 0 else (0, 0)


def unsafe_parts(data: bytes) -> Iterator[str]:
    """Yield what in a drawing could run or fetch; raise ValueError if it is no drawing."""
    for element in _root(data).iter():
        name = _name(element.tag)
        if name in _ACTIVE:
            yield f"<{name}>"
        for key, value in element.attrib.items():
            attribute = _name(key)
            if attribute.lower().startswith("on"):
                yield f"<{name} {attribute}>"
            elif attribute in {"href", "src"} and not value.strip().startswith(_INNER):
                yield f"<{name} {attribute}={value.strip()}>"
            elif attribute != "d":
                yield from _fetched(value)
        if name == "style":
            yield from _fetched(element.text or "")


def _fetched(style: str) -> Iterator[str]:
    for address, imported in _ADDRESS.findall(style):
        target = imported or address
        if not target.startswith(_INNER):
            yield f"url({target})"
