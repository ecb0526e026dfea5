"""What every own block is: a fenced block whose YAML is checked against a model, then drawn."""

from __future__ import annotations

import html
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Generic, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from subportal.markdown.dialect import to_html
from subportal.markdown.links import Origin, is_unsafe, rewrite_links
from subportal.markdown.pictures import Shown
from subportal.markdown.sanitise import sanitise

_encode = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN = re.compile(r"(?!\d+[.)])[^\W_][\w ,.;:()/%–—’“”…·（），。、：；《》！？-]*(?<! )")


class BlockModel(BaseModel):
    """The data of a block."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


D = TypeVar("D", bound=BlockModel)


def _check_tag(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", value):
        raise PydanticCustomError("wrong_type", "wrong type", {"expected": "language_tag", "value": value})
    return value


def _check_date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?", value):
        raise PydanticCustomError("bad_date", "bad date", {})
    return value


LanguageTag = Annotated[str, AfterValidator(_check_tag)]
"""A language tag (BCP 47)."""
MachineDate = Annotated[str, AfterValidator(_check_date)]
"""A date for machines: 1909, 1909-06, 1909-06-28 or 1909-06-28T08:30."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    language: str = "vi"
    strings: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    pictures: Mapping[str, Shown] = field(default_factory=dict)
    """By the address that the text gives, what is to be known of each picture."""
    plain_pictures: bool = False

    def string(self, key: str, **values: object) -> str:
        """Return an interface string, escaped for HTML."""
        return html.escape(self.strings.get(key, key).format(**values))

    def address(self, address: str) -> str:
        """Return an address of the staged tree as one of the site, escaped for HTML."""
        return "" if is_unsafe(address) else html.escape(self.origin.rewrite(address))

    def inline(self, text: str) -> str:
        """Render a line of Markdown without a paragraph around it."""
        if _is_plain(text):
            return text
        converted = to_html(text).strip()
        if converted.startswith("<p>") and converted.endswith("</p>"):
            converted = converted[3:-4]
        return rewrite_links(sanitise(converted), origin=self.origin)

    def paragraphs(self, text: str) -> str:
        """Render Markdown paragraphs."""
        return rewrite_links(sanitise(to_html(text)), origin=self.origin)


def open_drawing(name: str, size: tuple[int, float], title: str, description: str) -> str:
    """Return the start of an SVG that is one picture (WAI-ARIA `img`); title and description are escaped."""
    width, height = size
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{title}</title><desc id="{name}-d">{description}</desc>\n'
    )


def _is_plain(text: str) -> bool:
    """Tell whether a line has none of the dialect's marks, so that what it says is its HTML."""
    return "_" not in text and bool(_PLAIN.fullmatch(text))


class Block(ABC, Generic[D]):
    """One kind of fenced block."""

    name: ClassVar[str]
    """The word after the fence."""
    for_authors: ClassVar[bool] = True
    """False for blocks that only the generator writes."""
    model: type[D]
    """The data that it takes; a list is put under `items`."""

    def render(self, text: str, place: Place) -> str:
        """Return the block as HTML; the text has been checked when the content was loaded."""
        if self.for_authors:
            return self.html(self.model.model_validate(shape(parse(text))), place)
        whole = f'{{"items":{text}}}' if text.startswith("[") else text
        return self.html(self.model.model_validate_json(whole), place)

    def texts(self, data: D) -> Iterable[str]:  # noqa: ARG002
        """Return every piece of Markdown in checked data."""
        return ()

    def images(self, data: D) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """Return addresses and descriptions of the images in checked data."""
        return ()

    @abstractmethod
    def html(self, data: D, place: Place) -> str:
        """Return checked data as HTML."""


def parse(text: str) -> Any:
    """Return a block's data: JSON, as the generator writes it, or YAML with scalars as text."""
    if text.startswith(("{", "[")):
        try:
            return json.loads(text)
        except ValueError:
            pass
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506


def shape(value: Any) -> Any:
    """Put a bare list under `items`, so that every block's data is a mapping."""
    return {"items": value} if isinstance(value, list) else value


def fenced(name: str, data: Any) -> str:
    """Write data as a fenced block, one line of JSON an item, the same bytes for the same data."""
    if isinstance(data, dict) and list(data) == ["items"]:
        data = data["items"]
    if isinstance(data, list):
        lines = ",\n".join(_encode(item) for item in data)
        text = f"[\n{lines}\n]" if data else "[]"
    else:
        inner = ",\n".join(f"{json.dumps(key)}: {_value(value)}" for key, value in data.items())
        text = f"{{\n{inner}\n}}"
    return f"````{name}\n{text}\n````\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(_encode(item) for item in value) + "\n]"
    return _encode(value)
